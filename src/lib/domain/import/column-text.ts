import type { Column, Role } from './columns.ts';
import type { SheetRow } from './sheet.ts';

// Where a sheet says what. It is looked up once for a file, not in each of its rows.

export interface Places {
	/** The column of each role that stands once; -1 where there is none. */
	readonly of: Readonly<Record<Role, number>>;
	readonly codes: readonly number[];
	readonly names: readonly number[];
	/** Columns that hold a figure: in a wide sheet more than one. */
	readonly figures: number;
	readonly header: (role: Role) => string | undefined;
}

export function placesIn(columns: readonly Column[]): Places {
	const of = Object.fromEntries(
		ROLES.map((role) => [role, columns.findIndex((column) => column.role === role)])
	) as Record<Role, number>;
	const all = (role: Role) => columns.flatMap((column, at) => (column.role === role ? [at] : []));
	return {
		of,
		codes: all('area code'),
		names: all('area name'),
		figures: columns.filter(({ role }) => role === 'value' || role === 'numerator').length,
		header: (role) => columns[of[role]]?.header
	};
}

const ROLES: readonly Role[] = [
	...(['area code', 'area name', 'period', 'period part', 'indicator'] as const),
	...(['sex', 'age', 'group', 'flag', 'note'] as const),
	...(['numerator', 'denominator', 'value', 'lower', 'upper', 'ignore'] as const)
];

/** What a row says in a column; empty where there is none. */
export const textAt = ({ cells }: SheetRow, at: number): string =>
	// Looking for the cell of no column at all would take longer than everything else in the row.
	at < 0 ? '' : (cells[at] ?? '');

/** What a row says in several columns, without blanks. */
export function textsAt(row: SheetRow, places: readonly number[]): readonly string[] {
	const [only, second] = places;
	if (only === undefined) return NONE;
	if (second === undefined) return row.cells[only] ? [row.cells[only]] : NONE;
	return places.map((at) => textAt(row, at)).filter((text) => text !== '');
}

const NONE: readonly string[] = [];
