import { versionShown } from '../domain/coldspot/standing.ts';
import { NEIGHBOURHOODS } from '../domain/area.ts';
import * as areas from './db/areas.ts';
import type { Db } from './db/client.ts';
import * as coldSpots from './db/cold-spots.ts';
import type { StoredRecipe } from './db/cold-spots.ts';
import type { FindingRow } from './export/tables/cold-spots.ts';
import { residentsOf } from './residents.ts';

// Findings as they leave the product in files and the interface. They rest on published figures, so
// there are none before the first edition, and never any of a hidden version.

export const LENSES = ['mix', 'barriers', 'reach'] as const;

/** Every version that may be seen, oldest first within its lens. */
export async function seen(db: Db, at: string): Promise<StoredRecipe[]> {
	const [stored, residents] = await Promise.all([coldSpots.recipes(db), residentsOf(db, at)]);
	if (residents.size === 0) return [];
	return stored.filter(({ status }) => status !== 'hidden').reverse();
}

/** The version in force of each lens: signed, else the newest. */
export async function inForce(db: Db, at: string): Promise<StoredRecipe[]> {
	const all = await seen(db, at);
	return LENSES.flatMap((lens) => versionShown(all, lens) ?? []);
}

/** The findings of some versions, one a neighbourhood, by name. */
export async function findingsOf(db: Db, of: readonly StoredRecipe[]): Promise<FindingRow[]> {
	const [places, results] = await Promise.all([
		areas.ofVintage(db, NEIGHBOURHOODS),
		Promise.all(of.map(({ recipe }) => coldSpots.results(db, recipe.lens, recipe.version)))
	]);
	return of.flatMap((version, i) =>
		places.flatMap(({ code, name }): FindingRow[] => {
			const result = results[i]?.get(code);
			return result ? [{ name, result, version }] : [];
		})
	);
}
