import { oneOf } from '$lib/domain/parameter-kinds.ts';
import { readParameters, type Parameters } from '$lib/domain/parameters.ts';
import { type Format, formats } from '$lib/server/export/file.ts';
import { reference } from '$lib/server/export/reference.ts';
import { OPEN, Problem, refuse, wrongParameters } from '$lib/server/web/problem.ts';
import { respond } from '../answer.ts';
import { matches, type Endpoint } from '../endpoint.ts';
import { endpoints } from '../endpoints/index.ts';
import { openapi } from '../openapi.ts';
import type { RequestEvent, RequestHandler } from './$types';

// Every address of the interface. One route, because each of them may end in .json, .csv or .xlsx and
// is refused, dated and credited in the same way; what they are is in endpoints/.

const METHODS = 'GET, HEAD, OPTIONS';

export const GET: RequestHandler = async (event) => {
	try {
		return await answer(event);
	} catch (fault) {
		if (fault instanceof Problem) return refuse(fault, event.url);
		throw fault;
	}
};

export const OPTIONS: RequestHandler = () =>
	new Response(null, {
		status: 204,
		headers: {
			...OPEN,
			allow: METHODS,
			'access-control-allow-methods': METHODS,
			'access-control-max-age': '86400'
		}
	});

export const fallback: RequestHandler = ({ url }) =>
	refuse(new Problem(405, `The interface is for reading only: ${METHODS}.`), url, {
		allow: METHODS
	});

async function answer({ params, url, locals }: RequestEvent): Promise<Response> {
	const { path, extension } = split(params.path);
	if (path === '/openapi') return openapi(url);
	const { endpoint, named } = find(path);
	const { db, edition } = locals;
	const held = await reference(db);
	const read = readParameters(allParameters(endpoint), url.searchParams, held);
	if ('wrong' in read) throw wrongParameters(read.wrong);
	const { format: asked, ...values } = read.values;
	const format = formatOf(endpoint, extension ?? asked);
	const found = await endpoint.answer({
		db,
		edition,
		at: edition.publishedAt,
		reference: held,
		named,
		values
	});
	const page = endpoint.isPaged ? (values as { limit: number; offset: number }) : undefined;
	const given = { endpoint, answer: found, edition, reference: held, url };
	return respond(
		page ? { ...given, page: { limit: page.limit, offset: page.offset } } : given,
		format
	);
}

function split(text: string): { path: string; extension?: Format } {
	const [, path = text, extension] = /^(.*)\.(json|csv|xlsx)$/.exec(text) ?? [];
	return extension ? { path: `/${path}`, extension: extension as Format } : { path: `/${text}` };
}

function find(path: string): { endpoint: Endpoint; named: Record<string, string> } {
	for (const endpoint of endpoints) {
		const named = matches(endpoint, path);
		if (named) return { endpoint, named };
	}
	throw new Problem(404, `There is no address /api/v1${path}. /api/v1 lists those there are.`);
}

function allParameters(endpoint: Endpoint): Parameters {
	const format = oneOf(endpoint.formats, undefined, 'Format of the answer');
	return { ...endpoint.parameters, format };
}

function formatOf(endpoint: Endpoint, asked: unknown): Format {
	const format = formats.find((one) => one === asked) ?? 'json';
	if (endpoint.formats.includes(format)) return format;
	throw wrongParameters([
		{ parameter: 'format', detail: `"${format}" is not given here.`, allowed: endpoint.formats }
	]);
}
