import indicators from '../../../static/open-data/catalogue/indicators.json' with { type: 'json' };
import context from '../../../static/open-data/catalogue/context.json' with { type: 'json' };
import type { Period } from '../domain/period.ts';
import { openFiles, type OpenFile } from './export/open-files.ts';
import type { Recipe } from './load/recipe.ts';

// Which files of the repository an indicator's open figures were made from, and how.

export interface Origin {
	file: OpenFile;
	how: string;
}

const recipes: ReadonlyMap<string, readonly Recipe[]> = new Map(
	[...indicators, ...context].map(({ code, figures }) => [code, figures as readonly Recipe[]])
);

/** Files and what was done with them, for one group of an indicator in one period. */
export function originsOf(
	indicator: string,
	{ breakdown, period }: { breakdown: string; period: Pick<Period, 'ends'> }
): Origin[] {
	const isEarlier = period.ends < CENSUS_2021;
	const all = (recipes.get(indicator) ?? []).filter(
		(recipe) => isFor(recipe, breakdown) && isOf(recipe, isEarlier)
	);
	return all.flatMap((recipe) => {
		const how = howOf(recipe);
		return pathsOf(recipe).flatMap((path) => {
			const file = openFiles.find((one) => one.path === path);
			return file ? [{ file, how }] : [];
		});
	});
}

function isFor(recipe: Recipe, breakdown: string): boolean {
	if (recipe.from === 'series' || recipe.from === 'earlier censuses') {
		return (recipe.breakdown ?? 'all') === breakdown;
	}
	return true;
}

/** An indicator of several censuses is made from several files. */
function isOf({ from }: Recipe, isEarlier: boolean): boolean {
	if (from === 'earlier censuses' || from === 'earlier residents') return isEarlier;
	return !isEarlier || !/^(census|make-up|diversity|dissimilarity)/.test(from);
}

const CENSUS_2021 = '2021-01-01';

function pathsOf(recipe: Recipe): string[] {
	switch (recipe.from) {
		case 'census':
		case 'census count':
		case 'make-up':
		case 'diversity':
		case 'dissimilarity':
			return [`census2021/${recipe.table}.json`];
		case 'earlier censuses':
			return [EARLIER];
		case 'earlier residents':
			return [EARLIER, 'population/mid-2020-wards.json'];
		case 'series':
			return [`series/${recipe.file}.json`];
		case 'deprivation score':
		case 'deprived tenth':
			return ['deprivation/imd2025-neighbourhoods.json', 'deprivation/imd2025-districts.json'];
		case 'deprivation 2019':
			return ['deprivation/imd2019-neighbourhoods-2011.json'];
		case 'loneliness':
			return ['modelled/loneliness-2020.json'];
		case 'crime':
			return ['crime/recorded-crime-2025.json'];
	}
}

const EARLIER = 'census2001-2011/wards-and-boroughs.json';
const PARTS =
	'Larger places were added up from whole neighbourhoods, and the wards of 2026 from shares of them.';

function howOf(recipe: Recipe): string {
	switch (recipe.from) {
		case 'census':
			return `Columns of the table were added up, and one sum divided by another. ${PARTS}`;
		case 'census count':
			return `Columns of the table were added up. ${PARTS}`;
		case 'make-up':
			return `Each group's column was divided by the sum of all. ${PARTS}`;
		case 'diversity':
		case 'dissimilarity':
			return 'An index was worked out from the groups of each neighbourhood.';
		case 'earlier censuses':
		case 'earlier residents':
			return 'Counts were taken for the wards of their time, and not moved to those of today.';
		case 'series':
		case 'crime':
			return 'Figures were taken as their publisher gives them.';
		case 'deprivation score':
			return 'Scores of neighbourhoods were averaged by their people. Those of boroughs are as published.';
		case 'deprived tenth':
			return "Neighbourhoods in England's most deprived tenth were counted in each place.";
		case 'deprivation 2019':
			return 'The published tenth of each neighbourhood was taken over.';
		case 'loneliness':
			return 'Percentages of a published model were taken over, and averaged by residents for larger places.';
	}
}
