import { request as plain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as secure } from 'node:https';
import { createGunzip } from 'node:zlib';
import { Passing, PullFailed } from './failed.ts';
import type { Network } from './network.ts';

// One request and its answer, read to the end within limits of time and size.

export interface Sending {
	readonly url: URL;
	readonly headers: Readonly<Record<string, string>>;
	/** Sent as a form by POST. */
	readonly body?: string | undefined;
}

export interface Answer {
	readonly status: number;
	readonly header: (name: string) => string | undefined;
	readonly bytes: Uint8Array;
}

export async function send(sending: Sending, network: Network): Promise<Answer> {
	const { wholeMs } = network.patience;
	const reached = await network.reach(sending.url);
	const stop = AbortSignal.timeout(wholeMs);
	try {
		const message = await begun(sending, {
			// To the address that was checked, under the name that was asked for.
			host: reached.address,
			port: reached.port,
			protocol: reached.protocol,
			servername: sending.url.hostname,
			agent: false,
			signal: stop,
			timeout: network.patience.idleMs
		});
		const bytes = await readAll(message, network);
		return {
			status: message.statusCode ?? 0,
			header: (name) => [message.headers[name]].flat()[0],
			bytes
		};
	} catch (fault) {
		if (fault instanceof PullFailed) throw fault;
		if (stop.aborted) throw new Passing(TOO_SLOW);
		if (isOfCertificate(fault)) {
			throw new PullFailed(`${sending.url.hostname} did not prove that it is that server.`);
		}
		throw new Passing(`The connection to ${sending.url.hostname} broke off. Ask again later.`);
	}
}

const TOO_SLOW = 'The service took too long to answer. Ask again later.';

const isOfCertificate = (fault: unknown): boolean =>
	/^(CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(
		String((fault as NodeJS.ErrnoException).code ?? '')
	);

function begun(
	{ url, headers, body }: Sending,
	where: RequestOptions & { servername: string }
): Promise<IncomingMessage> {
	const options = {
		...where,
		method: body === undefined ? 'GET' : 'POST',
		path: url.pathname + url.search,
		headers: {
			...headers,
			host: url.host,
			'accept-encoding': 'gzip',
			...(body !== undefined && {
				'content-type': 'application/x-www-form-urlencoded',
				'content-length': String(Buffer.byteLength(body))
			})
		}
	};
	return new Promise((resolve, reject) => {
		const request = (where.protocol === 'https:' ? secure : plain)(options, resolve);
		request.on('timeout', () => request.destroy(new Passing(TOO_SLOW)));
		request.on('error', reject);
		request.end(body);
	});
}

async function readAll(message: IncomingMessage, network: Network): Promise<Uint8Array> {
	const { mostBytes } = network.patience;
	const tooLarge = () =>
		new PullFailed(
			`The answer is larger than ${Math.round(mostBytes / 1024 / 1024)} MB. Ask for less at once.`
		);
	if (Number(message.headers['content-length'] ?? 0) > mostBytes) {
		message.destroy();
		throw tooLarge();
	}
	const unpacked = message.headers['content-encoding'] === 'gzip' ? createGunzip() : undefined;
	const stream = unpacked ? message.pipe(unpacked) : message;
	if (unpacked) message.on('error', (fault) => unpacked.destroy(fault));
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream as AsyncIterable<Buffer>) {
		size += chunk.length;
		// Unpacked too: a small answer may become a large one.
		if (size > mostBytes) {
			message.destroy();
			throw tooLarge();
		}
		chunks.push(chunk);
	}
	if (!message.complete) throw new Passing('The answer broke off in the middle. Ask again later.');
	return Buffer.concat(chunks);
}
