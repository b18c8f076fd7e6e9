import type { Column } from '../../domain/import/columns.ts';
import type { ImportState } from '../../domain/import/import-state.ts';
import type { Mapping } from '../../domain/import/mapping.ts';
import type { ImportProblem } from '../../domain/import/problem.ts';
import type { Period } from '../../domain/period.ts';
import type { Db } from './client.ts';

// Files and extracts as they came, and what was read from them, for whoever looks at them.

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

/** The file that a return was made from. */
export async function behind(db: Db, submission: string): Promise<Import | undefined> {
	const row = await select(db)
		.where('imports.id', '=', (eb) =>
			eb.selectFrom('submissions').select('import').where('submissions.id', '=', submission)
		)
		.executeTakeFirst();
	return row && shaped(row);
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
