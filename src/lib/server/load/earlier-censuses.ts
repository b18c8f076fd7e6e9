import { type Filled, observation, type ObservationRow, share } from './observation.ts';
import type { Read } from './open-data.ts';
import { CENSUS_2001, CENSUS_2011, MID_2020 } from './periods.ts';
import type { Recipe } from './recipe.ts';

// Censuses 2001 and 2011, and the mid-2020 estimates. Ward figures here are for exact wards, those
// of Census 2021 for whole neighbourhoods: they are never filled into one series.

interface EarlierCensuses {
	topics: Record<
		string,
		{ columns: string[]; codes: string[]; years: Record<'2001' | '2011', (number | null)[][]> }
	>;
}

interface MidYear {
	codes: string[];
	sexes: Record<'Persons' | 'Males' | 'Females', number[][]>;
}

const censuses = { '2001': CENSUS_2001, '2011': CENSUS_2011 } as const;
const FILE = 'census2001-2011/wards-and-boroughs.json';
const isWard = (code: string) => code.startsWith('E05');

/** Shares of a topic for the borough and its comparators. */
export function earlierShares(
	read: Read,
	filled: Filled,
	recipe: Extract<Recipe, { from: 'earlier censuses' }>
): ObservationRow[] {
	const topic = read<EarlierCensuses>(FILE).topics[recipe.topic];
	const column = topic?.columns.indexOf(recipe.numerator) ?? -1;
	if (!topic || column < 0) throw new Error(`${FILE} has no ${recipe.topic} ${recipe.numerator}`);
	return (['2001', '2011'] as const).flatMap((year) =>
		topic.codes.flatMap((area, i) => {
			const x = topic.years[year][column]?.[i];
			const n = topic.years[year][0]?.[i];
			if (isWard(area) || x == null || n == null) return [];
			const given = { area, period: censuses[year], breakdown: recipe.breakdown ?? 'all' };
			return share(filled, { x, n }, given) ?? [];
		})
	);
}

/** Residents of the exact former wards and of the borough: 2001, 2011, mid-2020. */
export function earlierResidents(read: Read, filled: Filled): ObservationRow[] {
	const topic = read<EarlierCensuses>(FILE).topics['population'];
	const midYear = read<MidYear>('population/mid-2020-wards.json');
	if (!topic) throw new Error(`${FILE} has no population`);
	const earlier = (['2001', '2011'] as const).flatMap((year) =>
		topic.codes.map((area, i) =>
			observation(filled, {
				area,
				period: censuses[year],
				value: topic.years[year][0]?.[i] ?? null
			})
		)
	);
	const people = midYear.sexes.Persons[0] ?? [];
	const latest = [
		...midYear.codes.map((area, i) => ({ area, value: people[i] ?? null })),
		{ area: 'E08000030', value: people.reduce((sum, value) => sum + value, 0) }
	].map((given) =>
		observation(filled, {
			...given,
			period: MID_2020,
			estimated: true,
			note: 'Mid-year estimate made before the results of Census 2021'
		})
	);
	return [...earlier, ...latest];
}
