import type { EntryCell, EntryRule } from '../entry/cell.ts';
import type { ValueState } from '../observation.ts';
import type { Period, PeriodKind } from '../period.ts';
import type { Gazetteer } from './area-text.ts';
import { readCell, type Marks } from './cell.ts';
import type { Column, Measure } from './columns.ts';
import { textAt, textsAt, type Places } from './column-text.ts';
import { figuresOf, type FigureCell, type Numbers } from './figure.ts';
import { periodWithPart } from './period-text.ts';
import type { Found } from './place.ts';
import type { ImportProblem, ProblemCode } from './problem.ts';
import type { Lookups } from './remembering.ts';
import type { SheetRow } from './sheet.ts';

// One row to one figure, with its indicator, area, period and group, or to what is wrong with it.

/** A figure as the cell of a return, with where it stands. */
export interface ImportedFigure extends EntryCell {
	readonly row: number;
	readonly indicator: string;
	readonly period: Period;
	readonly lower: number | null;
	readonly upper: number | null;
	readonly state: ValueState;
}

export interface Measured {
	readonly code: string;
	readonly rule: EntryRule;
	/** Kinds of period that the indicator is reported for. */
	readonly periodKinds: readonly PeriodKind[];
	/** The localities add up to the borough. */
	readonly isAdditive?: boolean;
}

export interface ImportContext {
	readonly areas: Gazetteer;
	/** By code and by title, in small letters. */
	readonly indicators: ReadonlyMap<string, Measured>;
	/** Groups by label in small letters: women → female; persons, all and total → all. */
	readonly groups: ReadonlyMap<string, string>;
	/** What holds for the whole file where no column says it. */
	readonly indicator?: string | undefined;
	readonly period?: string | undefined;
	/** Chosen by the importer where a spelling fits two kinds. */
	readonly periodKind?: PeriodKind | undefined;
	readonly marks?: Marks | undefined;
	/** Rows with one of these are left out, and their number is said. */
	readonly leaveOut?: readonly ProblemCode[] | undefined;
}

/** Columns of figures that belong together: of one period, area, indicator and sex. */
export interface MeasureSet {
	readonly measures: readonly { readonly role: Measure; readonly at: number }[];
	readonly says: Column;
}

export interface Reading {
	readonly columns: readonly Column[];
	readonly context: ImportContext;
	readonly places: Places;
	readonly lookups: Lookups;
	readonly fractions: ReadonlySet<number>;
	/** Kinds of period that were chosen; they win over those of the indicator. */
	readonly kinds: readonly PeriodKind[] | undefined;
	/** "School year" above 2024/25 says which of two years is meant. */
	readonly kindOfYear: string;
}

/** The figure that columns give in a row; neither it nor a problem where their cells are empty. */
export function readSet(row: SheetRow, set: MeasureSet, reading: Reading): Found<ImportedFigure> {
	const { places } = reading;
	const cells = cellsOf(row, set, reading);
	if (cells.every(({ cell }) => cell.kind === 'blank') && isWideOrEmpty(row, places)) {
		return { problems: NONE };
	}
	const said = saidBy(row, set, reading);
	const measured = 'found' in said.measured ? said.measured.found : undefined;
	const figure = figuresOf(cells, measured, { row, reading });
	const { period, area, group } = said;
	const problems = together(said.measured, period, area, group, figure);
	if (!measured || !('found' in period && 'found' in area && 'found' in group && 'found' in figure))
		return { problems };
	return {
		problems,
		found: {
			...figure.found,
			row: row.row,
			indicator: measured.code,
			area: area.found.code,
			period: period.found,
			breakdown: group.found,
			value: unitValue(figure.found, measured.rule),
			note: textAt(row, places.of.note) || null,
			jumpReason: null
		}
	};
}

/** Which figure the row gives: its indicator, period, area and group. */
function saidBy(row: SheetRow, { says }: MeasureSet, reading: Reading) {
	const { context, places, lookups } = reading;
	const { of, codes, names } = places;
	const number = row.row;
	const measured = lookups.indicator(
		says.indicator ?? (textAt(row, of.indicator) || context.indicator || ''),
		number
	);
	const kinds = reading.kinds ?? ('found' in measured ? measured.found.periodKinds : ANY);
	const period = lookups.period(says.period ?? periodText(row, reading), kinds, number);
	const texts =
		says.area === undefined
			? { codes: textsAt(row, codes), names: textsAt(row, names) }
			: { codes: [says.area], names: [says.area] };
	const area = lookups.area(texts, 'found' in period ? period.found : undefined, number);
	const groups = [says.sex ?? textAt(row, of.sex), textAt(row, of.age), textAt(row, of.group)];
	return { measured, period, area, group: lookups.group(groups, number) };
}

/** In the indicator's unit: worked out from the counts where there are both. */
function unitValue(numbers: Numbers, rule: EntryRule): number | null {
	const { numerator, denominator, value, state } = numbers;
	if (state !== 'known' || rule.form === 'value') return value;
	if (rule.form === 'count') return numerator ?? value;
	return numerator === null || !denominator ? value : (numerator / denominator) * rule.multiplier;
}

const NONE: readonly ImportProblem[] = [];
const ANY: readonly PeriodKind[] = [];

/** Nearly every row has none. */
const together = (...all: readonly Found<unknown>[]): readonly ImportProblem[] =>
	all.every(({ problems }) => problems.length === 0) ? NONE : all.flatMap((one) => one.problems);

function periodText(row: SheetRow, { places, context, kindOfYear }: Reading): string {
	const year = textAt(row, places.of.period);
	const part = textAt(row, places.of['period part']) || kindOfYear;
	return part === '' || year === '' ? year || context.period || '' : periodWithPart(year, part);
}

/** A wide sheet leaves cells of other periods empty; a row without a single figure says nothing. */
const isWideOrEmpty = ({ cells }: SheetRow, { figures }: Places): boolean =>
	figures > 1 || cells.filter((cell) => cell !== '').length < 2;

function cellsOf(row: SheetRow, set: MeasureSet, reading: Reading): FigureCell[] {
	const { context, fractions } = reading;
	return set.measures.map(({ role, at }) => {
		const cell = readCell(textAt(row, at), context.marks);
		const isFraction = cell.kind === 'number' && fractions.has(at);
		return { role, at, cell: isFraction ? { ...cell, value: cell.value * 100 } : cell };
	});
}
