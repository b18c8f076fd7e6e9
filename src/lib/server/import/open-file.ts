import { findSheet, type Grid, type Sheet } from '../../domain/import/sheet.ts';
import { decode } from './decode.ts';
import { cellsOf, DELIMITERS } from './delimited.ts';
import { kindOf } from './kind.ts';
import { FileRefused } from './refused.ts';

// From bytes to sheets of cells, and to the one sheet that holds the table.

interface OneSheet {
	readonly name: string;
	readonly grid: Grid;
	readonly hiddenRows: number;
}

export interface Table {
	readonly name: string | null;
	readonly sheet: Sheet;
	readonly hiddenRows: number;
}

export async function open(
	bytes: Uint8Array,
	wanted: string | undefined
): Promise<{ format: string; sheets: OneSheet[] }> {
	if (kindOf(bytes) === 'archive') {
		// Most files are text: they do not wait for the workbook reader to be loaded.
		const { sheetsOf } = await import('./workbook.ts');
		return { format: 'Excel workbook', sheets: await sheetsOf(bytes, wanted) };
	}
	const { text, encoding } = decode(bytes);
	const { grid, delimiter } = cellsOf(text);
	const format = `Text, ${encoding}, cells split by ${DELIMITERS[delimiter]}`;
	return { format, sheets: [{ name: '', grid, hiddenRows: 0 }] };
}

/** Of several sheets the one with the longest table. */
export function tableIn(sheets: readonly OneSheet[], isKey: (cell: string) => boolean): Table {
	const tables = sheets.flatMap(({ name, grid, hiddenRows }) => {
		const sheet = findSheet(grid, isKey);
		return sheet ? [{ name: name || null, sheet, hiddenRows }] : [];
	});
	const longest = tables.reduce<Table | undefined>(
		(best, one) => (best && best.sheet.body.length >= one.sheet.body.length ? best : one),
		undefined
	);
	if (longest) return longest;
	throw new FileRefused(
		'No table was found: no row of figures has a header above it. Put one header row above the figures and send the file again.'
	);
}
