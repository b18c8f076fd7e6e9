import { median } from 'd3';
import { ENGLAND, WALSALL, WEST_MIDLANDS } from '$lib/domain/area.ts';
import { type Period, startingPoint } from '$lib/domain/period.ts';
import { type Comparator, comparatorWords } from '$lib/domain/selection.ts';
import type { MapFacts } from './facts.ts';

// What a reader can set beside the areas of a map, as far as there are figures for it.

export interface Benchmark {
	key: Comparator;
	name: string;
	value: number;
}

const single: readonly [area: string, key: Comparator, name: string][] = [
	[WALSALL, 'borough', 'Walsall'],
	[ENGLAND, 'england', comparatorWords.england],
	[WEST_MIDLANDS, 'region', comparatorWords.region]
];

type Given = Pick<MapFacts, 'benchmarks' | 'similar' | 'borough' | 'allPeriods'>;

/** Borough, England and region at the map's period; the middle similar area; the starting point. */
export function benchmarksOf({ benchmarks, similar, borough, allPeriods }: Given): Benchmark[] {
	const values = new Map(benchmarks.map(({ area, value }) => [area, value]));
	const own = single.flatMap(([area, key, name]): Benchmark[] => {
		const value = values.get(area) ?? null;
		return value === null ? [] : [{ key, name, value }];
	});
	const middle = median(similar.flatMap((area) => values.get(area) ?? []));
	if (middle !== undefined) {
		own.push({ key: 'similar', name: `${comparatorWords.similar}, middle one`, value: middle });
	}
	const known = borough.filter(({ value }) => value !== null);
	const start = startingPoint(
		known.flatMap(({ period }): Period[] => {
			const found = allPeriods.get(period);
			return found ? [found] : [];
		})
	);
	const from = known.find(({ period }) => period === start?.id)?.value ?? null;
	if (start && from !== null) {
		own.push({ key: 'start', name: `${comparatorWords.start}, ${start.label}`, value: from });
	}
	return own;
}
