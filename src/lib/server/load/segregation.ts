import { WALSALL } from '../../domain/area.ts';
import { isNumber, sum } from '../../domain/number.ts';
import { simpson } from '../../domain/spatial/diversity.ts';
import * as twoGroup from '../../domain/spatial/two-group.ts';
import type { Sources } from './census.ts';
import { countsOf } from './counts.ts';
import { type Filled, observation, type ObservationRow } from './observation.ts';
import type { CensusTable } from './open-data.ts';
import { CENSUS_2021 } from './periods.ts';
import type { Recipe } from './recipe.ts';

// Mixing of groups inside an area, and evenness of groups across neighbourhoods.

type Of<K extends Recipe['from']> = Extract<Recipe, { from: K }>;

/** The chance that two residents drawn at random are of different groups, for every area. */
export function diversity(
	from: Sources,
	filled: Filled,
	recipe: Of<'diversity'>
): ObservationRow[] {
	const table = from.read<CensusTable>(`census2021/${recipe.table}.json`);
	const groups = recipe.groups.map((column) =>
		countsOf(table, { add: [column] }, from.lookups, from.buildings)
	);
	return [...(groups[0] ?? [])].flatMap(([area, { estimated }]) => {
		const counts = groups.map((group) => group.get(area)?.value);
		const index = counts.every(isNumber) ? simpson(counts) : undefined;
		if (index === undefined) return [];
		return observation(filled, {
			area,
			period: CENSUS_2021,
			value: index * filled.multiplier,
			estimated
		});
	});
}

/** Index of dissimilarity of one group against everyone else, over the neighbourhoods. */
export function dissimilarity(
	from: Sources,
	filled: Filled,
	recipe: Of<'dissimilarity'>
): ObservationRow[] {
	const table = from.read<CensusTable>(`census2021/${recipe.table}.json`);
	const values = table.neighbourhoods?.values ?? [];
	const group = (values[recipe.group] ?? []).filter(isNumber);
	const total = (values[recipe.total] ?? []).filter(isNumber);
	const others = total.map((all, i) => all - (group[i] ?? 0));
	const index = twoGroup.dissimilarity(group, others);
	if (index === undefined || sum(total) === 0) return [];
	return [
		observation(filled, {
			area: WALSALL,
			period: CENSUS_2021,
			value: index * filled.multiplier,
			note: `Over ${group.length} neighbourhoods: White British against everyone else`
		})
	];
}
