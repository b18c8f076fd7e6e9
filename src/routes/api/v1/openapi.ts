import type { Parameter } from '$lib/domain/parameters.ts';
import { contentTypes, type Format } from '$lib/server/export/file.ts';
import { LICENCE } from '$lib/server/export/licence.ts';
import { OPEN, problemSchema } from '$lib/server/web/problem.ts';
import { listOf, maybe, object } from './common.ts';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints/index.ts';

// The OpenAPI 3.1 document: written from the endpoints themselves; what they have in common is here.

const text = { type: 'string' } as const;
const instant = { type: 'string', format: 'date-time' } as const;

export const schemas = {
	Problem: problemSchema,
	Edition: object({
		id: text,
		label: text,
		published_at: instant,
		note: maybe('string'),
		audit_head: maybe('string')
	}),
	Source: object({
		id: text,
		publisher: text,
		title: text,
		url: maybe('string'),
		licence: text,
		attribution: text,
		published: maybe('string'),
		retrieved: maybe('string'),
		note: maybe('string')
	}),
	Licence: object({ name: text, url: text }),
	Note: object({ term: text, text })
};

const ref = (name: keyof typeof schemas) => ({ $ref: `#/components/schemas/${name}` });

const start = {
	notice: {
		...text,
		description: 'Only of a demonstration: that figures are invented. Pass it on with them.'
	},
	title: text,
	description: text,
	edition: ref('Edition'),
	as_at: { ...instant, description: 'Figures as held to be true at this instant' },
	licence: ref('Licence'),
	attribution: { ...text, description: 'The credit to show' },
	sources: listOf(ref('Source')),
	notes: listOf(ref('Note'))
};

const paging = {
	total: { type: 'integer', description: 'Rows in all' },
	limit: { type: 'integer' },
	offset: { type: 'integer' },
	next: { ...maybe('string'), description: 'Address of the next page; null on the last' }
};

/** The whole document. */
export function openapiDocument(server: string): object {
	return {
		openapi: '3.1.0',
		info: {
			title: 'Walsall cohesion indicators: read interface',
			version: '1.0.0',
			description:
				'Published figures for reading. Every answer names its edition, the instant it is as at, its licence, the credit to show and its sources. An address takes the parameters listed and no others; anything else is answered with 400 and the list of what is allowed.',
			license: { name: LICENCE.name, url: LICENCE.url }
		},
		servers: [{ url: server }],
		paths: Object.fromEntries(endpoints.map((endpoint) => [endpoint.path, { get: get(endpoint) }])),
		components: { schemas }
	};
}

export function openapi(url: URL): Response {
	return new Response(JSON.stringify(openapiDocument(`${url.origin}/api/v1`)), {
		headers: { 'content-type': contentTypes.json, ...OPEN }
	});
}

function get(endpoint: Endpoint): object {
	return {
		operationId: endpoint.id,
		summary: endpoint.summary,
		...(endpoint.description ? { description: endpoint.description } : {}),
		parameters: [
			...Object.entries(endpoint.names ?? {}).map(([name, words]) => ({
				name,
				in: 'path',
				required: true,
				schema: text,
				...words
			})),
			...Object.entries(endpoint.parameters).map(([name, parameter]) => query(name, parameter)),
			query('format', formatParameter(endpoint.formats))
		],
		responses: {
			200: { description: 'Found', content: Object.fromEntries(endpoint.formats.map(content)) },
			400: problem('A parameter or value that this address does not take'),
			403: problem('Figures of this indicator need a named role'),
			404: problem('No such address, indicator, area or judgement')
		}
	};

	function content(format: Format): [string, object] {
		return [contentTypes[format], { schema: format === 'json' ? answerSchema(endpoint) : text }];
	}
}

/** The shape of a whole answer in JSON. */
export function answerSchema(endpoint: Endpoint): object {
	const properties = {
		...start,
		...endpoint.beside,
		...(endpoint.isPaged ? paging : {}),
		data: endpoint.shape
	};
	return object(properties, ['notice']);
}

type Described = Pick<Parameter<unknown>, 'description' | 'schema' | 'example'>;

function query(name: string, { description, schema, example }: Described): object {
	// Lists are written with commas between.
	const isList = 'type' in schema && schema.type === 'array';
	return {
		name,
		in: 'query',
		description,
		schema,
		...(isList ? { style: 'form', explode: false } : {}),
		...(example ? { example } : {})
	};
}

function formatParameter(formats: readonly Format[]): Described {
	return {
		description: 'Format; an address that ends in .csv or .xlsx means the same',
		schema: { type: 'string', enum: formats, default: 'json' }
	};
}

function problem(description: string): object {
	return { description, content: { 'application/problem+json': { schema: ref('Problem') } } };
}
