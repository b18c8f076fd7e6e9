import type { EntryCell } from '../../domain/entry/cell.ts';
import type { Reply, Words } from '../../domain/entry/sheet.ts';
import type { ValueState } from '../../domain/observation.ts';
import type { Db, Trx } from './client.ts';

// What officers entered: cells, words and answers to warnings of one return. Each writing names who
// wrote and raises the revision, so that nobody overwrites what they have not seen.

export interface CellRecord extends EntryCell {
	/** Published limits, where the provider gives them. */
	lower: number | null;
	upper: number | null;
	by: { id: string; name: string };
	/** Instant, ISO. */
	at: string;
	revision: number;
}

/** Cells of a return; of many at once by return. */
export async function cells(db: Db, submission: string): Promise<CellRecord[]> {
	const rows = await db
		.selectFrom('submission_cells')
		.innerJoin('users', 'users.id', 'submission_cells.edited_by')
		.selectAll('submission_cells')
		.select('users.name')
		.where('submission', '=', submission)
		.orderBy('area')
		.orderBy('breakdown')
		.execute();
	return rows.map((row) => ({
		area: row.area,
		breakdown: row.breakdown,
		state: row.state as ValueState | null,
		numerator: row.numerator,
		denominator: row.denominator,
		value: row.value,
		lower: row.lower,
		upper: row.upper,
		provisional: row.provisional,
		estimated: row.estimated,
		note: row.note,
		jumpReason: row.jump_reason,
		by: { id: row.edited_by, name: row.name },
		at: row.edited_at.toISOString(),
		revision: row.revision
	}));
}

/** Writes one cell; the caller holds the lock of the return and has compared revisions. */
export async function put(
	trx: Trx,
	{ submission, by }: { submission: string; by: string },
	cell: EntryCell,
	now: Date
): Promise<void> {
	const { area, breakdown, jumpReason, ...numbers } = cell;
	const written = { ...numbers, jump_reason: jumpReason, edited_by: by, edited_at: now };
	await trx
		.insertInto('submission_cells')
		.values({ submission, area, breakdown, lower: null, upper: null, import_row: null, ...written })
		.onConflict((conflict) =>
			conflict
				.columns(['submission', 'area', 'breakdown'])
				.doUpdateSet((eb) => ({ ...written, revision: eb('submission_cells.revision', '+', 1) }))
		)
		.execute();
}

export interface WordsRecord extends Words {
	by: { id: string; name: string };
	at: string;
	revision: number;
}

export async function words(db: Db, submission: string): Promise<WordsRecord | undefined> {
	const row = await db
		.selectFrom('submission_words')
		.innerJoin('users', 'users.id', 'submission_words.edited_by')
		.selectAll('submission_words')
		.select('users.name')
		.where('submission', '=', submission)
		.executeTakeFirst();
	return (
		row && {
			what: row.what ?? '',
			soWhat: row.so_what ?? '',
			nowWhat: row.now_what ?? '',
			by: { id: row.edited_by, name: row.name },
			at: row.edited_at.toISOString(),
			revision: row.revision
		}
	);
}

export async function putWords(
	trx: Trx,
	{ submission, by }: { submission: string; by: string },
	said: Words,
	now: Date
): Promise<void> {
	const written = {
		...{ what: said.what || null, so_what: said.soWhat || null, now_what: said.nowWhat || null },
		...{ edited_by: by, edited_at: now }
	};
	await trx
		.insertInto('submission_words')
		.values({ submission, cause: null, ...written })
		.onConflict((conflict) =>
			conflict
				.column('submission')
				.doUpdateSet((eb) => ({ ...written, revision: eb('submission_words.revision', '+', 1) }))
		)
		.execute();
}

export async function replies(db: Db, submission: string): Promise<(Reply & { by: string })[]> {
	return db
		.selectFrom('submission_replies')
		.innerJoin('users', 'users.id', 'submission_replies.replied_by')
		.select(['code', 'area', 'breakdown', 'reply', 'users.name as by'])
		.where('submission', '=', submission)
		.orderBy('replied_at')
		.execute();
}

export async function putReply(
	trx: Trx,
	{ submission, by }: { submission: string; by: string },
	reply: Reply,
	now: Date
): Promise<void> {
	const written = { reply: reply.reply, replied_by: by, replied_at: now };
	await trx
		.insertInto('submission_replies')
		.values({ submission, ...reply, ...written })
		.onConflict((conflict) =>
			conflict.columns(['submission', 'code', 'area', 'breakdown']).doUpdateSet(written)
		)
		.execute();
}
