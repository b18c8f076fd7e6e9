import { type Area, levels } from '../../../domain/area.ts';
import type { Figure } from '../../../domain/disclosure/gate.ts';
import * as format from '../../../domain/format.ts';
import { flagWords, stateCodes, stateWords } from '../../../domain/observation.ts';
import { type Column, table, type Table, tidy } from '../../../domain/table.ts';
import type { Reference } from '../reference.ts';
import { list, optional, required, type Words } from './columns.ts';

// Figures, one a row. They come from the disclosure gate: a hidden value is not here to be written.

/** Figures with their names, in the order given; all columns, or only those named. */
export function figures(
	rows: readonly Figure[],
	reference: Reference,
	names?: readonly string[]
): Table {
	const decimals = sharedDecimals(rows, reference);
	const columns = figureColumns(reference, decimals);
	const chosen = names
		? names.flatMap((name) => columns.find((column) => column.name === name) ?? [])
		: columns;
	return table(chosen, rows, names ? figureKey.filter((name) => names.includes(name)) : figureKey);
}

export const figureKey = ['indicator_code', 'area_code', 'period', 'breakdown'] as const;

/** Every column; `decimals` when all figures are of one indicator. */
export function figureColumns(reference: Reference, decimals?: number): Column<Figure>[] {
	const values = valueColumns(reference).map((column) =>
		decimals !== undefined && rounded.has(column.name) ? { ...column, decimals } : column
	);
	return [...whichColumns(reference), ...values, ...stateColumns(reference)];
}

const rounded = new Set(['value', 'lower_95', 'upper_95']);

function whichColumns({ indicators, areas, periods, breakdowns }: Reference): Column<Figure>[] {
	const area = (f: Figure) => areas.get(f.area);
	const period = (f: Figure) => periods.get(f.period);
	return [
		required(['indicator_code', 'Indicator code', 'Code of the indicator'], (f) => f.indicator),
		required(['indicator', 'Indicator', 'Title of the indicator'], (f) => title(f, indicators)),
		required(['area_code', 'Area code', 'GSS code, or the locality’s own code'], (f) => f.area),
		required(['area', 'Area', 'Name of the area'], (f) => area(f)?.name ?? f.area),
		optional(['level', 'Level', 'Level of geography, in words'], (f) => levelOf(area(f))),
		optional(
			['boundaries', 'Boundaries', 'Version of the outline'],
			(f) => area(f)?.vintage ?? null
		),
		required(['period', 'Period', 'Code of the period'], (f) => f.period),
		optional(['period_label', 'Period in words', 'As printed'], (f) => period(f)?.label ?? null),
		optional(['period_starts', 'First day', 'First day'], (f) => period(f)?.starts ?? null, 'date'),
		optional(['period_ends', 'Last day', 'Last day'], (f) => period(f)?.ends ?? null, 'date'),
		required(['breakdown', 'Group code', 'Group; "all" for everybody'], (f) => f.breakdown),
		optional(
			['group', 'Group', 'Who is counted'],
			(f) => breakdowns.get(f.breakdown)?.label ?? null
		)
	];
}

const BLANK = 'blank when missing';

function valueColumns({ indicators }: Reference): Column<Figure>[] {
	return [
		number(['value', 'Value', `The figure; ${BLANK}`], (f) => f.value),
		optional(
			['value_shown', 'Value as shown', `With its unit, rounded as on the pages; ${BLANK}`],
			(f) => shown(f, indicators)
		),
		optional(
			['unit', 'Unit', 'Unit of value and limits'],
			(f) => indicators.get(f.indicator)?.unit ?? null
		),
		number(
			['lower_95', 'Lower 95% limit', 'Lower end of the range, where one is given'],
			(f) => f.lower
		),
		number(
			['upper_95', 'Upper 95% limit', 'Upper end of the range, where one is given'],
			(f) => f.upper
		),
		number(['numerator', 'Numerator', 'Number counted'], (f) => f.numerator),
		number(['denominator', 'Denominator', 'Number it is out of'], (f) => f.denominator)
	];
}

function stateColumns({ sources }: Reference): Column<Figure>[] {
	return [
		required(
			['state', 'State', 'Known, or which kind of missing, in words'],
			(f) => stateWords[f.state]
		),
		optional(['code', 'Code', 'State [c] [x] [z] and flags [p] [e] [r] [u]'], codeOf),
		list(['flags', 'Flags', 'The flags in words'], (f) => f.flags.map((flag) => flagWords[flag])),
		optional(['note', 'Note', 'Remark on this figure'], (f) => f.note),
		optional(['source', 'Source', 'Publisher and title of its source'], (f) => sourceOf(f, sources))
	];
}

function number(words: Words, of: (figure: Figure) => number | null): Column<Figure> {
	return optional(words, (figure) => tidy(of(figure)), 'number');
}

const levelOf = (area: Area | undefined): string | null => (area ? levels[area.level].one : null);

const codeOf = (figure: Figure): string | null =>
	stateCodes[figure.state] + figure.flags.map((flag) => `[${flag}]`).join('') || null;

function sourceOf({ sourceId }: Figure, sources: Reference['sources']): string | null {
	const from = sourceId === null ? undefined : sources.get(sourceId);
	return from ? `${from.publisher}: ${from.title}` : null;
}

const title = ({ indicator }: Figure, indicators: Reference['indicators']): string =>
	indicators.get(indicator)?.title ?? indicator;

function shown(figure: Figure, indicators: Reference['indicators']): string | null {
	const unit = indicators.get(figure.indicator);
	return figure.value === null || !unit ? null : format.value(figure.value, unit);
}

/** Decimals of the value columns when every row belongs to one indicator. */
function sharedDecimals(rows: readonly Figure[], { indicators }: Reference): number | undefined {
	const found = new Set(rows.map((row) => indicators.get(row.indicator)?.decimals));
	return found.size === 1 ? [...found][0] : undefined;
}
