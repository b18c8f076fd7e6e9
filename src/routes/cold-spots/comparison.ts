import type { LensCode, Recipe } from '$lib/domain/coldspot/recipe.ts';
import { versionShown, visible } from '$lib/domain/coldspot/standing.ts';
import type { StoredArea } from '$lib/domain/coldspot/stored.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as coldSpots from '$lib/server/db/cold-spots.ts';
import type { StoredRecipe } from '$lib/server/db/cold-spots.ts';

// Results that the page sets side by side: the version on show, the one in force of the other lenses,
// and another version of the same lens.

type Results = ReadonlyMap<string, StoredArea>;

export interface Compared {
	/** Results by lens; the lens on show in the version chosen. */
	lenses: { recipe: Recipe; results: Results }[];
	/** The version asked for with `against`; else the one before, else the one after. */
	against: { recipe: Recipe; results: Results } | null;
}

interface Wanted {
	stored: readonly StoredRecipe[];
	chosen: StoredRecipe | undefined;
	ask: { lens: LensCode; against: number | null };
}

export async function comparison(db: Db, { stored, chosen, ask }: Wanted): Promise<Compared> {
	const shown = (['mix', 'barriers', 'reach'] as const).flatMap(
		(lens) => (lens === ask.lens ? chosen : versionShown(stored, lens))?.recipe ?? []
	);
	const other = chosen && otherVersion(visible(stored, ask.lens), chosen, ask.against)?.recipe;
	const of = ({ lens, version }: Recipe) => coldSpots.results(db, lens, version);
	const [results, against] = await Promise.all([
		Promise.all(shown.map(of)),
		other ? of(other) : undefined
	]);
	return {
		lenses: shown.map((recipe, i) => ({ recipe, results: results[i] ?? new Map() })),
		against: other && against ? { recipe: other, results: against } : null
	};
}

function otherVersion(
	versions: readonly StoredRecipe[],
	{ recipe: { version } }: StoredRecipe,
	asked: number | null
): StoredRecipe | undefined {
	const others = versions
		.filter(({ recipe }) => recipe.version !== version)
		.sort((a, b) => b.recipe.version - a.recipe.version);
	return (
		others.find(({ recipe }) => recipe.version === asked) ??
		others.find(({ recipe }) => recipe.version < version) ??
		others.at(-1)
	);
}
