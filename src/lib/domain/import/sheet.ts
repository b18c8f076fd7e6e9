import { isTidy, readCell, tidy } from './cell.ts';
import { readPeriod } from './period-text.ts';

// A sheet as it was sent has titles above the header, headers over two or three rows with merged
// cells, and notes below. Here the table in it is found; row numbers stay those of the sheet.

export type Grid = readonly (readonly string[])[];

export interface SheetRow {
	/** Row of the sheet, from 1. */
	readonly row: number;
	readonly cells: readonly string[];
}

export interface Sheet {
	readonly titles: readonly string[];
	/** One header a column; levels of a header over several rows are joined by " | ". */
	readonly headers: readonly string[];
	readonly headerRow: number;
	readonly body: readonly SheetRow[];
	readonly notes: readonly string[];
}

export const LEVELS = ' | ';
const MOST_HEADER_ROWS = 3;
const LOOK_AT = 60;

/**
 * Finds the table; undefined when no row of figures has a header above it.
 * @param isKey whether a cell names a row, e.g. an area's code: a row with one is never a header
 */
export function findSheet(grid: Grid, isKey = isAreaCode): Sheet | undefined {
	const rows = grid.map((cells) => (cells.every(isTidy) ? cells : cells.map(tidy)));
	const start = bodyStart(rows, isKey);
	if (start === undefined) return undefined;
	const headerRows = headersAbove(rows, start);
	if (headerRows === 0) return undefined;
	const first = start - headerRows;
	const width = rows.slice(first).reduce((most, { length }) => Math.max(most, length), 0);
	const { body, notes } = split(rows, start);
	return {
		titles: rows.slice(0, first).flatMap((cells) => cells.filter((cell) => cell !== '')),
		headers: joined(rows.slice(first, start), width),
		headerRow: start,
		body,
		notes
	};
}

/** Headers that stand over more than one column. */
export const repeated = (headers: readonly string[]): string[] => [
	...new Set(
		headers.filter(
			(header, at) => header !== '' && headers.findIndex((one) => same(one, header)) < at
		)
	)
];

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

type Rows = readonly (readonly string[])[];

/** Codes of the statistical geography. */
const isAreaCode = (cell: string): boolean => /^[EJKNSW]\d{8}$/i.test(cell);

function bodyStart(rows: Rows, isKey: (cell: string) => boolean): number | undefined {
	const last = Math.min(rows.length, LOOK_AT);
	for (let at = 1; at < last; at++) {
		const keyed = (rows[at] ?? []).some(isKey);
		if ((keyed || isBody(rows, at)) && headersAbove(rows, at) > 0) return at;
	}
	return undefined;
}

/** At least two cells, one of them a figure or a mark that is not merely a year or a quarter. */
function isBody(rows: Rows, at: number): boolean {
	const cells = rows[at] ?? [];
	const filled = cells.filter((cell) => cell !== '');
	if (filled.length < 2) return false;
	const figures = filled.filter(isFigure);
	if (figures.length === 0) return false;
	return !figures.every(isYear) || figures.length === 1 || hasWords(rows[at - 1]);
}

/** A row of years may be a header; with words right above it in most columns it is the first row. */
const hasWords = (cells: readonly string[] = []): boolean =>
	cells.filter((cell) => cell !== '' && !isFigure(cell)).length >= 2;

const isFigure = (cell: string): boolean => {
	const read = readCell(cell);
	return read.kind === 'number' || read.kind === 'state';
};

const isYear = (cell: string): boolean =>
	/^(19|20)\d\d$/.test(cell) || (/\d{4}/.test(cell) && readPeriod(cell).length > 0);

/** Rows right above the body with two or more cells, none of them figures other than periods. */
function headersAbove(rows: Rows, start: number): number {
	let found = 0;
	while (found < MOST_HEADER_ROWS) {
		const cells = (rows[start - found - 1] ?? []).filter((cell) => cell !== '');
		const isHeader = cells.length >= 2 && cells.every((cell) => !isFigure(cell) || isYear(cell));
		const isOver = found > 0 && cells.length === 1 && isMerged(rows[start - found - 1] ?? []);
		if (!isHeader && !isOver) return found;
		found++;
	}
	return found;
}

/** One cell that does not stand in the first column: a heading merged over the columns below. */
const isMerged = (cells: readonly string[]): boolean => cells.findIndex((cell) => cell !== '') > 0;

function joined(levels: Rows, width: number): string[] {
	const spread = levels.map((cells, at) =>
		at === levels.length - 1 ? pad(cells, width) : toTheRight(pad(cells, width))
	);
	return Array.from({ length: width }, (_, column) => {
		const words = spread.map((cells) => cells[column] ?? '').filter((word) => word !== '');
		return words.filter((word, at) => word !== words[at - 1]).join(LEVELS);
	});
}

/** A merged cell holds its words in its first column only. */
function toTheRight(cells: readonly string[]): string[] {
	let held = '';
	return cells.map((cell) => (held = cell === '' ? held : cell));
}

const pad = (cells: readonly string[], width: number): string[] =>
	Array.from({ length: width }, (_, at) => cells[at] ?? '');

/** Rows below the last one with two cells are notes; blank rows in between are left out. */
function split(rows: Rows, start: number): { body: SheetRow[]; notes: string[] } {
	const last = rows.findLastIndex(
		(cells, at) => at >= start && hasCells(cells, 2) && !isNote(cells)
	);
	const body: SheetRow[] = [];
	for (let at = start; at <= last; at++) {
		const cells = rows[at];
		if (cells && hasCells(cells, 1)) body.push({ row: at + 1, cells });
	}
	const below = rows.slice(Math.max(start, last + 1));
	return { body, notes: below.flatMap((cells) => cells.filter((cell) => cell !== '')) };
}

function hasCells(cells: readonly string[], number: number): boolean {
	let filled = 0;
	return cells.some((cell) => cell !== '' && ++filled === number);
}

const isNote = (cells: readonly string[]): boolean =>
	/^(source|notes?|footnotes?|\[?\d\]|©|crown copyright|data as at|extracted)\b/i.test(
		cells[0] ?? ''
	) && !cells.some(isFigure);
