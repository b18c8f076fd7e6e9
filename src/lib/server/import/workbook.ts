import { readXlsx, type CellValue, type Sheet } from 'hucre/xlsx';
import type { Grid } from '../../domain/import/sheet.ts';
import { checkContents, partsOf } from './archive.ts';
import { checkSize } from './delimited.ts';
import { FileRefused } from './refused.ts';

// A workbook to cells, as a person sees them: dates as days, shares with their per cent sign, merged
// cells in each row that they cover, formulas by the value that was saved with them.

export interface SheetCells {
	readonly name: string;
	readonly isHidden: boolean;
	readonly grid: Grid;
	/** Rows that a filter hides: they are read too, and it is said. */
	readonly hiddenRows: number;
}

/** @param wanted a sheet that was chosen; else every sheet that is not hidden */
export async function sheetsOf(bytes: Uint8Array, wanted?: string): Promise<SheetCells[]> {
	const parts = partsOf(bytes);
	checkIsWorkbook(parts.map(({ name }) => name));
	checkContents(parts);
	const hidden = new Set<string>();
	const book = await opened(bytes, (info) => {
		const isHidden = Boolean(info.hidden) || Boolean(info.veryHidden);
		if (isHidden) hidden.add(info.name);
		return wanted === undefined ? !isHidden : info.name === wanted;
	});
	if (book.sheets.length === 0) throw new FileRefused(noSheet(wanted));
	return book.sheets.map((sheet) => ({
		name: sheet.name,
		isHidden: hidden.has(sheet.name),
		grid: gridOf(sheet),
		hiddenRows: [...(sheet.rowDefs?.values() ?? [])].filter((row) => row.hidden).length
	}));
}

type Filter = (info: { name: string; hidden?: boolean; veryHidden?: boolean }) => boolean;

async function opened(bytes: Uint8Array, sheets: Filter) {
	try {
		return await readXlsx(bytes, { readStyles: true, sheets });
	} catch (fault) {
		if (fault instanceof RangeError) throw fault;
		throw new FileRefused(
			'The workbook cannot be read. Open it in Excel, save it as an Excel workbook (XLSX) and send it again.'
		);
	}
}

function checkIsWorkbook(names: readonly string[]): void {
	if (names.includes('xl/workbook.xml')) return;
	const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
	if (has(/^xl\/workbook\.bin$/)) {
		throw new FileRefused(
			'The file is a binary workbook (.xlsb). Save it as an Excel workbook (XLSX) and send it again.'
		);
	}
	if (has(/^content\.xml$/) && has(/^mimetype$/)) {
		throw new FileRefused(
			'The file is an OpenDocument sheet (.ods). Save it as an Excel workbook (XLSX) and send it again.'
		);
	}
	if (has(/^word\//)) {
		throw new FileRefused('The file is a Word document. Send the sheet itself as XLSX or CSV.');
	}
	if (has(/^\[Content_Types\]\.xml$/)) return;
	throw new FileRefused(
		'The file is an archive, not a workbook. Unpack it and send the sheet that is in it.'
	);
}

const noSheet = (wanted: string | undefined): string =>
	wanted === undefined
		? 'Every sheet of the workbook is hidden. Show the sheet with the figures and save it again.'
		: `The workbook has no sheet called “${wanted.slice(0, 40)}”. Choose another sheet.`;

function gridOf(sheet: Sheet): Grid {
	let filled = 0;
	const grid = sheet.rows.map((row, at) => {
		const cells = row.map((value, column) => textOf(sheet, value, `${at},${column}`));
		const last = cells.findLastIndex((cell) => cell !== '');
		if (last >= 0) checkSize(++filled, last + 1);
		return cells.slice(0, last + 1);
	});
	spreadDown(grid, sheet);
	while (grid.at(-1)?.length === 0) grid.pop();
	return grid;
}

/** A cell merged over rows stands in each of them; across columns only headers mean more, and they are known. */
function spreadDown(grid: string[][], { merges }: Sheet): void {
	for (const { startRow, endRow, startCol } of merges ?? []) {
		const text = grid[startRow]?.[startCol] ?? '';
		const last = Math.min(endRow, grid.length - 1);
		for (let at = startRow + 1; text !== '' && at <= last; at++) {
			const row = grid[at];
			while (row && row.length < startCol) row.push('');
			if (row && !row[startCol]) row[startCol] = text;
		}
	}
}

function textOf(sheet: Sheet, value: CellValue, key: string): string {
	const detail = sheet.cells?.get(key);
	if (detail?.formula !== undefined && (value === null || value === undefined)) {
		return `=${detail.formula}`;
	}
	if (value === null || value === undefined) return '';
	const format = detail?.style?.numFmt;
	if (value instanceof Date) return dayText(value, format);
	if (typeof value === 'number') return numberText(value, format);
	return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

const isShare = (format: string | undefined): boolean => /%/.test(format ?? '');

/** Digits beyond what a spreadsheet keeps are noise of binary fractions. */
const numberText = (value: number, format: string | undefined): string =>
	isShare(format)
		? `${Number((value * 100).toPrecision(12))}%`
		: String(Number(value.toPrecision(15)));

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A date whose format shows no day is a month: "Apr-26". */
function dayText(value: Date, format: string | undefined): string {
	if (Number.isNaN(value.getTime())) return '#VALUE!';
	const shown = format?.toLowerCase() ?? '';
	return /m/.test(shown) && /y/.test(shown) && !/d/.test(shown)
		? MONTH.format(value)
		: value.toISOString().slice(0, 10);
}
