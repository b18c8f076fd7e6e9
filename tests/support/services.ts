import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
	reachPublic,
	type Network,
	type Patience
} from '../../src/lib/server/connectors/network.ts';

// A server on this machine that stands for the services. The product asks the real addresses; only
// where they lead is another place, which is said here in code and nowhere in a setting.

export interface Asked {
	readonly host: string;
	readonly path: string;
	readonly method: string;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
}

export type Answering = (asked: Asked, response: ServerResponse) => void;

export interface Services {
	readonly network: Network;
	readonly asked: Asked[];
	/** How long each wait was, without waiting. */
	readonly waits: number[];
	answer(answering: Answering): void;
	close(): Promise<void>;
}

interface Wanted {
	/** Names that lead to this server; others are looked up below. */
	readonly hosts: readonly string[];
	/** What a name server says of other names. */
	readonly names?: Readonly<Record<string, readonly string[]>>;
	readonly patience?: Partial<Patience>;
	readonly startsAt?: string;
}

export async function services(wanted: Wanted): Promise<Services> {
	const asked: Asked[] = [];
	const waits: number[] = [];
	let answering: Answering = (_, response) => response.writeHead(404).end();
	let clock = Date.parse(wanted.startsAt ?? '2026-11-22T12:00:00Z');
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk: Buffer) => (body += chunk.toString()));
		request.on('end', () => {
			const { headers, method = '', url = '' } = request;
			const one = { host: headers.host ?? '', path: url, method, headers, body };
			asked.push(one);
			answering(one, response);
		});
	});
	const port = await listening(server);
	const network: Network = {
		isLive: false,
		agent: 'CohesionTracker/test',
		reach: async (url) =>
			wanted.hosts.includes(url.hostname) && url.protocol === 'https:'
				? { protocol: 'http:', address: '127.0.0.1', port }
				: reachPublic(url, async (host) => wanted.names?.[host] ?? []),
		// No two moments are the same.
		now: () => new Date(clock++),
		chance: () => 0,
		sleep: async (ms) => {
			waits.push(ms);
			clock += ms;
		},
		patience: { wholeMs: 30_000, idleMs: 30_000, mostBytes: 50 * 1024 * 1024, ...wanted.patience }
	};
	return {
		...{ network, asked, waits },
		answer: (given) => (answering = given),
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			})
	};
}

async function listening(server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

export const csv = (response: ServerResponse, text: string, headers = {}): void =>
	void response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8', ...headers }).end(text);

export const json = (response: ServerResponse, value: unknown, headers = {}): void =>
	void response
		.writeHead(200, { 'content-type': 'application/json', ...headers })
		.end(JSON.stringify(value));
