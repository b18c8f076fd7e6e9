import type { PeriodKind } from '../period.ts';
import type { Marks } from './cell.ts';
import type { Column, Role } from './columns.ts';
import type { ProblemCode } from './problem.ts';
import type { Sheet } from './sheet.ts';

// What a person says about a file that cannot be read from it, or that was read wrongly. It is kept as
// a template, so that the next file of that sender needs nothing.

export interface Mapping {
	/** Name of the sheet in a workbook. */
	readonly sheet?: string;
	/** In the order of the columns; a header that is not in the file is passed over. */
	readonly columns?: readonly { readonly header: string; readonly role: Role }[];
	/** For the whole file. */
	readonly indicator?: string;
	readonly period?: string;
	readonly periodKind?: PeriodKind;
	readonly marks?: Marks;
	/** Only rows with this text in this column, e.g. Crime type = Robbery. */
	readonly only?: readonly { readonly header: string; readonly is: string }[];
	/** Each row is one incident or person: rows are counted by area and period. */
	readonly count?: boolean;
	/** Rows that are left out instead of being errors. */
	readonly leaveOut?: readonly LeaveOut[];
}

export const LEAVE_OUT = ['unknown area', 'unknown group', 'unknown indicator'] as const;
export type LeaveOut = (typeof LEAVE_OUT)[number] & ProblemCode;

/** The guessed columns with what the person said instead. */
export function remapped(guessed: readonly Column[], { columns = [] }: Mapping): Column[] {
	const said = [...columns];
	return guessed.map((column) => {
		const at = said.findIndex(({ header }) => sameHeader(header, column.header));
		const [found] = at < 0 ? [] : said.splice(at, 1);
		if (!found || found.role === column.role) return column;
		return {
			header: column.header,
			role: found.role,
			...(isFigure(found.role) ? saysOf(column) : {})
		};
	});
}

/** Rows that the person wants, and rows counted where each is one incident. */
export function shaped(sheet: Sheet, columns: readonly Column[], mapping: Mapping): Shaped {
	const wanted = mapping.only ?? [];
	const places = wanted.map(({ header, is }) => ({
		at: sheet.headers.findIndex((one) => sameHeader(one, header)),
		is: is.trim().toLowerCase()
	}));
	const body =
		wanted.length === 0
			? sheet.body
			: sheet.body.filter(({ cells }) =>
					places.every(({ at, is }) => (cells[at] ?? '').trim().toLowerCase() === is)
				);
	return mapping.count
		? counted({ ...sheet, body }, columns)
		: { sheet: { ...sheet, body }, columns: [...columns] };
}

interface Shaped {
	readonly sheet: Sheet;
	readonly columns: Column[];
}

const KEYS: readonly Role[] = [
	'area code',
	'area name',
	'period',
	'period part',
	'indicator',
	'sex',
	'age',
	'group'
];
const COUNTED = 'Rows counted';

function counted(sheet: Sheet, columns: readonly Column[]): Shaped {
	const keys = columns.flatMap(({ role }, at) => (KEYS.includes(role) ? [at] : []));
	const groups = Map.groupBy(sheet.body, ({ cells }) =>
		keys.map((at) => cells[at] ?? '').join('\n')
	);
	const body = [...groups.values()].map((rows) => ({
		row: rows[0]?.row ?? 0,
		cells: [...keys.map((at) => rows[0]?.cells[at] ?? ''), String(rows.length)]
	}));
	const kept = keys.flatMap((at) => columns[at] ?? []);
	return {
		sheet: { ...sheet, headers: [...kept.map(({ header }) => header), COUNTED], body },
		columns: [...kept, { header: COUNTED, role: 'numerator' }]
	};
}

const isFigure = (role: Role): boolean =>
	role === 'numerator' ||
	role === 'denominator' ||
	role === 'value' ||
	role === 'lower' ||
	role === 'upper';

const saysOf = ({ header: _, role: __, ...says }: Column): Partial<Column> => says;

const sameHeader = (a: string, b: string): boolean =>
	a.trim().toLowerCase() === b.trim().toLowerCase();
