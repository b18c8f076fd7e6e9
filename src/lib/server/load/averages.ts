import { popWeightedMean } from '../../domain/aggregate/aggregate.ts';
import { WALSALL } from '../../domain/area.ts';
import type { Sources } from './census.ts';
import { countsOf } from './counts.ts';
import { type Filled, observation, type ObservationRow } from './observation.ts';
import type { CensusTable } from './open-data.ts';

/** Means by residents of Census 2021 for every area built of neighbourhoods. */
export function averaged(
	from: Sources,
	filled: Filled,
	scores: ReadonlyMap<string, number | null>,
	period: string,
	also: string[] = []
): ObservationRow[] {
	const table = from.read<CensusTable>('census2021/ts001.json');
	const people = countsOf(table, { add: [0] }, from.lookups, []);
	return from.buildings.flatMap(({ overlaps, estimated }) => {
		const parts = overlaps.map(({ source, target, weight }, i) => ({
			code: String(i),
			target,
			score: scores.get(source) ?? null,
			n: (people.get(source)?.value ?? 0) * weight
		}));
		const lookup = Object.fromEntries(parts.map(({ code, target }) => [code, target]));
		return Object.entries(popWeightedMean(parts, lookup).target)
			.filter(([area]) => area !== WALSALL || also.includes(area))
			.map(([area, value = null]) =>
				observation(filled, {
					area,
					period,
					value,
					estimated: estimated || also.length > 0,
					note: 'Average of neighbourhoods, weighted by residents of Census 2021'
				})
			);
	});
}
