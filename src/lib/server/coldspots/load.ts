import { type Computed, compute } from '../../domain/coldspot/stored.ts';
import type { Recipe } from '../../domain/coldspot/recipe.ts';
import type { Trx } from '../db/client.ts';
import { store } from '../db/cold-spots.ts';
import type { Read } from '../load/open-data.ts';
import { Refusal } from '../refusal.ts';
import { hashOf, inputsOf } from './inputs.ts';

// First start loads stored results: they are checked by the hash of the recipe and its inputs, so a
// changed input can never carry an old result. `npm run cold-spots` makes them again.

export interface StoredResult extends Computed {
	inputsHash: string;
}

export const RECIPES = 'cold-spots/recipes.json';
export const resultPath = ({ lens, version }: Recipe): string =>
	`cold-spots/${lens}-v${version}.json`;

export const readRecipes = (read: Read): Recipe[] => read<{ recipes: Recipe[] }>(RECIPES).recipes;

/** Loads every recipe with its stored results; refuses results that belong to other inputs. */
export async function loadColdSpots(trx: Trx, read: Read): Promise<void> {
	for (const recipe of readRecipes(read)) {
		const result = read<StoredResult>(resultPath(recipe));
		if (result.inputsHash !== hashOf(recipe, inputsOf(recipe, read))) {
			throw new Refusal(
				`The stored results of the lens “${recipe.title}” (version ${recipe.version}) belong to other inputs: run npm run cold-spots -- --write.`
			);
		}
		await store(trx, { recipe, ...result });
	}
}

/** Computes one recipe anew from the open data. */
export function recompute(recipe: Recipe, read: Read): StoredResult {
	const inputs = inputsOf(recipe, read);
	return { inputsHash: hashOf(recipe, inputs), ...compute(recipe, inputs) };
}
