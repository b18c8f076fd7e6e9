import type { LensCode } from '$lib/domain/coldspot/recipe.ts';
import type { StoredArea } from '$lib/domain/coldspot/stored.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as coldSpots from '$lib/server/db/cold-spots.ts';
import type { StoredRecipe } from '$lib/server/db/cold-spots.ts';

// Results that the page sets side by side: the version on show, the newest of the other lenses, and
// the version before.

type Results = ReadonlyMap<string, StoredArea>;

export interface Compared {
	/** Results by lens; the lens on show in the version chosen. */
	lenses: { recipe: StoredRecipe['recipe']; results: Results }[];
	before: { version: number; results: Results } | null;
}

interface Wanted {
	stored: readonly StoredRecipe[];
	chosen: StoredRecipe | undefined;
	lens: LensCode;
}

export async function comparison(db: Db, { stored, chosen, lens }: Wanted): Promise<Compared> {
	const visible = stored.filter(({ status }) => status !== 'hidden');
	const shown = (['mix', 'barriers', 'reach'] as const).flatMap(
		(code) =>
			(code === lens ? chosen : visible.find(({ recipe }) => recipe.lens === code))?.recipe ?? []
	);
	const older = visible.find(
		({ recipe }) => recipe.lens === lens && recipe.version < (chosen?.recipe.version ?? 0)
	);
	const [results, before] = await Promise.all([
		Promise.all(shown.map((recipe) => coldSpots.results(db, recipe.lens, recipe.version))),
		older ? coldSpots.results(db, lens, older.recipe.version) : undefined
	]);
	return {
		lenses: shown.map((recipe, i) => ({ recipe, results: results[i] ?? new Map() })),
		before: older && before ? { version: older.recipe.version, results: before } : null
	};
}
