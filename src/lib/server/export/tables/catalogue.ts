import { levels, type AreaLevel } from '../../../domain/area.ts';
import type { Indicator } from '../../../domain/indicator.ts';
import { table, type Column, type Table } from '../../../domain/table.ts';
import type { Coverage } from '../../db/holdings.ts';
import type { Reference } from '../reference.ts';
import { list, optional, required } from './columns.ts';

// The catalogue: every indicator with its definition in force and what figures it has.

export interface CatalogueRow {
	indicator: Indicator;
	coverage: readonly Coverage[];
}

/** Each indicator with its coverage, in catalogue order. */
export function catalogueRows(
	indicators: Iterable<Indicator>,
	coverage: readonly Coverage[]
): CatalogueRow[] {
	const by = Map.groupBy(coverage, (row) => row.indicator);
	return [...indicators].map((indicator) => ({
		indicator,
		coverage: by.get(indicator.code) ?? []
	}));
}

export function catalogue(rows: readonly CatalogueRow[], reference: Reference): Table {
	return table(catalogueColumns(reference), rows, ['indicator_code']);
}

export function catalogueColumns(reference: Reference): Column<CatalogueRow>[] {
	return [...what, ...how, ...held(reference)];
}

const what: Column<CatalogueRow>[] = [
	required(['indicator_code', 'Indicator code', 'Stable code'], ({ indicator }) => indicator.code),
	required(['indicator', 'Indicator', 'Title'], ({ indicator }) => indicator.title),
	required(
		[
			'kind',
			'Kind',
			'catalogue: proposed for the strategy; context: a published measure beside it'
		],
		({ indicator }) => indicator.kind
	),
	required(
		['status', 'Status', 'proposed, adopted, retired or context'],
		({ indicator }) => indicator.status
	),
	required(
		['restricted', 'Restricted', 'true: its figures need a named role; its definition is public'],
		({ indicator }) => indicator.restricted,
		'boolean'
	),
	list(
		['themes', 'Themes', 'Codes of its themes, the main one first'],
		({ indicator }) => indicator.themes
	),
	required(
		['definition', 'Definition', 'What is measured, in plain words'],
		({ indicator }) => indicator.definition
	),
	optional(
		['question', 'Question', 'Exact words of the survey question'],
		({ indicator }) => indicator.question
	),
	optional(['numerator', 'Numerator', 'What is counted'], ({ indicator }) => indicator.numerator),
	optional(
		['denominator', 'Denominator', 'What it is out of'],
		({ indicator }) => indicator.denominator
	),
	required(['unit', 'Unit', 'Unit of the values'], ({ indicator }) => indicator.unit),
	required(
		['polarity', 'Better when', 'Which direction is better, if any'],
		({ indicator }) => indicator.polarity
	)
];

const how: Column<CatalogueRow>[] = [
	required(
		['source', 'Source', 'Where the figures come from'],
		({ indicator }) => indicator.sourceText
	),
	required(
		['frequency', 'How often', 'How often new figures come out'],
		({ indicator }) => indicator.frequency
	),
	required(
		['lag', 'Delay', 'Time from the period to its figures'],
		({ indicator }) => indicator.lag
	),
	optional(
		['next_update', 'Next update', 'When new figures are expected'],
		({ indicator }) => indicator.nextUpdate
	),
	required(
		['lowest_geography', 'Smallest area', 'Smallest level the source gives'],
		({ indicator }) => indicator.lowestGeography
	),
	required(
		['interval_method', 'Range method', 'How the 95% range is made'],
		({ indicator }) => indicator.intervalMethod
	),
	required(
		['evidence', 'Evidence', 'How well the source is established'],
		({ indicator }) => indicator.evidence
	),
	optional(['caveats', 'Caveats', 'What to bear in mind'], ({ indicator }) => indicator.caveats),
	optional(
		['awaited', 'Awaited', 'While there are no figures: what is awaited and from whom'],
		({ indicator }) => indicator.awaited
	)
];

function held({ periods }: Reference): Column<CatalogueRow>[] {
	const labels = (rows: readonly Coverage[]) =>
		[...new Set(rows.map((row) => row.period))].map((id) => periods.get(id)?.label ?? id);
	return [
		required(
			['periods', 'Periods', 'Number of periods with figures'],
			({ coverage }) => labels(coverage).length,
			'integer'
		),
		optional(
			['first_period', 'First period', 'Earliest period held'],
			({ coverage }) => labels(coverage)[0] ?? null
		),
		optional(
			['last_period', 'Last period', 'Latest period held'],
			({ coverage }) => labels(coverage).at(-1) ?? null
		),
		list(['levels', 'Levels', 'Levels of geography with figures'], ({ coverage }) =>
			levelsOf(coverage)
		),
		required(
			['figures', 'Figures', 'Number of figures held'],
			({ coverage }) => coverage.reduce((sum, row) => sum + row.areas, 0),
			'integer'
		)
	];
}

/** Levels with figures, from country to neighbourhood, in words. */
export function levelsOf(coverage: readonly Coverage[]): string[] {
	const found = new Set(coverage.map((row) => row.level));
	return (Object.keys(levels) as AreaLevel[])
		.filter((level) => found.has(level))
		.map((level) => levels[level].one);
}
