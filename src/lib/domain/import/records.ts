import { isMeasure, type Column, type Role } from './columns.ts';
import { placesIn } from './column-text.ts';
import { fractionsIn } from './fractions.ts';
import { cut } from './place.ts';
import { error, warning, type ImportProblem, type ProblemCode } from './problem.ts';
import {
	readSet,
	type ImportContext,
	type ImportedFigure,
	type MeasureSet,
	type Reading
} from './record.ts';
import { remembering, within } from './remembering.ts';
import { repeated, type Sheet } from './sheet.ts';

// From the rows of a sheet to figures: each with its indicator, area, period and group, or with what
// is wrong. Nothing is guessed in silence, and all problems are told at once.

export interface Read {
	readonly figures: readonly ImportedFigure[];
	readonly problems: readonly ImportProblem[];
}

/** @param found hears of each figure at once, so that somebody can go on with it meanwhile */
export function readRecords(
	sheet: Sheet,
	columns: readonly Column[],
	context: ImportContext,
	found: (figure: ImportedFigure) => void = () => {}
): Read {
	const problems: ImportProblem[] = [
		...repeated(sheet.headers).map((header) =>
			error(
				'repeated column',
				{ row: sheet.headerRow, column: header },
				`Two columns are called “${cut(header)}”. Rename or remove one.`
			)
		),
		...missingColumns(columns, context)
	];
	if (problems.some(({ code }) => code === 'no column')) return { figures: [], problems };
	const fractions = fractionsIn(sheet, columns, context);
	problems.push(...[...fractions].map((at) => asShares(columns[at]?.header)));
	const reading = readingOf(columns, context, fractions);
	const figures: ImportedFigure[] = [];
	const seen: Seen = new Map();
	const left = new Map<ProblemCode, number>();
	const sets = setsOf(columns);
	for (const row of sheet.body) {
		for (const set of sets) {
			const read = readSet(row, set, reading);
			const reason = context.leaveOut && read.problems.find(isLeftOut(context.leaveOut));
			if (reason) {
				left.set(reason.code, (left.get(reason.code) ?? 0) + 1);
				continue;
			}
			if (read.problems.length > 0) problems.push(...read.problems);
			if (!('found' in read)) continue;
			const earlier = rowBefore(seen, read.found);
			if (earlier !== undefined) {
				problems.push(repeatedRow(row.row, earlier));
				continue;
			}
			figures.push(read.found);
			found(read.found);
		}
	}
	return { figures, problems: [...problems, ...leftOut(left)] };
}

function readingOf(
	columns: readonly Column[],
	context: ImportContext,
	fractions: ReadonlySet<number>
): Reading {
	const places = placesIn(columns);
	const words = /(school|academic|financial|calendar) year$/i.exec(places.header('period') ?? '');
	return {
		...{ columns, context, places, fractions, lookups: remembering(context, places) },
		kinds: context.periodKind && [context.periodKind],
		kindOfYear: words?.[0] ?? ''
	};
}

const isLeftOut =
	(reasons: readonly ProblemCode[]) =>
	({ code }: ImportProblem): boolean =>
		reasons.includes(code);

/** Rows by indicator, period and place: putting the three together for each row takes longer. */
type Seen = Map<string, Map<string, Map<string, number>>>;

/** Row that gave a figure of the same indicator, period, area and group; else this one is noted. */
function rowBefore(
	seen: Seen,
	{ row, indicator, period, area, breakdown }: ImportedFigure
): number | undefined {
	const place = breakdown === 'all' ? area : `${area} ${breakdown}`;
	const rows = within(within(seen, indicator), period.id);
	const earlier = rows.get(place);
	if (earlier === undefined) rows.set(place, row);
	return earlier;
}

const repeatedRow = (row: number, earlier: number): ImportProblem =>
	error(
		'duplicate',
		{ row },
		`Row ${earlier} already gives a figure for this area and period. Keep one of them.`
	);

const asShares = (column: string | undefined): ImportProblem =>
	warning(
		'share as fraction',
		{ column },
		'Every figure is between 0 and 1: they were taken as shares and multiplied by 100.'
	);

function leftOut(left: ReadonlyMap<ProblemCode, number>): ImportProblem[] {
	return [...left].map(([code, number]) =>
		warning(
			'left out',
			{},
			`${number.toLocaleString('en-GB')} ${number === 1 ? 'figure was' : 'figures were'} left out, as you asked: ${code}.`
		)
	);
}

function setsOf(columns: readonly Column[]): MeasureSet[] {
	const measures = columns.flatMap((column, at) =>
		isMeasure(column.role) ? [{ column, at, role: column.role }] : []
	);
	const keyOf = ({ column }: (typeof measures)[number]) =>
		[column.period, column.area, column.indicator, column.sex].join('\n');
	return [...Map.groupBy(measures, keyOf).values()].flatMap((set) => {
		const first = set[0];
		if (!first) return [];
		return [{ measures: set.map(({ role, at }) => ({ role, at })), says: first.column }];
	});
}

function missingColumns(columns: readonly Column[], context: ImportContext): ImportProblem[] {
	const has = (...roles: Role[]) => columns.some(({ role }) => roles.includes(role));
	const says = (key: 'area' | 'period' | 'indicator') =>
		columns.some((column) => isMeasure(column.role) && column[key] !== undefined);
	const missing = (what: string) => error('no column', {}, what);
	return [
		...(columns.some(({ role }) => isMeasure(role))
			? []
			: [missing('No column of figures was found. Say which column holds the numbers.')]),
		...(has('area code', 'area name') || says('area')
			? []
			: [missing('No column of areas was found. Say which column holds the area codes or names.')]),
		...(has('period') || says('period') || context.period
			? []
			: [
					missing(
						'No period was found. Say which column holds it, or choose one for the whole file.'
					)
				]),
		...(has('indicator') || says('indicator') || context.indicator
			? []
			: [missing('No indicator was found. Choose the indicator that the file is about.')])
	];
}
