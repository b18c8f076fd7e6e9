import { writeXlsx, type CellValue, type ColumnDef, type WriteSheet } from 'hucre/xlsx';
import { NOTICE_COLUMN, NOTICE_WORD } from '../../domain/illustrative.ts';
import { LIST_SEPARATOR, type Cell, type Heading, type Table } from '../../domain/table.ts';
import { type About, type Fact, notes } from './about.ts';
import { PUBLISHER } from './licence.ts';

// The one place that writes spreadsheets: a sheet of data with real numbers under a frozen header,
// and a sheet of notes without which the data should not be read.

const WIDEST = 48;
const HEADER = { font: { bold: true }, alignment: { wrapText: true, vertical: 'bottom' } } as const;

export async function workbook(table: Table, about: About): Promise<Uint8Array> {
	const made = new Date(about.edition.publishedAt);
	const shown = about.edition.notice ? noticed(table) : table;
	return writeXlsx({
		sheets: [dataSheet(shown, about.title), notesSheet(notes(about))],
		properties: {
			title: about.title,
			description: about.description,
			creator: PUBLISHER,
			created: made,
			modified: made
		}
	});
}

/** Each row of a demonstration says what it is, wherever it is copied to. */
function noticed({ columns, rows, key }: Table): Table {
	const heading: Heading = {
		...{ name: 'notice', title: NOTICE_COLUMN, datatype: 'string' },
		description: 'The figures are of a demonstration'
	};
	return { columns: [...columns, heading], rows: rows.map((row) => [...row, NOTICE_WORD]), key };
}

function dataSheet({ columns, rows }: Table, summary: string): WriteSheet {
	return {
		name: 'Data',
		columns: columns.map((heading, place) => columnOf(heading, rows, place)),
		rows: [columns.map(({ title }) => title), ...rows.map((row) => row.map(value))],
		cells: new Map(columns.map((_, place) => [`0,${place}`, { style: HEADER }])),
		freezePane: { rows: 1 },
		pageSetup: {
			paperSize: 'a4',
			orientation: 'landscape',
			fitToPage: true,
			fitToHeight: 0,
			printTitlesRow: '$1:$1'
		},
		a11y: { summary, headerRow: 0 }
	};
}

function notesSheet(facts: readonly Fact[]): WriteSheet {
	return {
		name: 'Notes',
		columns: [
			{ width: 28 },
			{ width: 90, style: { alignment: { wrapText: true, vertical: 'top' } } }
		],
		rows: [['Note', 'Text'], ...facts.map(({ term, text }) => [term, text])],
		cells: new Map([0, 1].map((place) => [`0,${place}`, { style: HEADER }])),
		freezePane: { rows: 1 },
		a11y: { summary: 'How to read the data', headerRow: 0 }
	};
}

function columnOf(heading: Heading, rows: Table['rows'], place: number): ColumnDef {
	const longest = rows.slice(0, 200).map((row) => String(row[place] ?? '').length);
	const width = Math.min(WIDEST, Math.max(10, heading.title.length / 2, ...longest) + 2);
	const format = numberFormat(heading);
	return format === undefined ? { width } : { width, numFmt: format };
}

function numberFormat({ datatype, decimals }: Heading): string | undefined {
	if (datatype === 'integer') return '#,##0';
	if (datatype !== 'number' || decimals === undefined) return undefined;
	return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

function value(cell: Cell): CellValue {
	return Array.isArray(cell) ? cell.join(LIST_SEPARATOR) : (cell as CellValue);
}
