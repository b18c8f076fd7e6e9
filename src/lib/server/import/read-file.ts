import type { Area } from '../../domain/area.ts';
import { acrossRows } from '../../domain/import/across.ts';
import { gazetteer } from '../../domain/import/area-text.ts';
import { guessColumns, type Column } from '../../domain/import/columns.ts';
import { remapped, shaped, type Mapping } from '../../domain/import/mapping.ts';
import type { ImportProblem } from '../../domain/import/problem.ts';
import type { ImportedFigure, Measured } from '../../domain/import/record.ts';
import { readRecords } from '../../domain/import/records.ts';
import type { Period } from '../../domain/period.ts';
import { TOO_LONG } from './delimited.ts';
import { MOST_BYTES, MOST_ROWS } from './limits.ts';
import { open, tableIn } from './open-file.ts';
import { FileRefused } from './refused.ts';
import { printable, printed, sheetProblems, unclearMarks } from './told.ts';

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

export interface FileRead {
	readonly reading: Reading;
	/** Values in the unit of their indicator. */
	readonly figures: readonly ImportedFigure[];
	readonly periods: readonly Period[];
	readonly problems: readonly ImportProblem[];
}

const SAMPLE = 8;
// Large enough for a server, small enough that on the embedded database a batch holds nobody up for long.
const BATCH = 2_500;

export interface Hearing {
	progress(share: number): void;
	/** Figures as they are found: while the next ones are read, somebody else writes these. */
	batch(figures: readonly ImportedFigure[]): void;
}

/** Throws `FileRefused` when the file cannot be read at all. */
export async function readFile(
	{ bytes, mapping, known }: Asked,
	{ progress, batch }: Hearing = { progress: () => {}, batch: () => {} }
): Promise<FileRead> {
	if (bytes.length > MOST_BYTES) {
		throw new FileRefused('The file is larger than 50 MB. Send it in parts.');
	}
	const areas = gazetteer(known.areas, new Map(known.aliases));
	const file = await open(bytes, mapping.sheet);
	progress(0.2);
	const table = tableIn(file.sheets, (cell) => areas.byCode.has(cell.toUpperCase()));
	const { sheet } = table;
	if (sheet.body.length > MOST_ROWS) throw new FileRefused(TOO_LONG);
	progress(0.3);
	const indicators = new Map(
		known.indicators.flatMap((one) => namesOf(one).map((name) => [name, one]))
	);
	const columns = remapped(guessColumns(sheet, areas, indicators), mapping);
	const ready = shaped(sheet, columns, mapping);
	const context = { areas, indicators, groups: new Map(known.groups), ...mapping };
	const { add, rest } = batches(batch);
	const read = readRecords(ready.sheet, ready.columns, context, add);
	rest();
	progress(0.7);
	const byCode = new Map(known.indicators.map((one) => [one.code, one]));
	const across = acrossRows(read.figures, byCode, {
		...{ whole: known.whole, parts: known.parts },
		name: (code) => areas.byCode.get(code)?.name ?? code
	});
	progress(0.8);
	return {
		reading: {
			...{ format: file.format, sheet: table.name, sheets: file.sheets.map(({ name }) => name) },
			titles: sheet.titles.slice(0, 10).map(printable),
			notes: sheet.notes.slice(0, 20).map(printable),
			headerRow: sheet.headerRow,
			columns: columns.map((column) => ({ ...column, header: printable(column.header) })),
			sample: sheet.body.slice(0, SAMPLE).map(({ cells }) => cells.map(printable)),
			rows: sheet.body.length,
			unclear: unclearMarks(read.problems)
		},
		figures: read.figures,
		periods: [...new Map(read.figures.map(({ period }) => [period.id, period])).values()],
		problems: [...sheetProblems(table), ...read.problems.map(printed), ...across]
	};
}

const namesOf = ({ code, title, slug }: Known['indicators'][number]): string[] => [
	...new Set([code.toLowerCase(), title.toLowerCase(), slug])
];

function batches(tell: Hearing['batch']) {
	let held: ImportedFigure[] = [];
	const rest = () => {
		if (held.length > 0) tell(held);
		held = [];
	};
	const add = (figure: ImportedFigure) => {
		if (held.push(figure) === BATCH) rest();
	};
	return { add, rest };
}
