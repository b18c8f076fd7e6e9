// Two versions of one lens side by side: what the recipe changed, and which findings came and went.

import type { Domain, Recipe } from './recipe.ts';
import { changedLabels } from './rollup.ts';
import type { StoredArea } from './stored.ts';

type Results = ReadonlyMap<string, StoredArea>;

export interface Changes {
	/** Neighbourhoods found in the later version only. */
	gained: string[];
	lost: string[];
	/** Another label, though a finding in neither. */
	relabelled: { area: string; before: string; after: string }[];
}

export function changesBetween(before: Results, after: Results): Changes {
	const changed = changedLabels(before, after);
	const found = 'cold spot';
	return {
		gained: changed.filter((one) => one.after === found).map(({ area }) => area),
		lost: changed.filter((one) => one.before === found).map(({ area }) => area),
		relabelled: changed.filter((one) => one.before !== found && one.after !== found)
	};
}

const count = (number: number) => number.toLocaleString('en-GB');
const percent = (share: number) => `${Math.round(share * 100)}%`;

/** What the later recipe does in another way, one sentence each. */
export function recipeChanges(before: Recipe, after: Recipe): string[] {
	const setting = (words: string, of: (recipe: Recipe) => string) =>
		of(before) === of(after) ? [] : [`${words}: ${of(before)} before, ${of(after)} after.`];
	return [
		...partChanges(before.domains, after.domains),
		...setting('Neighbourhoods outside Walsall', ({ ring }) => (ring ? 'used' : 'not used')),
		...setting('Shuffles', ({ permutations }) => count(permutations)),
		...setting('Seed', ({ seed }) => String(seed)),
		...setting('False findings allowed', ({ alpha }) => percent(alpha)),
		...setting('Smallest base of a figure', ({ minimumBase }) => count(minimumBase)),
		...setting('Redraws of small counts', ({ redraws }) => count(redraws)),
		...setting('Sets of random weights', ({ randomWeights }) => count(randomWeights))
	];
}

function partChanges(before: readonly Domain[], after: readonly Domain[]): string[] {
	const old = new Map(before.map((part) => [part.code, part]));
	const still = new Set(after.map(({ code }) => code));
	return [
		...before.flatMap(({ code, title }) =>
			still.has(code) ? [] : [`The part “${title}” was left out.`]
		),
		...after.flatMap((part) => {
			const was = old.get(part.code);
			if (!was) return [`The part “${part.title}” is new (weight ${percent(part.weight)}).`];
			return [...weightChange(was, part), ...measureChange(was, part)];
		})
	];
}

const weightChange = (was: Domain, is: Domain): string[] =>
	was.weight === is.weight
		? []
		: [`The weight of “${is.title}” went from ${percent(was.weight)} to ${percent(is.weight)}.`];

const measureChange = (was: Domain, is: Domain): string[] =>
	JSON.stringify(was.measures) === JSON.stringify(is.measures)
		? []
		: [`The measures of “${is.title}” are others, or are made in another way.`];
