// What an attacker knows: cells by name and the sums between them. A table, two linked tables, two
// geographies, "all but one" and successive editions are all the same thing: sums over cells.
import type { Table } from './rule.ts';

/** `parts` add up to `total`, itself a cell; without a total their sum is published as a number. */
export interface Sum {
	parts: readonly string[];
	total?: string;
}

/** Every cell with its true value, and the sums that tie cells together. */
export interface System {
	cells: ReadonlyMap<string, number>;
	sums: readonly Sum[];
}

/** Names of the margins of a two-way table; inner cells are "row,column" from 0. */
export const rowTotal = (row: number): string => `row ${row}`;
export const columnTotal = (column: number): string => `column ${column}`;
export const grandTotal = 'total';
export const cell = (row: number, column: number): string => `${row},${column}`;

/** A two-way table with row, column and grand totals. Throws on ragged rows. */
export function ofTable(table: Table): System {
	const width = table[0]?.length ?? 0;
	if (table.some((row) => row.length !== width)) throw new RangeError('rows of unequal length');
	const rows = table.map((_, r) => r);
	const columns = Array.from({ length: width }, (_, c) => c);
	const inner = rows.flatMap((r) => columns.map((c) => [cell(r, c), table[r]?.[c] ?? 0] as const));
	const add = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
	const rowSums = rows.map((r) => add(table[r] ?? []));
	const cells = new Map<string, number>([
		...inner,
		...rows.map((r) => [rowTotal(r), rowSums[r] ?? 0] as const),
		...columns.map((c) => [columnTotal(c), add(rows.map((r) => table[r]?.[c] ?? 0))] as const),
		[grandTotal, add(rowSums)]
	]);
	const sums = [
		...rows.map((r) => ({ parts: columns.map((c) => cell(r, c)), total: rowTotal(r) })),
		...columns.map((c) => ({ parts: rows.map((r) => cell(r, c)), total: columnTotal(c) })),
		{ parts: rows.map(rowTotal), total: grandTotal },
		{ parts: columns.map(columnTotal), total: grandTotal }
	];
	return { cells, sums };
}

/** Several systems as one: cells of the same name are the same cell. Throws if their values differ. */
export function joined(systems: readonly System[]): System {
	const cells = new Map<string, number>();
	for (const [name, value] of systems.flatMap((system) => [...system.cells])) {
		if ((cells.get(name) ?? value) !== value) throw new RangeError(`two values of ${name}`);
		cells.set(name, value);
	}
	return { cells, sums: systems.flatMap((system) => system.sums) };
}
