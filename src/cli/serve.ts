import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../lib/server/config.ts';
import { secure } from '../lib/server/web/secure.ts';
import { refuseBody, tooMuch } from './body-limit.ts';
import { Refusal } from '../lib/server/refusal.ts';

// Our own HTTP server around the built request handler. adapter-node's would take every request for
// https and so refuse forms sent over plain http; this one says what the connection really is, and
// believes a proxy only when told to.

// The typeface keeps its address; everything the build names by its content is cached for ever.
const A_WEEK = 'public, max-age=604800';

export type Handler = (
	request: IncomingMessage,
	response: ServerResponse,
	next: () => void
) => unknown;

/** Starts to listen; refuses in a sentence when the port or the address cannot be had. */
export async function serve(handler: Handler, config: Config): Promise<Server> {
	const server = createServer((request, response) => {
		describe(request, config.trustProxy);
		protect(request, response);
		const why = tooMuch(request);
		if (why) return refuseBody(request, response, why);
		if (request.url?.startsWith('/fonts/')) response.setHeader('cache-control', A_WEEK);
		handler(request, response, () => notFound(response));
	});
	// Longer than the usual minute of a proxy, so that it is never the server that hangs up first.
	server.keepAliveTimeout = 65_000;
	await listen(server, config);
	return server;
}

/** Headers of every answer, also of files and of refusals that no page makes; a page's own come on top. */
function protect({ url = '/' }: IncomingMessage, response: ServerResponse): void {
	const headers = new Headers();
	secure(headers, url);
	for (const [name, value] of headers) response.setHeader(name, value);
}

/** Finds out early whether the port can be had, before minutes of work. */
export async function probe(config: Config): Promise<void> {
	const server = createServer();
	await listen(server, config);
	await new Promise((resolve) => server.close(resolve));
}

/** The address to open in a browser. */
export function addressOf(server: Server, host: string): string {
	const { port } = server.address() as AddressInfo;
	const everywhere = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host);
	const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
	return `http://${name}:${port}`;
}

/** Answers what has been asked, refuses the rest, and ends waiting connections. */
export async function stop(server: Server, patienceMs = 10_000): Promise<void> {
	const closed = new Promise((resolve) => server.close(resolve));
	server.closeIdleConnections();
	const enough = setTimeout(() => server.closeAllConnections(), patienceMs);
	await closed;
	clearTimeout(enough);
}

/** Writes the headers that the handler reads: what a stranger sent is replaced. */
export function describe(request: IncomingMessage, trustProxy: boolean): void {
	const { headers, socket } = request;
	const sent = (name: string) => (trustProxy ? String(headers[name] ?? '') : '');
	// A chain of proxies makes lists; the protocol and host nearest the reader come first. The address
	// added by our own proxy comes last: the others could have been made up.
	const first = (name: string) => sent(name).split(',')[0]?.trim();
	const last = (name: string) => sent(name).split(',').at(-1)?.trim();
	headers['x-forwarded-proto'] = first('x-forwarded-proto') === 'https' ? 'https' : 'http';
	headers['x-forwarded-host'] = first('x-forwarded-host') || headers.host || 'localhost';
	headers['x-forwarded-for'] = last('x-forwarded-for') || socket.remoteAddress || '';
}

function notFound(response: ServerResponse): void {
	response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
}

async function listen(server: Server, { port, host }: Config): Promise<void> {
	try {
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(port, host, resolve);
		});
	} catch (error) {
		throw new Refusal(whyNot(error as NodeJS.ErrnoException, port, host));
	}
}

function whyNot({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
	switch (code) {
		case 'EADDRINUSE':
			return `Port ${port} is already in use: stop the program that holds it, or set PORT to another number.`;
		case 'EACCES':
			return `Port ${port} needs rights that this user does not have: set PORT to a number above 1023.`;
		case 'EADDRNOTAVAIL':
		case 'ENOTFOUND':
		case 'EAI_AGAIN':
			return `HOST is "${host}", which is not an address of this machine: use 127.0.0.1, or 0.0.0.0 for every network.`;
		default:
			return `The server cannot listen on ${host}:${port} (${code ?? message}): set PORT or HOST differently.`;
	}
}
