import { censusCounts, censusShares, makeUp, type Sources } from './census.ts';
import { earlierResidents, earlierShares } from './earlier-censuses.ts';
import * as scores from './local-scores.ts';
import { type Filled, observation, type ObservationRow } from './observation.ts';
import { periodOf } from './periods.ts';
import type { Recipe } from './recipe.ts';
import * as segregation from './segregation.ts';
import { type Loaded, seriesOf } from './series.ts';

// One function a kind of recipe.

export function fill(from: Sources, filled: Filled, recipe: Recipe): Loaded {
	if (recipe.from === 'series') return seriesOf(from.read, filled, recipe);
	if (recipe.from === 'crime') return crime(from, filled);
	return { periods: [], observations: fixed(from, filled, recipe) };
}

function fixed(
	from: Sources,
	filled: Filled,
	recipe: Exclude<Recipe, { from: 'series' | 'crime' }>
): ObservationRow[] {
	switch (recipe.from) {
		case 'census':
			return censusShares(from, filled, recipe);
		case 'census count':
			return censusCounts(from, filled, recipe);
		case 'make-up':
			return makeUp(from, filled, recipe);
		case 'diversity':
			return segregation.diversity(from, filled, recipe);
		case 'dissimilarity':
			return segregation.dissimilarity(from, filled, recipe);
		case 'earlier censuses':
			return earlierShares(from.read, filled, recipe);
		case 'earlier residents':
			return earlierResidents(from.read, filled);
		case 'deprivation score':
			return scores.deprivationScore(from, filled);
		case 'deprived tenth':
			return scores.deprivedTenth(from, filled);
		case 'deprivation 2019':
			return scores.deprivation2019(from, filled);
		case 'loneliness':
			return scores.loneliness(from, filled);
		default:
			throw new Error(`unknown recipe: ${JSON.stringify(recipe satisfies never)}`);
	}
}

interface CrimeFile {
	period: string;
	codes: string[];
	columns: string[];
	values: (number | null)[][];
}

/** All crime recorded by the police in the boroughs that stand beside one another here. */
function crime({ read, lookups }: Sources, filled: Filled): Loaded {
	const file = read<CrimeFile>('crime/recorded-crime-2025.json');
	const period = periodOf(file.period);
	const shown = new Set(['E08000030', ...lookups.comparators.neighbours.map(([code]) => code)]);
	const observations = file.codes.flatMap((area, i) =>
		shown.has(area)
			? observation(filled, { area, period: period.id, value: file.values[0]?.[i] ?? null })
			: []
	);
	return { periods: [period], observations };
}
