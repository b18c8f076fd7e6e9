import type { Column } from '../../domain/import/columns.ts';
import {
	fromStates,
	stateAfter,
	type ImportState,
	type ImportStep
} from '../../domain/import/import-state.ts';
import type { Mapping } from '../../domain/import/mapping.ts';
import type { ImportProblem } from '../../domain/import/problem.ts';
import type { Period } from '../../domain/period.ts';
import type { Db, Trx } from './client.ts';
import { dropFigures } from './import-figures.ts';

// Files and extracts as they came, and what was read from them. Their figures wait beside what is held
// and become the cells of a return in one statement.

export interface Import {
	id: string;
	kind: 'file' | 'pull';
	name: string;
	bytes: number;
	sha256: string;
	sourceText: string | null;
	licence: string | null;
	extractedOn: string | null;
	address: string | null;
	mapping: Mapping;
	reading: StoredReading | null;
	periods: Period[];
	errors: number;
	warnings: number;
	figures: number;
	state: ImportState;
	progress: number;
	message: string | null;
	madeBy: string;
	madeByName: string;
	madeAt: string;
	decidedAt: string | null;
}

/** What was found in the file (server/import/read-file.ts). */
export interface StoredReading {
	format: string;
	sheet: string | null;
	sheets: string[];
	titles: string[];
	notes: string[];
	headerRow: number;
	columns: Column[];
	sample: string[][];
	rows: number;
	unclear: string[];
}

export interface NewImport {
	id: string;
	kind: 'file' | 'pull';
	name: string;
	sha256: string;
	content: Uint8Array;
	sourceText: string | null;
	licence: string | null;
	extractedOn: string | null;
	address: string | null;
	mapping: Mapping;
	madeBy: string;
}

export async function add(trx: Trx, given: NewImport, now: Date): Promise<void> {
	await trx
		.insertInto('imports')
		.values({
			id: given.id,
			kind: given.kind,
			name: given.name,
			bytes: given.content.length,
			sha256: given.sha256,
			content: Buffer.from(given.content),
			source_text: given.sourceText,
			licence: given.licence,
			extracted_on: given.extractedOn,
			address: given.address,
			mapping: JSON.stringify(given.mapping),
			state: 'received',
			message: null,
			made_by: given.madeBy,
			made_at: now
		})
		.execute();
}

export async function byId(db: Db, id: string): Promise<Import | undefined> {
	const row = await select(db).where('imports.id', '=', id).executeTakeFirst();
	return row && shaped(row);
}

/** The latest first; those of one person, or of everybody. */
export async function latest(db: Db, madeBy?: string): Promise<Import[]> {
	const rows = await select(db)
		.$if(madeBy !== undefined, (query) => query.where('imports.made_by', '=', madeBy ?? ''))
		.orderBy('made_at', 'desc')
		.limit(100)
		.execute();
	return rows.map(shaped);
}

/** The same file that somebody took up before. */
export async function acceptedBefore(db: Db, sha256: string, id: string): Promise<string[]> {
	const rows = await db
		.selectFrom('imports')
		.select('imports.id')
		.where('sha256', '=', sha256)
		.where('imports.id', '<>', id)
		.where('state', '=', 'accepted')
		.execute();
	return rows.map((row) => row.id);
}

export async function content(db: Db, id: string): Promise<Uint8Array> {
	const row = await db
		.selectFrom('imports')
		.select('content')
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	return row.content;
}

export async function problems(db: Db, id: string): Promise<ImportProblem[]> {
	const row = await db
		.selectFrom('imports')
		.select('problems')
		.where('id', '=', id)
		.executeTakeFirst();
	return (row?.problems ?? []) as ImportProblem[];
}

/** Takes a step when the import is where the step may begin; says whether it was taken. */
export async function take(
	db: Db,
	id: string,
	step: ImportStep,
	also: Changes = {}
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('imports')
		.set({ state: stateAfter(step), ...also })
		.where('id', '=', id)
		.where('state', 'in', [...fromStates(step)])
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

export interface Changes {
	mapping?: string;
	reading?: string | null;
	periods?: string;
	problems?: string;
	errors?: number;
	warnings?: number;
	figures?: number;
	progress?: number;
	message?: string | null;
	decided_by?: string;
	decided_at?: Date;
}

export async function progress(db: Db, id: string, share: number): Promise<void> {
	await db
		.updateTable('imports')
		.set({ progress: share })
		.where('id', '=', id)
		.where('state', '=', 'reading')
		.execute();
}

/** Imports whose reading was cut off by the end of the program: they wait to be read again. */
export async function resetInterrupted(db: Db): Promise<number> {
	const rows = await db
		.updateTable('imports')
		.set({
			state: stateAfter('interrupt'),
			progress: 0,
			message: 'Reading was cut off when the program stopped. Read the file again.'
		})
		.where('state', '=', 'reading')
		.returning('id')
		.execute();
	if (rows.length > 0)
		await dropFigures(
			db,
			rows.map(({ id }) => id)
		);
	return rows.length;
}

function select(db: Db) {
	return db
		.selectFrom('imports')
		.innerJoin('users', 'users.id', 'imports.made_by')
		.select([
			'imports.id',
			'kind',
			'imports.name',
			'bytes',
			'sha256',
			'source_text',
			'licence',
			'extracted_on',
			'address',
			'mapping',
			'reading',
			'periods',
			'errors',
			'warnings',
			'figures',
			'state',
			'progress',
			'message',
			'made_by',
			'users.name as made_by_name',
			'made_at',
			'decided_at'
		]);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

const shaped = (row: Row): Import => ({
	id: row.id,
	kind: row.kind as Import['kind'],
	name: row.name,
	bytes: row.bytes,
	sha256: row.sha256,
	sourceText: row.source_text,
	licence: row.licence,
	extractedOn: row.extracted_on,
	address: row.address,
	mapping: row.mapping as Mapping,
	reading: row.reading as StoredReading | null,
	periods: row.periods as Period[],
	errors: row.errors,
	warnings: row.warnings,
	figures: row.figures,
	state: row.state as ImportState,
	progress: row.progress,
	message: row.message,
	madeBy: row.made_by,
	madeByName: row.made_by_name,
	madeAt: row.made_at.toISOString(),
	decidedAt: row.decided_at?.toISOString() ?? null
});
