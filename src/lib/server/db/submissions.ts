import { type Selectable, sql, type Updateable } from 'kysely';
import type { SubmissionState } from '../../domain/submission.ts';
import type { Db, Trx } from './client.ts';
import { isOneOf } from './expressions.ts';
import type { SubmissionsTable } from './schema.ts';

// Returns on their way to publication. Nothing here is ever shown to the public.

export interface Submission {
	id: string;
	indicator: string;
	period: string;
	kind: 'return' | 'import' | 'pull' | 'correction';
	/** Its figures came from a file or a pull. */
	isFile: boolean;
	state: SubmissionState;
	definitionVersion: number;
	startedAt: Date;
	submittedBy: string | null;
	submittedAt: Date | null;
	assuredBy: string | null;
	assuredAt: Date | null;
	approvedBy: string | null;
	approvedAt: Date | null;
	/** Embargo: not before this instant. */
	publishAt: Date | null;
	publishedAt: Date | null;
	edition: string | null;
	returnedNote: string | null;
	reason: string | null;
	publicNote: string | null;
	/** Raised with every change. */
	revision: number;
	/** Everyone who wrote a part: none of them approves it. */
	authors: { id: string; name: string }[];
}

export async function byId(db: Db, id: string): Promise<Submission | undefined> {
	const row = await select(db).where('submissions.id', '=', id).executeTakeFirst();
	return row && submission(row);
}

/** Every version of one return, newest first. */
export async function ofPeriod(db: Db, indicator: string, period: string): Promise<Submission[]> {
	const rows = await select(db)
		.where('indicator', '=', indicator)
		.where('period', '=', period)
		.orderBy('started_at', 'desc')
		.orderBy('submissions.id', 'desc')
		.execute();
	return rows.map(submission);
}

/** Returns in any of the states, oldest first. */
export async function inState(db: Db, states: readonly SubmissionState[]): Promise<Submission[]> {
	const rows = await select(db)
		.where((eb) => isOneOf(eb, 'submissions.state', states))
		.orderBy('started_at')
		.orderBy('submissions.id')
		.execute();
	return rows.map(submission);
}

/** Others who change these returns wait until the transaction ends; always in the order of ids. */
export async function lock(trx: Trx, ids: readonly string[]): Promise<Submission[]> {
	await trx
		.selectFrom('submissions')
		.select('id')
		.where((eb) => isOneOf(eb, 'id', ids))
		.orderBy('id')
		.forUpdate()
		.execute();
	const rows = await select(trx)
		.where((eb) => isOneOf(eb, 'submissions.id', ids))
		.orderBy('submissions.id')
		.execute();
	return rows.map(submission);
}

/** Makes others who start the same return wait until the transaction ends. */
export async function lockStart(trx: Trx, indicator: string, period: string): Promise<void> {
	const key = `return ${indicator} ${period}`;
	await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx);
}

export interface NewSubmission {
	id: string;
	indicator: string;
	period: string;
	kind: Submission['kind'];
	definitionVersion: number;
	by: string;
	reason?: string;
	publicNote?: string;
}

export async function add(trx: Trx, given: NewSubmission, now: Date): Promise<void> {
	const { definitionVersion, by, reason = null, publicNote = null, ...rest } = given;
	const empty = {
		...{ import: null, submitted_by: null, assured_by: null, approved_by: null },
		...{ edition: null, returned_note: null }
	};
	await trx
		.insertInto('submissions')
		.values({
			...rest,
			...empty,
			...{ state: 'draft', definition_version: definitionVersion, started_by: by },
			...{ started_at: now, reason, public_note: publicNote }
		})
		.execute();
}

export type Change = Omit<Updateable<SubmissionsTable>, 'id' | 'revision'>;

/** A change of the return itself; every one raises its revision. */
export async function change(trx: Trx, id: string, given: Change): Promise<void> {
	await trx
		.updateTable('submissions')
		.set((eb) => ({ ...given, revision: eb('revision', '+', 1) }))
		.where('id', '=', id)
		.execute();
}

function select(db: Db) {
	return db
		.selectFrom('submissions')
		.selectAll('submissions')
		.select(
			sql<{ id: string; name: string }[]>`coalesce((
				select json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name)
				from submission_authors a join users u on u.id = a.user_id
				where a.submission = submissions.id), '[]'::json)`.as('authors')
		);
}

type Row = Selectable<SubmissionsTable> & { authors: { id: string; name: string }[] };

const submission = (row: Row): Submission => ({
	id: row.id,
	indicator: row.indicator,
	period: row.period,
	kind: row.kind as Submission['kind'],
	isFile: row.import !== null,
	state: row.state as SubmissionState,
	definitionVersion: row.definition_version,
	startedAt: row.started_at,
	submittedBy: row.submitted_by,
	submittedAt: row.submitted_at,
	assuredBy: row.assured_by,
	assuredAt: row.assured_at,
	approvedBy: row.approved_by,
	approvedAt: row.approved_at,
	publishAt: row.publish_at,
	publishedAt: row.published_at,
	edition: row.edition,
	returnedNote: row.returned_note,
	reason: row.reason,
	publicNote: row.public_note,
	revision: row.revision,
	authors: row.authors
});
