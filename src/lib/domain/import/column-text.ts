import type { Column, Role } from './columns.ts';
import type { SheetRow } from './sheet.ts';

/** What a row says in the column of a role; empty where there is none. */
export function textOf(row: SheetRow, columns: readonly Column[], role: Role): string {
	const at = columns.findIndex((column) => column.role === role);
	return at < 0 ? '' : (row.cells[at] ?? '');
}

/** Header of the column of a role. */
export const headerOf = (columns: readonly Column[], role: Role): string | undefined =>
	columns.find((column) => column.role === role)?.header;

/** What a row says in every column of a role, without blanks. */
export const textsOf = (row: SheetRow, columns: readonly Column[], role: Role): string[] =>
	row.cells.filter((cell, at) => cell !== '' && columns[at]?.role === role);
