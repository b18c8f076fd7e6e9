import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { addressOf, describe as describeRequest, probe, serve, stop } from '../../src/cli/serve.ts';
import { readConfig } from '../../src/lib/server/config.ts';

const config = readConfig({ PORT: '0' });

describe('the server', () => {
	it('answers, and ends when told to', async () => {
		const server = await serve((_request, response) => void response.end('here'), config);
		const answer = await fetch(addressOf(server, config.host));
		expect(await answer.text()).toBe('here');
		expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
		await stop(server);
		expect(server.listening).toBe(false);
	});

	it('lets nobody frame an answer that no page has made, but for embeds', async () => {
		const server = await serve((_request, response) => void response.end(), config);
		const framing = async (path: string) =>
			(await fetch(`${addressOf(server, config.host)}${path}`)).headers.get('x-frame-options');
		expect([await framing('/'), await framing('/embed/map/w04')]).toEqual(['DENY', null]);
		await stop(server);
	});

	it('says in one sentence that its port is taken', async () => {
		const server = await serve((_request, response) => void response.end(), config);
		const port = new URL(addressOf(server, config.host)).port;
		await expect(probe(readConfig({ PORT: port }))).rejects.toThrow(
			`Port ${port} is already in use: stop the program that holds it, or set PORT to another number.`
		);
		await stop(server);
	});

	it('says in one sentence that its address is not of this machine', async () => {
		await expect(probe(readConfig({ PORT: '0', HOST: '192.0.2.1' }))).rejects.toThrow(/^HOST is/);
	});
});

describe('what a request is taken for', () => {
	const forwarded = {
		host: 'inside:3000',
		'x-forwarded-proto': 'https',
		'x-forwarded-host': 'cohesion.example.org',
		'x-forwarded-for': '203.0.113.7, 198.51.100.2'
	};

	it('is the connection itself, whatever a stranger claims', () => {
		expect(taken(forwarded, false)).toEqual(['http', 'inside:3000', '127.0.0.1']);
	});

	it('is what the proxy says once it is trusted: its own entry, not the ones before', () => {
		expect(taken(forwarded, true)).toEqual(['https', 'cohesion.example.org', '198.51.100.2']);
	});

	it('is the connection where a trusted proxy says nothing', () => {
		expect(taken({ host: 'inside:3000' }, true)).toEqual(['http', 'inside:3000', '127.0.0.1']);
	});
});

function taken(headers: Record<string, string>, trustProxy: boolean) {
	const request = { headers: { ...headers }, socket: { remoteAddress: '127.0.0.1' } };
	describeRequest(request as unknown as IncomingMessage, trustProxy);
	const seen: Record<string, string | undefined> = request.headers;
	return [seen['x-forwarded-proto'], seen['x-forwarded-host'], seen['x-forwarded-for']];
}
