import type { Area } from '../../domain/area.ts';
import { acrossRows, unitValue, type Places } from '../../domain/import/across.ts';
import { gazetteer } from '../../domain/import/area-text.ts';
import { guessColumns, type Column } from '../../domain/import/columns.ts';
import { remapped, shaped, type Mapping } from '../../domain/import/mapping.ts';
import { cut } from '../../domain/import/place.ts';
import { error, warning, type ImportProblem } from '../../domain/import/problem.ts';
import type { ImportContext, ImportedFigure, Measured } from '../../domain/import/record.ts';
import { readRecords } from '../../domain/import/records.ts';
import { findSheet, type Grid, type Sheet } from '../../domain/import/sheet.ts';
import type { Period } from '../../domain/period.ts';
import { decode } from './decode.ts';
import { cellsOf, DELIMITERS, TOO_LONG } from './delimited.ts';
import { kindOf } from './kind.ts';
import { MOST_BYTES, MOST_ROWS } from './limits.ts';
import { FileRefused } from './refused.ts';

// A file from its bytes to figures and problems. It runs in a worker (worker.ts) and asks nobody: what
// is known of areas, indicators and groups comes with the question.

export interface Known {
	readonly areas: readonly Area[];
	/** Other names of areas. */
	readonly aliases: readonly (readonly [name: string, code: string])[];
	readonly indicators: readonly (Measured & { readonly title: string; readonly slug: string })[];
	/** Labels of groups, in small letters, with their ids. */
	readonly groups: readonly (readonly [label: string, id: string])[];
	readonly whole: string;
	readonly parts: readonly string[];
}

export interface Asked {
	readonly bytes: Uint8Array;
	readonly mapping: Mapping;
	readonly known: Known;
}

/** What was found in the file, for the person who sent it. */
export interface Reading {
	readonly format: string;
	readonly sheet: string | null;
	readonly sheets: readonly string[];
	readonly titles: readonly string[];
	readonly notes: readonly string[];
	readonly headerRow: number;
	readonly columns: readonly Column[];
	/** The first rows, as cells. */
	readonly sample: readonly (readonly string[])[];
	readonly rows: number;
	/** Marks that somebody has to explain. */
	readonly unclear: readonly string[];
}

/** A figure as it is kept until somebody accepts it. */
export interface FigureRow {
	readonly row: number;
	readonly indicator: string;
	readonly area: string;
	readonly period: string;
	readonly breakdown: string;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly value: number | null;
	readonly lower: number | null;
	readonly upper: number | null;
	readonly state: string;
	readonly provisional: boolean;
	readonly estimated: boolean;
	readonly note: string | null;
}

export interface FileRead {
	readonly reading: Reading;
	readonly figures: readonly FigureRow[];
	readonly periods: readonly Period[];
	readonly problems: readonly ImportProblem[];
}

const SAMPLE = 8;
// Large enough for a server, small enough that on the embedded database a batch holds nobody up for long.
const BATCH = 2_500;

/** Throws `FileRefused` when the file cannot be read at all. */
export async function readFile(
	{ bytes, mapping, known }: Asked,
	progress: (share: number) => void = () => {},
	batch: (rows: readonly FigureRow[]) => void = () => {}
): Promise<FileRead> {
	if (bytes.length > MOST_BYTES) {
		throw new FileRefused('The file is larger than 50 MB. Send it in parts.');
	}
	const areas = gazetteer(known.areas, new Map(known.aliases));
	const isKey = (cell: string) => areas.byCode.has(cell.toUpperCase());
	const file = await open(bytes, mapping.sheet);
	progress(0.2);
	const found = chosen(file.sheets, isKey);
	if (found.sheet.body.length > MOST_ROWS) throw new FileRefused(TOO_LONG);
	progress(0.3);
	const titles = new Map(
		known.indicators.flatMap((one) => named(one).map((name) => [name, one.code]))
	);
	const guessed = guessColumns(found.sheet, areas, titles);
	const columns = remapped(guessed, mapping);
	const ready = shaped(found.sheet, columns, mapping);
	const measured = new Map(
		known.indicators.flatMap((one) => named(one).map((name) => [name, one]))
	);
	const context: ImportContext = {
		areas,
		indicators: measured,
		groups: new Map(known.groups),
		indicator: mapping.indicator,
		period: mapping.period,
		periodKind: mapping.periodKind,
		marks: mapping.marks,
		leaveOut: mapping.leaveOut
	};
	const byCode = new Map(known.indicators.map((one) => [one.code, one]));
	const rows: FigureRow[] = [];
	let told = 0;
	const read = readRecords(ready.sheet, ready.columns, context, (figure) => {
		rows.push(rowOf(figure, byCode.get(figure.indicator)));
		if (rows.length - told === BATCH) {
			batch(rows.slice(told));
			told = rows.length;
		}
	});
	if (rows.length > told) batch(rows.slice(told));
	progress(0.7);
	const across = acrossRows(read.figures, byCode, placesOf(known, areas.byCode));
	progress(0.8);
	return {
		reading: {
			format: file.format,
			sheet: found.name,
			sheets: file.sheets.map(({ name }) => name),
			titles: found.sheet.titles.slice(0, 10).map(printable),
			notes: found.sheet.notes.slice(0, 20).map(printable),
			headerRow: found.sheet.headerRow,
			columns: columns.map((column) => ({ ...column, header: printable(column.header) })),
			sample: found.sheet.body.slice(0, SAMPLE).map(({ cells }) => cells.map(printable)),
			rows: found.sheet.body.length,
			unclear: unclearMarks(read.problems)
		},
		figures: rows,
		periods: [...new Map(read.figures.map(({ period }) => [period.id, period])).values()],
		problems: [
			...hidden(found.hiddenRows),
			...tooWide(found.sheet),
			...read.problems.map((one) => ({
				...one,
				message: printable(one.message),
				column: one.column && printable(one.column)
			})),
			...across
		]
	};
}

const named = ({ code, title, slug }: Known['indicators'][number]): string[] => [
	...new Set([code.toLowerCase(), title.toLowerCase(), slug])
];

/** The value is in the indicator's unit from here on. */
const rowOf = (
	{ period, ...figure }: ImportedFigure,
	indicator: Known['indicators'][number] | undefined
): FigureRow => ({
	...figure,
	period: period.id,
	value: indicator ? unitValue({ period, ...figure }, indicator.rule) : figure.value,
	note: figure.note && printable(figure.note)
});

interface OneSheet {
	readonly name: string;
	readonly grid: Grid;
	readonly hiddenRows: number;
}

async function open(
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
function chosen(sheets: readonly OneSheet[], isKey: (cell: string) => boolean) {
	const tables = sheets.flatMap(({ name, grid, hiddenRows }) => {
		const sheet = findSheet(grid, isKey);
		return sheet ? [{ name: name || null, sheet, hiddenRows }] : [];
	});
	const longest = tables.reduce<(typeof tables)[number] | undefined>(
		(best, one) => (best && best.sheet.body.length >= one.sheet.body.length ? best : one),
		undefined
	);
	if (longest) return longest;
	throw new FileRefused(
		'No table was found: no row of figures has a header above it. Put one header row above the figures and send the file again.'
	);
}

/** A number with a comma that was not put in quotes falls into two cells: the row is then too long. */
function tooWide({ headers, body }: Sheet): ImportProblem[] {
	const width = headers.findLastIndex((header) => header !== '') + 1;
	return body.flatMap(({ row, cells }) => {
		const extra = cells.findIndex((cell, at) => at >= width && cell !== '');
		return extra < 0
			? []
			: [
					error(
						'more cells than headers',
						{ row },
						`The row has more cells than the header (“${cut(printable(cells[extra] ?? ''))}”). Put quotes around numbers and texts with commas, or give the column a header.`
					)
				];
	});
}

const hidden = (rows: number): ImportProblem[] =>
	rows === 0
		? []
		: [
				warning(
					'hidden rows',
					{},
					`${rows} ${rows === 1 ? 'row is' : 'rows are'} hidden in the sheet and were read too. Take them out if they do not belong.`
				)
			];

function placesOf({ whole, parts }: Known, byCode: ReadonlyMap<string, Area>): Places {
	return { whole, parts, name: (code) => byCode.get(code)?.name ?? code };
}

const unclearMarks = (problems: readonly ImportProblem[]): string[] => [
	...new Set(
		problems
			.filter(({ code }) => code === 'mark unclear')
			.flatMap(({ message }) => /^“(.*?)”/.exec(message)?.[1] ?? [])
	)
];

/** Characters that no database of text takes, or no screen shows. */
const printable = (text: string): string =>
	text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '\ufffd').slice(0, 2000);
