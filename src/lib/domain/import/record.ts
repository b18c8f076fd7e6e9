import type { Area } from '../area.ts';
import type { EntryRule } from '../entry/cell.ts';
import type { ValueState } from '../observation.ts';
import type { Period, PeriodKind } from '../period.ts';
import type { AreaTexts, Gazetteer } from './area-text.ts';
import { readCell, type Cell, type Marks } from './cell.ts';
import type { Column, Measure, Role } from './columns.ts';
import { headerOf, textOf, textsOf } from './column-text.ts';
import { figuresOf } from './figure.ts';
import { periodWithPart } from './period-text.ts';
import { cut, periodOf, type At, type Found } from './place.ts';
import { error, type ProblemCode } from './problem.ts';
import type { SheetRow } from './sheet.ts';

// One row to one figure, with its indicator, area, period and group, or to what is wrong with it.

export interface ImportedFigure {
	readonly row: number;
	readonly indicator: string;
	readonly area: string;
	readonly period: Period;
	readonly breakdown: string;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly value: number | null;
	readonly lower: number | null;
	readonly upper: number | null;
	readonly state: ValueState;
	readonly provisional: boolean;
	readonly estimated: boolean;
	readonly note: string | null;
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
	readonly at: Partial<Record<Measure, number>>;
	readonly says: Column;
}

export interface Reading {
	readonly columns: readonly Column[];
	readonly context: ImportContext;
	readonly fractions: ReadonlySet<number>;
	readonly periods: typeof periodOf;
	readonly areas: (texts: AreaTexts, period: Period | undefined, at: At) => Found<Area>;
}

/** The figure that columns give in a row; neither it nor a problem where their cells are empty. */
export function readSet(row: SheetRow, set: MeasureSet, reading: Reading): Found<ImportedFigure> {
	const { columns, context } = reading;
	const cells = cellsOf(row, set, reading);
	if (Object.values(cells).every((cell) => cell.kind === 'blank') && isWideOrEmpty(row, columns))
		return { problems: [] };
	const at = { row: row.row };
	const measured = indicatorOf(row, set, reading);
	const text = (role: Role) => textOf(row, columns, role);
	const kinds = context.periodKind
		? [context.periodKind]
		: 'found' in measured
			? measured.found.periodKinds
			: [];
	const period = reading.periods(
		set.says.period ??
			periodText(text('period'), text('period part') || kindInHeader(columns), context),
		kinds,
		{
			...at,
			column: headerOf(columns, 'period')
		}
	);
	const area = reading.areas(
		set.says.area !== undefined
			? { codes: [set.says.area], names: [set.says.area] }
			: { codes: textsOf(row, columns, 'area code'), names: textsOf(row, columns, 'area name') },
		'found' in period ? period.found : undefined,
		{ ...at, column: headerOf(columns, 'area code') ?? headerOf(columns, 'area name') }
	);
	const group = groupOf(
		[set.says.sex ?? text('sex'), text('age'), text('group')],
		context,
		row.row
	);
	const figure = figuresOf(cells, 'found' in measured ? measured.found : undefined, {
		row,
		columns,
		set
	});
	const problems = [measured, period, area, group, figure].flatMap((one) => one.problems);
	if (
		!('found' in measured) ||
		!('found' in period) ||
		!('found' in area) ||
		!('found' in group) ||
		!('found' in figure)
	) {
		return { problems };
	}
	return {
		problems,
		found: {
			row: row.row,
			indicator: measured.found.code,
			area: area.found.code,
			period: period.found,
			breakdown: group.found,
			...figure.found,
			note: text('note') || null
		}
	};
}

const periodText = (year: string, part: string, { period }: ImportContext): string =>
	part === '' || year === '' ? year || period || '' : periodWithPart(year, part);

/** "School year" above 2024/25 says which of two years is meant. */
const kindInHeader = (columns: readonly Column[]): string =>
	/(school|academic|financial|calendar) year$/i.exec(headerOf(columns, 'period') ?? '')?.[0] ?? '';

/** A wide sheet leaves cells of other periods empty; a row without a single figure says nothing. */
const isWideOrEmpty = (row: SheetRow, columns: readonly Column[]): boolean =>
	columns.filter(({ role }) => role === 'value' || role === 'numerator').length > 1 ||
	row.cells.filter((cell) => cell !== '').length < 2;

function cellsOf(
	row: SheetRow,
	set: MeasureSet,
	{ context, fractions }: Reading
): Partial<Record<Measure, Cell>> & Record<string, Cell> {
	const cells: Record<string, Cell> = {};
	for (const role in set.at) {
		const at = set.at[role as Measure] ?? -1;
		const cell = readCell(row.cells[at] ?? '', context.marks);
		const isFraction = cell.kind === 'number' && fractions.has(at);
		cells[role] = isFraction ? { ...cell, value: cell.value * 100 } : cell;
	}
	return cells;
}

function indicatorOf(
	row: SheetRow,
	set: MeasureSet,
	{ columns, context }: Reading
): Found<Measured> {
	const said = set.says.indicator ?? (textOf(row, columns, 'indicator') || context.indicator || '');
	const at = { row: row.row, column: headerOf(columns, 'indicator') };
	if (said === '')
		return {
			problems: [error('no indicator', at, 'No indicator. Write its code, for example C08.')]
		};
	const found =
		context.indicators.get(said.toLowerCase()) ??
		(context.indicator ? context.indicators.get(context.indicator.toLowerCase()) : undefined);
	return found
		? { found, problems: [] }
		: {
				problems: [
					error(
						'unknown indicator',
						at,
						`“${cut(said)}” is not an indicator of the catalogue. Write its code, for example C08.`
					)
				]
			};
}

function groupOf(texts: readonly string[], { groups }: ImportContext, row: number): Found<string> {
	const said = texts
		.filter((text) => text !== '')
		.map((text) => ({ text, id: groups.get(text.toLowerCase()) }));
	const unknown = said.find(({ id }) => id === undefined);
	if (unknown) {
		return {
			problems: [
				error(
					'unknown group',
					{ row },
					`“${cut(unknown.text)}” is not a group that we hold. Leave out its rows, or choose another column.`
				)
			]
		};
	}
	const narrower = said.flatMap(({ id }) => (id && id !== 'all' ? [id] : []));
	if (narrower.length > 1) {
		return {
			problems: [
				error(
					'unknown group',
					{ row },
					`Figures for two groups at once (${narrower.join(' and ')}) are not held. Leave out the row.`
				)
			]
		};
	}
	return { found: narrower[0] ?? 'all', problems: [] };
}
