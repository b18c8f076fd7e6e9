import type { Recipe } from '$lib/domain/coldspot/recipe.ts';
import { standingOf } from '$lib/domain/coldspot/standing.ts';
import type { StoredArea } from '$lib/domain/coldspot/stored.ts';
import { changesBetween, recipeChanges } from '$lib/domain/coldspot/versions.ts';
import type { StoredRecipe } from '$lib/server/db/cold-spots.ts';
import { address } from './asked.ts';
import type { Compared } from './comparison.ts';
import { names, type Places } from './places.ts';

// Every version of a lens that may be seen, and what changed between the one on show and another.

export function versionList(versions: readonly StoredRecipe[], shown: Recipe | undefined) {
	return versions.map((one) => {
		const { lens, version } = one.recipe;
		return {
			version,
			isShown: version === shown?.version,
			standing: standingOf(one).text,
			href: address({ lens, version }),
			against: shown ? address({ lens, version: shown.version, against: version }) : ''
		};
	});
}

/** From the earlier to the later of the two, whichever is on show. */
export function versionChanges(
	{ against }: Compared,
	shown: { recipe: Recipe; results: ReadonlyMap<string, StoredArea> } | undefined,
	places: Places
) {
	if (!against || !shown) return null;
	const isLater = shown.recipe.version > against.recipe.version;
	const [before, after] = isLater ? [against, shown] : [shown, against];
	const { gained, lost, relabelled } = changesBetween(before.results, after.results);
	const nameOf = names(places.neighbourhoods);
	const named = (code: string) => ({ code, name: nameOf.get(code) ?? code });
	return {
		before: before.recipe.version,
		after: after.recipe.version,
		recipe: recipeChanges(before.recipe, after.recipe),
		rows: [
			...gained.map((code) => ({ ...named(code), words: 'Gained the finding' })),
			...lost.map((code) => ({ ...named(code), words: 'Lost the finding' })),
			...relabelled.map(({ area, before, after }) => ({
				...named(area),
				words: `${before} before, ${after} after`
			}))
		],
		gained: gained.length,
		lost: lost.length
	};
}
