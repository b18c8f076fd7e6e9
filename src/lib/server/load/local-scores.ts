import { popWeightedMean } from '../../domain/aggregate/aggregate.ts';
import { ENGLAND, WALSALL } from '../../domain/area.ts';
import { countsOf } from './counts.ts';
import type { Sources } from './census.ts';
import { type Filled, observation, type ObservationRow } from './observation.ts';
import type { CensusTable } from './open-data.ts';
import { INDICES_2019, INDICES_2025, YEAR_2020 } from './periods.ts';

// Figures that come as scores, deciles or modelled shares of neighbourhoods. Scores without counts are
// averaged by residents and have no interval; a decile is never averaged at all.

interface Scores {
	codes: string[];
	columns: string[];
	values: (number | null)[][];
}

interface Districts extends Scores {
	names?: string[];
}

const column = (scores: Scores, name: string) => {
	const values = scores.values[scores.columns.indexOf(name)];
	if (!values) throw new Error(`no column ${name}`);
	return new Map(scores.codes.map((code, i) => [code, values[i] ?? null]));
};

/** Indices of 2025: the score of each neighbourhood, averages by residents, published averages. */
export function deprivationScore(from: Sources, filled: Filled): ObservationRow[] {
	const scores = column(from.read<Scores>('deprivation/imd2025-neighbourhoods.json'), 'IMD_score');
	const districts = column(
		from.read<Districts>('deprivation/imd2025-districts.json'),
		'imd_average_score'
	);
	const published = (area: string) =>
		observation(filled, { area, period: INDICES_2025, value: districts.get(area) ?? null });
	return [
		...[...scores].map(([area, value]) =>
			observation(filled, { area, period: INDICES_2025, value })
		),
		...averaged(from, filled, scores, INDICES_2025),
		...[WALSALL, ...named(from)].filter((area) => districts.has(area)).map(published)
	];
}

/** Indices of 2025: how many of an area's neighbourhoods are in England's most deprived tenth. */
export function deprivedTenth(from: Sources, filled: Filled): ObservationRow[] {
	const deciles = column(
		from.read<Scores>('deprivation/imd2025-neighbourhoods.json'),
		'IMD_decile'
	);
	const districts = column(
		from.read<Districts>('deprivation/imd2025-districts.json'),
		'imd_proportion_of_lso_as_in_most_deprived_10_percent_nationally'
	);
	const whole = from.buildings.filter(({ estimated }) => !estimated).flatMap((b) => b.overlaps);
	const counts = new Map<string, { x: number; n: number }>();
	for (const { source, target } of whole) {
		const count = counts.get(target) ?? { x: 0, n: 0 };
		counts.set(target, { x: count.x + (deciles.get(source) === 1 ? 1 : 0), n: count.n + 1 });
	}
	return [
		...[...counts].map(([area, { x, n }]) =>
			observation(filled, {
				area,
				period: INDICES_2025,
				numerator: x,
				denominator: n,
				value: (x / n) * filled.multiplier
			})
		),
		...named(from)
			.filter((area) => districts.has(area))
			.map((area) =>
				observation(filled, {
					area,
					period: INDICES_2025,
					value: (districts.get(area) ?? 0) * filled.multiplier
				})
			),
		observation(filled, {
			area: ENGLAND,
			period: INDICES_2025,
			value: 10,
			note: 'A tenth of England by definition'
		})
	];
}

/** Indices of 2019, for the neighbourhoods that have the same boundary in 2021. */
export function deprivation2019(from: Sources, filled: Filled): ObservationRow[] {
	const deciles = column(
		from.read<Scores>('deprivation/imd2019-neighbourhoods-2011.json'),
		'IMD_decile'
	);
	return from.lookups.neighbourhoods.map(([area]) => {
		const value = deciles.get(area) ?? null;
		const note = value === null ? 'New in 2021: the 2019 indices have no value for it' : null;
		const state = value === null ? 'not applicable' : 'known';
		return observation(filled, { area, period: INDICES_2019, value, note, state });
	});
}

/** A model's estimate of loneliness for each neighbourhood; larger areas by residents. */
export function loneliness(from: Sources, filled: Filled): ObservationRow[] {
	const file = from.read<{ codes: string[]; percent: number[] }>('modelled/loneliness-2020.json');
	const percents = new Map(file.codes.map((code, i) => [code, file.percent[i] ?? null]));
	return [
		...[...percents].map(([area, value]) =>
			observation(filled, { area, period: YEAR_2020, value, estimated: true })
		),
		...averaged(from, filled, percents, YEAR_2020, [WALSALL])
	];
}

/** Means by residents of Census 2021 for every area built of neighbourhoods. */
function averaged(
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

function named({ lookups: { comparators } }: Sources): string[] {
	const codes = [...comparators.neighbours, ...comparators.similar].map(([code]) => code);
	return [...new Set(codes)].filter((code) => code !== WALSALL);
}
