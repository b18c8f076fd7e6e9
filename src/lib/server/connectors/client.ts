import { createHash } from 'node:crypto';
import {
	isPassing,
	LONGEST_ASKED_MS,
	MOST_TRIES,
	retryAfterMs,
	waitMs
} from '../../domain/connector/backoff.ts';
import { withoutKey } from '../../domain/connector/address.ts';
import { taken, type Bucket, type Pace } from '../../domain/connector/pace.ts';
import { dateTime } from '../../domain/format.ts';
import { Passing, PullFailed } from './failed.ts';
import type { Network } from './network.ts';
import { send, type Answer, type Sending } from './send.ts';

// How a service is asked: at its pace, again when the fault passes, only for what is new, and never
// somewhere else than where it may lead.

export interface Wanted {
	readonly address: string;
	readonly as: 'csv' | 'json';
	readonly body?: string;
}

/** An answer as it is kept; the one before where the service says that nothing has changed. */
export interface Kept {
	/** The same request has the same hash, whoever asks it. */
	readonly request: string;
	readonly as: Wanted['as'];
	readonly address: string;
	readonly status: number;
	readonly contentType: string | null;
	readonly etag: string | null;
	readonly lastModified: string | null;
	readonly bytes: Uint8Array;
	/** As it was the last time. */
	readonly isSame: boolean;
}

/** The answer that came to the same request before. */
export type Before = Omit<Kept, 'isSame' | 'as'>;

export interface Client {
	/** Asks, and keeps the answer; as text in UTF-8, which the services named here all write. */
	ask(wanted: Wanted): Promise<string>;
	/** The same as it came: a file of somebody else may be in any encoding. */
	fetch(wanted: Wanted): Promise<Uint8Array>;
	/** In the order in which they came. */
	readonly answers: readonly Kept[];
}

export interface Memory {
	before(request: string): Promise<Before | undefined>;
	readonly pace: (host: string) => Pace;
	/** Hears of each answer. */
	answered(number: number): void;
}

const MOST_REDIRECTS = 3;
const buckets = new WeakMap<Network, Map<string, Bucket>>();

export function clientFor(network: Network, memory: Memory): Client {
	const answers: Kept[] = [];
	const fetch = async (wanted: Wanted) => {
		const request = createHash('sha256')
			.update(`${withoutKey(wanted.address)}\n${wanted.body ?? ''}`)
			.digest('hex');
		const before = await memory.before(request);
		const answer = await patiently(wanted, before, { network, memory });
		const kept = keptOf(wanted, request, { answer, before });
		answers.push(kept);
		if (sum(answers) > network.patience.mostBytes) throw new PullFailed(TOO_MUCH);
		memory.answered(answers.length);
		return kept.bytes;
	};
	return {
		answers,
		fetch,
		ask: async (wanted) => new TextDecoder().decode(await fetch(wanted))
	};
}

const TOO_MUCH = 'All answers together are larger than 50 MB. Ask for less at once.';

const sum = (answers: readonly Kept[]): number =>
	answers.reduce((total, { bytes }) => total + bytes.length, 0);

interface Way {
	readonly network: Network;
	readonly memory: Memory;
}

async function patiently(
	wanted: Wanted,
	before: Before | undefined,
	{ network, memory }: Way
): Promise<Answer> {
	for (let tries = 1; ; tries++) {
		try {
			return accepted(await followed(wanted, before, { network, memory }), network.now());
		} catch (fault) {
			if (!(fault instanceof Passing) || tries === MOST_TRIES) throw fault;
			const asked = fault.retryAfterMs ?? 0;
			if (asked > LONGEST_ASKED_MS) {
				const then = new Date(network.now().getTime() + asked);
				throw new PullFailed(`The service asks to be left alone until ${dateTime(then)}.`);
			}
			await network.sleep(waitMs(tries, network.chance(), asked));
		}
	}
}

/** Goes where the service sends us, a few times; each place is checked like the first. */
async function followed(wanted: Wanted, before: Before | undefined, way: Way): Promise<Answer> {
	let url = new URL(wanted.address);
	for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
		await inTurn(url.hostname, way);
		const answer = await send(sendingOf(url, wanted, { before, way }), way.network);
		const location = answer.header('location');
		if (answer.status < 300 || answer.status === 304 || answer.status >= 400 || !location) {
			return answer;
		}
		if (wanted.body !== undefined) throw new PullFailed('The service sent the request elsewhere.');
		if (!URL.canParse(location, url)) throw new PullFailed('The service sent us nowhere.');
		url = new URL(location, url);
	}
	throw new PullFailed('The service sends every request on to another address.');
}

async function inTurn(host: string, { network, memory }: Way): Promise<void> {
	const of = buckets.get(network) ?? new Map<string, Bucket>();
	buckets.set(network, of);
	const { bucket, waitMs: wait } = taken(of.get(host), memory.pace(host), network.now().getTime());
	of.set(host, bucket);
	if (wait > 0) await network.sleep(wait);
}

const sendingOf = (
	url: URL,
	{ as, body }: Wanted,
	{ before, way }: { before: Before | undefined; way: Way }
): Sending => ({
	url,
	body,
	headers: {
		'user-agent': way.network.agent,
		accept: as === 'csv' ? 'text/csv, text/plain;q=0.8' : 'application/json',
		...(before?.etag && { 'if-none-match': before.etag }),
		...(before?.lastModified && { 'if-modified-since': before.lastModified })
	}
});

/** An answer with figures, or "nothing has changed". */
function accepted(answer: Answer, now: Date): Answer {
	const { status } = answer;
	if (status === 200 || status === 304) return answer;
	const words = `The service answered with an error (${status}).`;
	if (isPassing(status)) {
		throw new Passing(`${words} Ask again later.`, retryAfterMs(answer.header('retry-after'), now));
	}
	throw new PullFailed(
		status === 404
			? `${words} It has nothing at that address: check what is asked.`
			: `${words} Check what is asked.`
	);
}

function keptOf(
	wanted: Wanted,
	request: string,
	{ answer, before }: { answer: Answer; before: Before | undefined }
): Kept {
	if (answer.status === 304) {
		if (!before)
			throw new PullFailed('The service says that nothing changed, but nothing is kept.');
		return { ...before, as: wanted.as, status: 304, isSame: true };
	}
	mustBe(wanted.as, answer);
	return {
		...{ request, as: wanted.as, address: withoutKey(wanted.address), status: answer.status },
		contentType: answer.header('content-type') ?? null,
		etag: answer.header('etag') ?? null,
		lastModified: answer.header('last-modified') ?? null,
		bytes: answer.bytes,
		isSame: before !== undefined && Buffer.compare(before.bytes, answer.bytes) === 0
	};
}

const TYPES = {
	csv: /^(text\/(csv|plain|comma-separated-values)|application\/(csv|octet-stream|vnd\.ms-excel))\b/i,
	json: /^application\/([\w.-]+\+)?json\b|^text\/(json|plain)\b/i
};

/** Many services answer 200 with a page that says sorry. */
function mustBe(as: Wanted['as'], answer: Answer): void {
	const start = new TextDecoder().decode(answer.bytes.subarray(0, 200)).trimStart();
	const type = answer.header('content-type');
	if (start.startsWith('<') || /html|xml/i.test(type ?? '')) {
		throw new PullFailed('The service answered with a web page instead of figures.');
	}
	if (start === '') throw new PullFailed('The service answered with nothing.');
	if (type !== undefined && !TYPES[as].test(type)) {
		throw new PullFailed(
			`The service answered with ${type.slice(0, 60)}, which is not ${as.toUpperCase()}.`
		);
	}
}
