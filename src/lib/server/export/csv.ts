import Papa from 'papaparse';
import { LIST_SEPARATOR, type Cell, type Table } from '../../domain/table.ts';

// CSV as RFC 4180 has it: one header row, CRLF, quotes where needed, UTF-8 without a byte order mark.
// A cell that a spreadsheet would take for a formula gets an apostrophe before it.

const FORMAT = { newline: '\r\n', escapeFormulae: true } as const;

/** The whole file. */
export function csv(table: Table): string {
	return headerLine(table) + lines(table);
}

export function headerLine({ columns }: Pick<Table, 'columns'>): string {
	return `${Papa.unparse([columns.map((column) => column.title)], FORMAT)}\r\n`;
}

/** The rows alone, so that a long file can be written piece by piece. */
export function lines({ rows }: Pick<Table, 'rows'>): string {
	if (rows.length === 0) return '';
	return `${Papa.unparse(
		rows.map((row) => row.map(text)),
		FORMAT
	)}\r\n`;
}

// Numbers and booleans keep their type, so that a negative number is no formula.
function text(cell: Cell): string | number | boolean | null {
	return Array.isArray(cell)
		? cell.join(LIST_SEPARATOR)
		: (cell as string | number | boolean | null);
}
