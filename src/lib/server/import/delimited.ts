import Papa from 'papaparse';
import type { Grid } from '../../domain/import/sheet.ts';
import { MOST_COLUMNS, MOST_ROWS } from './limits.ts';
import { FileRefused } from './refused.ts';

// Text to cells. What stands between the cells is found by looking; rows may be of any length.

export const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;
export type Delimiter = keyof typeof DELIMITERS;

const EMPTY: readonly string[] = [];

export function cellsOf(text: string): { grid: Grid; delimiter: Delimiter } {
	const { body, said } = withoutHint(text);
	const delimiter = said ?? delimiterOf(body);
	const grid = said === undefined ? [] : [EMPTY];
	let filled = 0;
	const step = ({ data: [cells = EMPTY], errors }: Papa.ParseResult<readonly string[]>) => {
		if (errors.length > 0) throw new FileRefused(openQuote(grid.length + 1));
		const isBlank = cells.every((cell) => cell === '' || cell.trim() === '');
		if (!isBlank) checkSize(++filled, cells.length);
		grid.push(isBlank ? EMPTY : cells);
	};
	// The parser itself: the function around it makes some things of each row that nobody asks for.
	const lines = body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
	new Papa.Parser({ delimiter, newline: '\n', step }).parse(lines, 0, false);
	while (grid.at(-1) === EMPTY) grid.pop();
	return { grid, delimiter };
}

/** Refuses while reading, not after. A few rows more than the limit may be titles and notes. */
export function checkSize(rows: number, columns: number): void {
	if (rows > MOST_ROWS + 100) throw new FileRefused(TOO_LONG);
	if (columns > MOST_COLUMNS) {
		throw new FileRefused(
			`The file has more than ${MOST_COLUMNS.toLocaleString('en-GB')} columns. Take out those that are not needed.`
		);
	}
}

export const TOO_LONG = `The file has more than ${MOST_ROWS.toLocaleString('en-GB')} rows. Send it in parts, or take out areas that are not needed.`;

/** Excel's own hint in the first row: sep=; */
function withoutHint(text: string): { body: string; said?: Delimiter } {
	const found = /^"?sep=([,;|\t])"?\r?\n/i.exec(text);
	return found
		? { body: text.slice(found[0].length), said: found[1] as Delimiter }
		: { body: text };
}

/** The sign that stands the same number of times in most of the first rows. */
function delimiterOf(text: string): Delimiter {
	const lines = text
		.slice(0, 100_000)
		.split(/\r\n|\n|\r/, 60)
		.map((line) => line.replace(/"[^"]*"/g, ''))
		.filter((line) => line.trim() !== '');
	const scores = (Object.keys(DELIMITERS) as Delimiter[]).map((sign) => {
		const counts = lines.map((line) => line.split(sign).length - 1).filter((count) => count > 0);
		const groups = Map.groupBy(counts, (count) => count);
		const best = Math.max(
			0,
			...[...groups].map(([count, same]) => same.length * Math.min(count, 8))
		);
		return { sign, best };
	});
	return scores.reduce((a, b) => (b.best > a.best ? b : a)).sign;
}

const openQuote = (row: number): string =>
	`A double quote is opened and not closed, near row ${row}. Close it, or write two of them for one inside a text.`;
