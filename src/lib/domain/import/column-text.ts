import type { Column, Role } from './columns.ts';
import type { SheetRow } from './sheet.ts';

/** What a row says in the column of a role; empty where there is none. */
export function textOf(row: SheetRow, columns: readonly Column[], role: Role): string {
	const at = placesOf(columns).get(role);
	return at === undefined ? '' : (row.cells[at] ?? '');
}

/** Header of the column of a role. */
export const headerOf = (columns: readonly Column[], role: Role): string | undefined =>
	columns[placesOf(columns).get(role) ?? -1]?.header;

/** What a row says in every column of a role, without blanks. */
export const textsOf = (row: SheetRow, columns: readonly Column[], role: Role): string[] =>
	row.cells.filter((cell, at) => cell !== '' && columns[at]?.role === role);

/** Looked up once for a file, not in each of its rows. */
const places = new WeakMap<readonly Column[], ReadonlyMap<Role, number>>();

function placesOf(columns: readonly Column[]): ReadonlyMap<Role, number> {
	const held = places.get(columns);
	if (held) return held;
	const made = new Map<Role, number>();
	columns.forEach(({ role }, at) => {
		if (!made.has(role)) made.set(role, at);
	});
	places.set(columns, made);
	return made;
}
