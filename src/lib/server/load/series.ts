import type { PeriodsTable } from '../db/schema.ts';
import { type Filled, observation, type ObservationRow } from './observation.ts';
import type { Read, Series, SeriesFile } from './open-data.ts';
import { periodOf } from './periods.ts';
import type { Recipe } from './recipe.ts';

// Published borough series with their comparators and their own limits.

const AGGREGATED = 'added up by the publisher from areas of other boundaries';

export interface Loaded {
	periods: PeriodsTable[];
	observations: ObservationRow[];
}

export function seriesOf(
	read: Read,
	filled: Filled,
	recipe: Extract<Recipe, { from: 'series' }>
): Loaded {
	const file = read<SeriesFile>(`series/${recipe.file}.json`);
	const series = file.series.find(({ indicator }) => indicator === recipe.indicator);
	if (!series) throw new Error(`series/${recipe.file}.json has no "${recipe.indicator}"`);
	const breakdown = recipe.breakdown ?? 'all';
	const periods = series.periods.map(periodOf);
	return { periods, observations: rows(series, periods, filled, breakdown) };
}

function rows(series: Series, periods: PeriodsTable[], filled: Filled, breakdown: string) {
	return Object.entries(series.areas).flatMap(([area, held]) =>
		series.periods.flatMap((published, i): ObservationRow[] => {
			const value = held.value[i] ?? null;
			const status = held.status?.[published];
			if (value === null && status === undefined) return [];
			return [
				observation(filled, {
					area,
					period: periods[i]?.id ?? '',
					breakdown,
					value,
					lower: value === null ? null : (held.lower?.[i] ?? null),
					upper: value === null ? null : (held.upper?.[i] ?? null),
					note: noteOf(held.notes?.[published], status)
				})
			];
		})
	);
}

function noteOf(note: string | undefined, status: string | undefined): string | null {
	if (note?.includes('aggregated')) return `The figure was ${AGGREGATED}`;
	if (note?.includes('unreliable'))
		return 'The publisher calls this estimate unreliable: few answers';
	if (status === 'x') return 'Not available from the publisher';
	if (status === 'u') return 'Not given by the publisher: low reliability';
	return note ?? null;
}
