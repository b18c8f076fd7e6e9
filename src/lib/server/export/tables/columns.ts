import type { Cell, Column, Datatype } from '../../../domain/table.ts';

// Short ways to write the columns of a table.

export type Words = [name: string, title: string, description: string];

/** A column that is never blank. */
export function required<Row>(
	words: Words,
	of: (row: Row) => Cell,
	datatype: Datatype = 'string'
): Column<Row> {
	return { ...optional(words, of, datatype), isRequired: true };
}

/** A column that may be blank. */
export function optional<Row>(
	[name, title, description]: Words,
	of: (row: Row) => Cell,
	datatype: Datatype = 'string'
): Column<Row> {
	return { name, title, datatype, description, of };
}

/** A column of several values in one cell. */
export function list<Row>(
	[name, title, description]: Words,
	of: (row: Row) => readonly string[]
): Column<Row> {
	return { name, title, datatype: 'string', isList: true, description, of };
}
