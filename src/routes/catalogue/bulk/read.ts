import {
	changedFields,
	definitionFaults,
	type Definition,
	FIELDS,
	type FieldChange
} from '$lib/domain/catalogue/definition.ts';
import type { Fault, FileRow } from '$lib/domain/import/fault.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as catalogue from '$lib/server/db/catalogue.ts';
import * as themes from '$lib/server/db/themes.ts';
import { readCsv } from '$lib/server/import/csv-file.ts';

// A file of definitions against those in force: the rows that differ, or every error in it.

export interface Changed {
	code: string;
	version: number;
	definition: Definition;
	changes: FieldChange[];
}

export type Bulk = { ok: true; changed: Changed[] } | { ok: false; faults: Fault[] };

const COLUMNS = ['code', ...FIELDS.map(({ name }) => name)];

export async function readBulk(db: Db, text: string): Promise<Bulk> {
	const read = readCsv(text, COLUMNS);
	if (!read.ok) return read;
	const [held, allThemes] = await Promise.all([catalogue.definitions(db), themes.all(db)]);
	const codes = new Set(allThemes.map(({ code }) => code));
	const faults = [
		...read.rows.flatMap((row) => unknown(row, held)),
		...twice(read.rows),
		...read.rows.flatMap(({ row, cells }) => definitionFaults(cells, codes, row))
	];
	if (faults.length > 0) return { ok: false, faults };
	const changed = read.rows.flatMap(({ cells: { code = '', ...definition } }): Changed[] => {
		const old = held.get(code);
		const changes = old ? changedFields(old.definition, definition) : [];
		return old && changes.length > 0 ? [{ code, version: old.version, definition, changes }] : [];
	});
	return { ok: true, changed };
}

function unknown({ row, cells }: FileRow<string>, held: ReadonlyMap<string, unknown>): Fault[] {
	if (held.has(cells['code'] ?? '')) return [];
	const todo = 'Use a code of the catalogue. A new indicator has a form of its own.';
	return [{ row, column: 'code', wrong: `There is no indicator “${cells['code'] ?? ''}”.`, todo }];
}

function twice(rows: readonly FileRow<string>[]): Fault[] {
	return [...Map.groupBy(rows, ({ cells }) => cells['code']).values()].flatMap(([first, ...more]) =>
		more.map(({ row }) => ({
			...{ row, column: 'code', wrong: `This repeats row ${first?.row ?? ''}.` },
			todo: 'Take one of the two out.'
		}))
	);
}
