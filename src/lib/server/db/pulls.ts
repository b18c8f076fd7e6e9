import { sql } from 'kysely';
import type { PullState } from '../../domain/connector/pull-state.ts';
import type { Asked, SourceId } from '../../domain/connector/source.ts';
import type { Mapping } from '../../domain/import/mapping.ts';
import type { Db, Trx } from './client.ts';

// What was asked of public services and what they answered. Answers are kept packed, as they came.

export interface Pull {
	id: string;
	source: SourceId;
	preset: string | null;
	asked: Asked;
	mapping: Mapping;
	request: string;
	isLive: boolean;
	state: PullState;
	progress: number;
	answers: number;
	message: string | null;
	import: string | null;
	startedBy: string;
	startedByName: string;
	startedAt: string;
	endedAt: string | null;
}

export interface NewPull {
	id: string;
	source: SourceId;
	preset: string | null;
	asked: Asked;
	mapping: Mapping;
	request: string;
	isLive: boolean;
	startedBy: string;
}

export async function add(trx: Trx, given: NewPull, now: Date): Promise<void> {
	await trx
		.insertInto('pulls')
		.values({
			id: given.id,
			source: given.source,
			preset: given.preset,
			asked: JSON.stringify(given.asked),
			mapping: JSON.stringify(given.mapping),
			request: given.request,
			is_live: given.isLive,
			state: 'running',
			message: null,
			import: null,
			started_by: given.startedBy,
			started_at: now
		})
		.execute();
}

export async function byId(db: Db, id: string): Promise<Pull | undefined> {
	const row = await select(db).where('pulls.id', '=', id).executeTakeFirst();
	return row && shaped(row);
}

export async function latest(db: Db): Promise<Pull[]> {
	const rows = await select(db).orderBy('started_at', 'desc').limit(50).execute();
	return rows.map(shaped);
}

/** When each service last answered, asked for real. */
export async function triedLive(db: Db): Promise<Map<string, string>> {
	const rows = await db
		.selectFrom('pulls')
		.select(({ fn }) => ['source', fn.max('ended_at').as('at')])
		.where('is_live', '=', true)
		.where('state', 'in', ['done', 'unchanged'])
		.groupBy('source')
		.execute();
	return new Map(rows.flatMap(({ source, at }) => (at ? [[source, at.toISOString()]] : [])));
}

/** The last extract of the same request, and where its import is. */
export async function before(
	db: Db,
	request: string,
	isLive: boolean
): Promise<{ import: string; state: string; at: string } | undefined> {
	const row = await db
		.selectFrom('pulls')
		.innerJoin('imports', 'imports.id', 'pulls.import')
		.select(['pulls.import', 'imports.state', 'imports.made_at'])
		.where('pulls.request', '=', request)
		.where('pulls.is_live', '=', isLive)
		.where('pulls.state', '=', 'done')
		.orderBy('pulls.started_at', 'desc')
		.executeTakeFirst();
	return row && { import: row.import ?? '', state: row.state, at: row.made_at.toISOString() };
}

/** A pull of this source is on its way. */
export async function isRunning(db: Db, source: SourceId): Promise<boolean> {
	const row = await db
		.selectFrom('pulls')
		.select('id')
		.where('source', '=', source)
		.where('state', '=', 'running')
		.executeTakeFirst();
	return row !== undefined;
}

export async function progress(db: Db, id: string, share: number, answers: number): Promise<void> {
	await db
		.updateTable('pulls')
		.set({ progress: share, answers })
		.where('id', '=', id)
		.where('state', '=', 'running')
		.execute();
}

export interface Ending {
	state: Exclude<PullState, 'running'>;
	message: string | null;
	import?: string | null;
	answers?: number;
}

/** Ends a running pull; says whether it still ran. */
export async function end(db: Db, id: string, ending: Ending, now: Date): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('pulls')
		.set({ ...ending, ended_at: now })
		.where('id', '=', id)
		.where('state', '=', 'running')
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** Pulls that the end of the program cut off. */
export async function endInterrupted(db: Db, now: Date): Promise<number> {
	const { numUpdatedRows } = await db
		.updateTable('pulls')
		.set({
			state: 'stopped',
			message: 'The program stopped in the middle. Nothing was kept. Ask for it again.',
			ended_at: now
		})
		.where('state', '=', 'running')
		.executeTakeFirst();
	return Number(numUpdatedRows);
}

export interface StoredAnswer {
	request: string;
	address: string;
	status: number;
	contentType: string | null;
	etag: string | null;
	lastModified: string | null;
	bytes: number;
	sha256: string;
	/** Packed; null where nothing had changed. */
	content: Uint8Array | null;
}

export async function keepAnswers(
	trx: Trx,
	pull: string,
	answers: readonly StoredAnswer[],
	now: Date
): Promise<void> {
	for (const [at, answer] of answers.entries()) {
		// One at a time: together they may be more than one statement should carry.
		await trx
			.insertInto('pull_answers')
			.values({
				...{ pull, number: at + 1, answered_at: now },
				...{ request: answer.request, address: answer.address, status: answer.status },
				content_type: answer.contentType,
				etag: answer.etag,
				last_modified: answer.lastModified,
				bytes: answer.bytes,
				sha256: answer.sha256,
				content: answer.content && Buffer.from(answer.content)
			})
			.execute();
	}
}

/** The last answer to the same request that has its content. */
export async function answerBefore(
	db: Db,
	request: string,
	isLive: boolean
): Promise<(StoredAnswer & { content: Uint8Array }) | undefined> {
	const row = await db
		.selectFrom('pull_answers')
		.innerJoin('pulls', 'pulls.id', 'pull_answers.pull')
		.selectAll('pull_answers')
		.where('pull_answers.request', '=', request)
		.where('pulls.is_live', '=', isLive)
		.where('pull_answers.content', 'is not', null)
		.orderBy('answered_at', 'desc')
		.executeTakeFirst();
	return row?.content
		? {
				...{ request: row.request, address: row.address, status: row.status },
				...{ contentType: row.content_type, etag: row.etag, lastModified: row.last_modified },
				...{ bytes: row.bytes, sha256: row.sha256, content: row.content }
			}
		: undefined;
}

/** Addresses that a pull asked, in order. */
export function addresses(
	db: Db,
	pull: string
): Promise<{ number: number; address: string; status: number; bytes: number }[]> {
	return db
		.selectFrom('pull_answers')
		.select(['number', 'address', 'status', 'bytes'])
		.where('pull', '=', pull)
		.orderBy('number')
		.execute();
}

function select(db: Db) {
	return db
		.selectFrom('pulls')
		.innerJoin('users', 'users.id', 'pulls.started_by')
		.selectAll('pulls')
		.select(sql<string>`users.name`.as('started_by_name'));
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

const shaped = (row: Row): Pull => ({
	id: row.id,
	source: row.source as SourceId,
	preset: row.preset,
	asked: row.asked as Asked,
	mapping: row.mapping as Mapping,
	request: row.request,
	isLive: row.is_live,
	state: row.state as PullState,
	progress: row.progress,
	answers: row.answers,
	message: row.message,
	import: row.import,
	startedBy: row.started_by,
	startedByName: row.started_by_name,
	startedAt: row.started_at.toISOString(),
	endedAt: row.ended_at?.toISOString() ?? null
});
