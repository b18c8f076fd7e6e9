import { count as printed } from '../../domain/format.ts';
import { type Count, countsOf } from './counts.ts';
import type { Building, Lookups } from './geography.ts';
import { type Filled, observation, type ObservationRow, share } from './observation.ts';
import type { CensusTable, Read } from './open-data.ts';
import { CENSUS_2021 } from './periods.ts';
import type { ColumnSum, Recipe } from './recipe.ts';

// Shares, counts and make-up from the tables of Census 2021. Counts first, then rates and intervals.

export interface Sources {
	read: Read;
	lookups: Lookups;
	buildings: Building[];
}

type Of<K extends Recipe['from']> = Extract<Recipe, { from: K }>;

export function censusShares(from: Sources, filled: Filled, recipe: Of<'census'>) {
	return shares(from, filled, { ...recipe, breakdown: 'all' });
}

/** One share a group. Groups that may not be shown below the borough come from district tables. */
export function makeUp(from: Sources, filled: Filled, recipe: Of<'make-up'>): ObservationRow[] {
	return recipe.groups.flatMap(({ breakdown, sum }) =>
		shares(from, filled, { ...recipe, numerator: sum, breakdown })
	);
}

export function censusCounts(from: Sources, filled: Filled, recipe: Of<'census count'>) {
	return [...counted(from, recipe.table, recipe.count)].map(([area, { value, ...count }]) =>
		observation(filled, { area, period: CENSUS_2021, value, ...flags(count) })
	);
}

interface Shared {
	table: string;
	numerator: ColumnSum;
	denominator: ColumnSum;
	breakdown: string;
}

function shares(from: Sources, filled: Filled, shared: Shared): ObservationRow[] {
	const numerators = counted(from, shared.table, shared.numerator);
	const denominators = counted(from, shared.table, shared.denominator);
	return [...numerators].flatMap(([area, { value: x, ...count }]) => {
		const n = denominators.get(area)?.value ?? null;
		const given = { area, period: CENSUS_2021, breakdown: shared.breakdown, ...flags(count) };
		if (x === null || n === null) return [observation(filled, { ...given, value: null })];
		return share(filled, { x, n }, given) ?? [];
	});
}

function counted(from: Sources, table: string, columns: ColumnSum): Map<string, Count> {
	const file = from.read<CensusTable>(`census2021/${table}.json`);
	return countsOf(file, columns, from.lookups, from.buildings);
}

function flags({ estimated, missing }: Omit<Count, 'value'>) {
	return { estimated: estimated && missing >= 0, note: missingNote(missing, estimated) };
}

function missingNote(missing: number, estimated: boolean): string | null {
	if (missing === 0) return null;
	if (!estimated) return 'The published table has no row for this neighbourhood';
	return missing === 1
		? 'Built without one neighbourhood that the published table leaves out (E01032888, Blakenall)'
		: `Built without ${printed(missing)} neighbourhoods that the published table leaves out`;
}
