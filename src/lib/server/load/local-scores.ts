import type { Overlap } from '../../domain/aggregate/aggregate.ts';
import { ENGLAND, WALSALL } from '../../domain/area.ts';
import { averaged } from './averages.ts';
import type { Sources } from './census.ts';
import type { Building } from './geography.ts';
import { type Filled, observation, type ObservationRow } from './observation.ts';
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
	const counts = new Map<string, { x: number; n: number; estimated: boolean }>();
	for (const { source, target, estimated } of from.buildings.flatMap(bestFits)) {
		const { x, n } = counts.get(target) ?? { x: 0, n: 0 };
		counts.set(target, { x: x + (deciles.get(source) === 1 ? 1 : 0), n: n + 1, estimated });
	}
	return [
		...[...counts].map(([area, { x, n, estimated }]) =>
			observation(filled, {
				area,
				period: INDICES_2025,
				numerator: x,
				denominator: n,
				value: (x / n) * filled.multiplier,
				estimated
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

// A neighbourhood is counted whole, in the area that holds most of it.
function bestFits({ overlaps, estimated }: Building) {
	const best = new Map<string, Overlap>();
	for (const overlap of overlaps) {
		if (overlap.weight > (best.get(overlap.source)?.weight ?? 0)) best.set(overlap.source, overlap);
	}
	return [...best.values()].map((overlap) => ({ ...overlap, estimated }));
}

function named({ lookups: { comparators } }: Sources): string[] {
	const codes = [...comparators.neighbours, ...comparators.similar].map(([code]) => code);
	return [...new Set(codes)].filter((code) => code !== WALSALL);
}
