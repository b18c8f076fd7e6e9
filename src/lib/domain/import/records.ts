import type { Area } from '../area.ts';
import type { Period } from '../period.ts';
import { isMeasure, type Column, type Role } from './columns.ts';
import { fractionsIn } from './fractions.ts';
import { areaOf, cut, periodOf, type At, type Found } from './place.ts';
import { error, warning, type ImportProblem, type ProblemCode } from './problem.ts';
import { repeated, type Sheet } from './sheet.ts';
import {
	readSet,
	type ImportContext,
	type ImportedFigure,
	type MeasureSet,
	type Reading
} from './record.ts';

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
	const groups = setsOf(columns);
	const fractions = fractionsIn(sheet, columns, context);
	problems.push(
		...[...fractions].map((at) =>
			warning(
				'share as fraction',
				{ column: columns[at]?.header },
				'Every figure is between 0 and 1: they were taken as shares and multiplied by 100.'
			)
		)
	);
	const figures: ImportedFigure[] = [];
	const reading = { columns, context, fractions, ...remembering(context) };
	const seen = new Map<string, number>();
	const left = new Map<ProblemCode, number>();
	for (const row of sheet.body) {
		for (const set of groups) {
			const read = readSet(row, set, reading);
			const reason = read.problems.find(({ code }) => context.leaveOut?.includes(code));
			if (reason) {
				left.set(reason.code, (left.get(reason.code) ?? 0) + 1);
				continue;
			}
			problems.push(...read.problems);
			if (!('found' in read)) continue;
			const figure = read.found;
			const key = `${figure.indicator} ${figure.area} ${figure.period.id} ${figure.breakdown}`;
			const earlier = seen.get(key);
			if (earlier !== undefined) {
				problems.push(
					error(
						'duplicate',
						{ row: row.row },
						`Row ${earlier} already gives a figure for this area and period. Keep one of them.`
					)
				);
				continue;
			}
			seen.set(key, row.row);
			figures.push(figure);
			found(figure);
		}
	}
	return { figures, problems: [...problems, ...leftOut(left)] };
}

function leftOut(left: ReadonlyMap<ProblemCode, number>): ImportProblem[] {
	return [...left].map(([code, number]) =>
		warning(
			'left out',
			{},
			`${number.toLocaleString('en-GB')} ${number === 1 ? 'figure was' : 'figures were'} left out, as you asked: ${code}.`
		)
	);
}

/** A file says the same few hundred areas and periods in every row: each is looked up once. */
function remembering(context: ImportContext): Pick<Reading, 'periods' | 'areas'> {
	const periods = new Map<string, Found<Period>>();
	const areas = new Map<string, Found<Area>>();
	return {
		periods: (text, kinds, at) =>
			known(periods, `${text}\n${kinds.join()}`, at, () => periodOf(text, kinds, at)),
		areas: (texts, period, at) =>
			known(
				areas,
				`${texts.codes.join('\n')}\n\n${texts.names.join('\n')}\n\n${period?.id ?? ''}`,
				at,
				() => areaOf(texts, period, context.areas, at)
			)
	};
}

function known<T>(
	answers: Map<string, Found<T>>,
	key: string,
	at: At,
	ask: () => Found<T>
): Found<T> {
	const held = answers.get(key);
	if (!held) {
		const answer = ask();
		answers.set(key, answer);
		return answer;
	}
	if (held.problems.length === 0) return held;
	return { ...held, problems: held.problems.map((one) => ({ ...one, row: at.row })) };
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
		return [{ at: Object.fromEntries(set.map(({ role, at }) => [role, at])), says: first.column }];
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
