import Papa from 'papaparse';
import { NOTICE_COLUMN } from '../../domain/illustrative.ts';
import type { Fault, FileRow } from '../../domain/import/fault.ts';

// A small CSV that a person sends: read as a whole, and every error named at once by row and column
// with what to do. Nothing is written while one is left.

export const LARGEST = 1024 * 1024;

export type CsvRead<Column extends string> =
	{ ok: true; rows: FileRow<Column>[] } | { ok: false; faults: Fault[] };

/** The text of a file that was sent; a fault when it is empty, too large or not UTF-8. */
export function decoded(bytes: Uint8Array): { text: string } | { fault: Fault } {
	if (bytes.length === 0)
		return { fault: whole('The file is empty.', 'Choose the file you saved.') };
	if (bytes.length > LARGEST)
		return { fault: whole('The file is larger than 1 MB.', 'Send it in parts.') };
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		if (!text.includes('\0')) return { text };
	} catch {
		// Falls through: the same answer as for a text with bytes of 0.
	}
	return {
		fault: whole(
			'The file is not plain text in UTF-8.',
			'Save it as “CSV UTF-8” and send it again.'
		)
	};
}

/** Rows with exactly the named columns, in any order. */
export function readCsv<Column extends string>(
	text: string,
	columns: readonly Column[]
): CsvRead<Column> {
	const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''));
	const quotes = errors.filter(({ type }) => type === 'Quotes');
	if (quotes.length > 0) return { ok: false, faults: quotes.map(quoteFault) };
	const [first, ...rest] = data
		.map((cells, i) => ({ row: i + 1, cells: cells.map(clean) }))
		.filter(({ cells }) => cells.some((cell) => cell !== ''));
	const header = first?.cells ?? [];
	const wrong = headerFaults(header, columns);
	if (wrong.length > 0) return { ok: false, faults: wrong };
	if (rest.length === 0) {
		return { ok: false, faults: [whole('The file has no rows.', 'Add rows below the header.')] };
	}
	const ragged = rest.filter(({ cells }) => cells.length !== header.length);
	if (ragged.length > 0) return { ok: false, faults: ragged.map(({ row }) => raggedFault(row)) };
	return { ok: true, rows: rest.map(({ row, cells }) => ({ row, cells: named(header, cells) })) };
}

const named = <Column extends string>(header: readonly string[], cells: readonly string[]) =>
	Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])) as Record<Column, string>;

// Our own files put an apostrophe before what a spreadsheet would take for a formula.
const clean = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@\t\r])/, '');

function headerFaults(header: readonly string[], columns: readonly string[]): Fault[] {
	const missing = columns.filter((name) => !header.includes(name));
	// Our own files are the template, and those of a demonstration have a notice in each row.
	const unknown = header.filter((name) => !columns.includes(name) && name !== NOTICE_COLUMN);
	const twice = header.filter((name, i) => header.indexOf(name) !== i);
	const fault = (column: string, wrong: string, todo: string) => ({ row: 1, column, wrong, todo });
	return [
		...missing.map((name) => fault(name, 'The column is missing.', 'Start from the template.')),
		...unknown.map((name) =>
			fault(name.slice(0, 60) || '(blank)', 'There is no such column.', 'Take the column out.')
		),
		...[...new Set(twice)].map((name) =>
			fault(name, 'The column is there twice.', 'Take one of them out.')
		)
	];
}

const raggedFault = (row: number): Fault => ({
	row,
	column: null,
	wrong: 'The row has more or fewer cells than the header.',
	todo: 'Put text that has commas in double quotes.'
});

const quoteFault = ({ row }: Papa.ParseError): Fault => ({
	row: (row ?? 0) + 1,
	column: null,
	wrong: 'A double quote is not closed.',
	todo: 'Close it, or write two of them for one inside a text.'
});

const whole = (wrong: string, todo: string): Fault => ({ row: null, column: null, wrong, todo });
