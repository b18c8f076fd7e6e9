import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import { endpoints } from '../../../src/routes/api/v1/endpoints/index.ts';
import { testDatabase } from '../../support/db.ts';
import { ask, json } from './ask.ts';
import { differences, type Schema } from './conforms.ts';

let connection: Connection;
let document: Document;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	document = await json(ask(connection.db, '/openapi.json'));
});
afterAll(() => connection.close());

interface Document {
	openapi: string;
	paths: Record<string, { get: Operation }>;
	components: { schemas: Record<string, Schema> };
}
interface Operation {
	operationId: string;
	parameters: { name: string; in: string; example?: string; schema: { enum?: string[] } }[];
	responses: Record<string, { content: Record<string, { schema: Schema }> }>;
}

describe('the description and the interface are one', () => {
	it('describes every address, each under a name of its own', () => {
		expect(document.openapi).toBe('3.1.0');
		expect(Object.keys(document.paths)).toEqual(endpoints.map(({ path }) => path));
		const names = Object.values(document.paths).map(({ get }) => get.operationId);
		expect(new Set(names).size).toBe(names.length);
	});

	it('describes the notice that only a demonstration has', () => {
		for (const { get } of Object.values(document.paths)) {
			const schema = get.responses['200']?.content['application/json']?.schema as
				{ properties?: object; required?: string[] } | undefined;
			if (!schema?.properties || !('edition' in schema.properties)) continue;
			expect(schema.properties).toHaveProperty('notice');
			expect(schema.required).not.toContain('notice');
		}
	});

	it('lists every address at the start of the interface', async () => {
		const { data } = await json(ask(connection.db, '/'));
		expect(data.addresses.map(({ path }: { path: string }) => path)).toEqual(
			endpoints.map(({ path }) => `/api/v1${path}`.replace(/\/$/, ''))
		);
	});
});

describe.each(endpoints.map(({ path }) => path))('%s', (path) => {
	const operation = () => document.paths[path]?.get as Operation;
	const address = () =>
		operation()
			.parameters.filter((parameter) => parameter.in === 'path')
			.reduce((text, { name, example }) => text.replace(`{${name}}`, example ?? ''), path);

	it('answers in the shape described', async () => {
		const response = await ask(connection.db, address());
		expect(response.status).toBe(200);
		const described = operation().responses['200']?.content ?? {};
		const schema = described[response.headers.get('content-type') ?? '']?.schema;
		expect(differences(await response.json(), schema ?? {}, document.components.schemas)).toEqual(
			[]
		);
	});

	it('gives each format described, by extension and by parameter', async () => {
		for (const format of operation().parameters.find(({ name }) => name === 'format')?.schema
			.enum ?? []) {
			const asked = address() === '/' ? '/?' : `${address()}.${format}?`;
			for (const one of [asked, `${address()}?format=${format}`]) {
				const response = await ask(connection.db, one);
				expect([one, response.status]).toEqual([one, 200]);
				const types = Object.keys(operation().responses['200']?.content ?? {});
				expect(types).toContain(response.headers.get('content-type'));
			}
		}
	});

	it('takes each parameter described, and no other', async () => {
		const given = operation().parameters.filter((one) => one.in === 'query' && one.example);
		for (const { name, example } of given) {
			const held = name === 'theme' ? 'P1' : name === 'edition' ? '' : example;
			const response = await ask(connection.db, `${address()}?${name}=${held}`);
			expect([name, response.status]).toEqual([name, 200]);
		}
		const refused = await ask(connection.db, `${address()}?no-such-parameter=1`);
		expect(refused.status).toBe(400);
		const problem = document.components.schemas['Problem'] ?? {};
		expect(differences(await refused.json(), problem, document.components.schemas)).toEqual([]);
	});
});
