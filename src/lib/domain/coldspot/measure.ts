// Values of one measure for every neighbourhood, from published counts.

import type { Measure } from './recipe.ts';

/** Columns of one table in the order of the neighbourhoods; null = not collected. */
export interface Table {
	values: (number | null)[][];
	/** Names of columns, for tables of scores. */
	columns: string[];
}

export type Tables = ReadonlyMap<string, Table>;

/** One value a neighbourhood; null where the table has none or the base is below the minimum. */
export function values(measure: Measure, tables: Tables, minimumBase: number): (number | null)[] {
	const table = tableOf(measure, tables);
	const size = table.values[0]?.length ?? 0;
	return Array.from({ length: size }, (_, area) => valueOf(measure, table, area, minimumBase));
}

function valueOf(measure: Measure, table: Table, area: number, minimumBase: number): number | null {
	const { source } = measure;
	switch (source.kind) {
		case 'diversity':
			return diversity(cells(table, source.groups, area), minimumBase);
		case 'share':
			return share(
				cells(table, source.numerator, area),
				cells(table, source.denominator, area),
				minimumBase
			);
		case 'score':
			return table.values[table.columns.indexOf(source.column)]?.[area] ?? null;
		default:
			throw new Error(`unknown kind of measure: ${JSON.stringify(source satisfies never)}`);
	}
}

/** Simpson 1949: one minus the sum of squared shares. */
export function diversity(counts: (number | null)[], minimumBase: number): number | null {
	const total = sum(counts);
	if (total === null || total < minimumBase) return null;
	return 1 - counts.reduce<number>((squares, count) => squares + ((count ?? 0) / total) ** 2, 0);
}

function share(
	numerator: (number | null)[],
	denominator: (number | null)[],
	minimumBase: number
): number | null {
	const over = sum(denominator);
	const count = sum(numerator);
	return over === null || count === null || over < minimumBase ? null : count / over;
}

/** Columns of one area's row; a missing cell makes the sum missing, never 0. */
export function cells(table: Table, columns: readonly number[], area: number): (number | null)[] {
	return columns.map((column) => table.values[column]?.[area] ?? null);
}

function sum(counts: (number | null)[]): number | null {
	let total = 0;
	for (const count of counts) {
		if (count === null) return null;
		total += count;
	}
	return total;
}

export function tableOf(measure: Measure, tables: Tables): Table {
	const table = tables.get(measure.source.table);
	if (!table) throw new Error(`recipe names a table that is not loaded: ${measure.source.table}`);
	return table;
}
