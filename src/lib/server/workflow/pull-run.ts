import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { SOURCES } from '../../domain/connector/source.ts';
import { dayInWalsall } from '../../domain/day.ts';
import { date } from '../../domain/format.ts';
import type { Person } from '../../domain/permission.ts';
import { record } from '../audit.ts';
import { CONNECTORS, paceOf } from '../connectors/all.ts';
import { clientFor, type Before, type Client, type Kept } from '../connectors/client.ts';
import { PullFailed } from '../connectors/failed.ts';
import { means, type Means } from '../connectors/means.ts';
import { narrowed } from '../connectors/narrow.ts';
import { outlines } from '../connectors/outlines.ts';
import { type Db, transaction, type Trx } from '../db/client.ts';
import * as pulls from '../db/pulls.ts';
import { read } from './import-reading.ts';
import { received } from './imports.ts';
import { Refused } from './refused.ts';

// A pull at work. Everything that came is kept in one transaction at the end, so that a pull which was
// cut off, failed or was ended by somebody leaves nothing behind but its own line.

/** One at a time: services are asked in peace, and an extract may be large. */
let queue: Promise<unknown> = Promise.resolve();

interface Asking {
	readonly id: string;
	readonly again: boolean;
}

export function run(db: Db, person: Person, asking: Asking): Promise<void> {
	const running = queue.then(() => runNow(db, person, asking));
	queue = running.catch(() => {});
	return running;
}

async function runNow(db: Db, person: Person, { id, again }: Asking): Promise<void> {
	const used = means();
	const found = await pulls.byId(db, id);
	if (found?.state !== 'running') return;
	try {
		const { bytes, client } = await fetched(db, found, used);
		const kept = await keep(db, person, { pull: found, bytes, client, again }, used);
		if (kept === undefined) return;
		await (
			await read(db, person, { id: kept })
		).reading;
	} catch (fault) {
		const isTold = fault instanceof PullFailed || fault instanceof Refused;
		await fail(db, person, { id, message: isTold ? fault.message : OURS }, used);
		if (!isTold) throw fault;
	}
}

const OURS =
	'The pull failed on our side. Nothing was kept. Try once more, then tell an administrator.';

async function fetched(db: Db, pull: pulls.Pull, { network, nomisUid }: Means) {
	let share = 0;
	const client = clientFor(network, {
		before: async (request) => unpacked(await pulls.answerBefore(db, request, network.isLive)),
		pace: paceOf,
		answered: () => void tell()
	});
	const tell = () => pulls.progress(db, pull.id, share, client.answers.length).catch(() => {});
	const text = await CONNECTORS[pull.source](pull.asked, {
		client,
		progress: (now) => void (share = Math.min(1, now)),
		outlines: () => outlines(db),
		nomisUid
	});
	const bytes = typeof text === 'string' ? utf8(narrowed(text, pull.mapping)) : text;
	return { bytes, client };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

interface Fetched {
	readonly pull: pulls.Pull;
	readonly bytes: Uint8Array;
	readonly client: Client;
	readonly again: boolean;
}

/** Keeps what came, and makes it an import unless the same is held already; returns its id. */
async function keep(
	db: Db,
	person: Person,
	{ pull, bytes, client, again }: Fetched,
	{ network }: Means
): Promise<string | undefined> {
	const now = network.now();
	const earlier = await pulls.before(db, pull.request, network.isLive);
	const answered = await Promise.all(client.answers.map(packed));
	const isHeld = earlier && earlier.state !== 'discarded' && earlier.state !== 'refused';
	return transaction(db, async (trx) => {
		await pulls.keepAnswers(trx, pull.id, answered, now);
		const answers = client.answers.length;
		if (isHeld && !again && client.answers.every(({ isSame }) => isSame)) {
			const message = `Nothing has changed since ${date(earlier.at)}. The extract of that day is still here.`;
			const ending = { state: 'unchanged' as const, message, answers, import: earlier.import };
			await end(trx, person, { id: pull.id, ending }, now);
			return undefined;
		}
		const made = await received(trx, person, sentOf(pull, bytes, client, now), now);
		const ending = { state: 'done' as const, message: null, answers, import: made };
		await end(trx, person, { id: pull.id, ending }, now);
		return made;
	});
}

function sentOf(
	{ source, preset, asked, mapping }: pulls.Pull,
	bytes: Uint8Array,
	client: Client,
	now: Date
) {
	const { sourceText, licence } = SOURCES[source];
	const day = dayInWalsall(now);
	const answer = client.answers.find(({ as }) => as === 'csv') ?? client.answers.at(-1);
	return {
		name: `${preset ?? source}-${day}.csv`,
		bytes,
		sourceText: sourceText || (asked['source'] ?? ''),
		licence: licence || (asked['licence'] ?? ''),
		extractedOn: day,
		mapping,
		address: answer?.address ?? ''
	};
}

/** Throws when somebody ended the pull meanwhile: nothing of it lands then. */
async function end(
	trx: Trx,
	person: Person,
	{ id, ending }: { id: string; ending: pulls.Ending },
	now: Date
): Promise<void> {
	if (!(await pulls.end(trx, id, ending, now))) throw new Refused('This pull was ended.');
	await record(trx, person, now, {
		action: `pull ${ending.state}`,
		subject: ['pull', id],
		after: { import: ending.import ?? null, message: ending.message }
	});
}

async function fail(
	db: Db,
	person: Person,
	{ id, message }: { id: string; message: string },
	{ network }: Means
): Promise<void> {
	const now = network.now();
	await transaction(db, async (trx) => {
		if (!(await pulls.end(trx, id, { state: 'failed', message }, now))) return;
		await record(trx, person, now, {
			action: 'pull failed',
			subject: ['pull', id],
			after: { message }
		});
	});
}

// Away from the main thread: an extract may be large, and readers do not wait for it.
const pack = promisify(gzip);
const unpack = promisify(gunzip);

const packed = async ({ bytes, isSame, as: _, ...answer }: Kept): Promise<pulls.StoredAnswer> => ({
	...answer,
	bytes: bytes.length,
	sha256: createHash('sha256').update(bytes).digest('hex'),
	content: isSame ? null : await pack(bytes)
});

async function unpacked(
	stored: (pulls.StoredAnswer & { content: Uint8Array }) | undefined
): Promise<Before | undefined> {
	return stored && { ...stored, bytes: await unpack(stored.content) };
}
