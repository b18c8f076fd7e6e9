import type { Label } from '../../domain/coldspot/recipe.ts';
import type { LensFindings, StoredArea } from '../../domain/coldspot/stored.ts';
import type { Recipe } from '../../domain/coldspot/recipe.ts';
import type { Db, Trx } from './client.ts';

// Recipes and results of the cold-spot lenses, as stored when they were computed.

export type RecipeStatus = 'draft' | 'signed' | 'hidden' | 'replaced';

export interface StoredRecipe {
	recipe: Recipe;
	inputsHash: string;
	findings: LensFindings | null;
	status: RecipeStatus;
	signedByRole: string | null;
	signedAt: string | null;
}

/** Every version of every lens, newest version first. */
export async function recipes(db: Db): Promise<StoredRecipe[]> {
	const rows = await db
		.selectFrom('cold_spot_recipes')
		.selectAll()
		.orderBy('lens')
		.orderBy('version', 'desc')
		.execute();
	return rows.map((row) => ({
		recipe: row.recipe as Recipe,
		inputsHash: row.inputs_hash,
		findings: row.findings as LensFindings | null,
		status: row.status as RecipeStatus,
		signedByRole: row.signed_by_role,
		signedAt: row.signed_at?.toISOString() ?? null
	}));
}

/** Results of one version of a lens by neighbourhood code. */
export async function results(
	db: Db,
	lens: string,
	version: number
): Promise<Map<string, StoredArea>> {
	const rows = await db
		.selectFrom('cold_spot_results')
		.selectAll()
		.where('lens', '=', lens)
		.where('version', '=', version)
		.orderBy('area')
		.execute();
	return new Map(
		rows.map((row) => [
			row.area,
			{
				area: row.area,
				score: row.score,
				z: row.z,
				p: row.p,
				q: row.q,
				label: row.label as Label,
				confidence: row.confidence as StoredArea['confidence'],
				heldShare: row.held_share ?? 0,
				edge: row.edge,
				labelWithoutEdge: row.label_without_edge as StoredArea['labelWithoutEdge'],
				profile: row.profile as StoredArea['profile']
			}
		])
	);
}

/** Stores one computed version with its results. A version that exists is never overwritten. */
export async function store(
	trx: Trx,
	entry: { recipe: Recipe; inputsHash: string; findings: LensFindings | null; areas: StoredArea[] }
): Promise<void> {
	const { recipe, inputsHash, findings, areas } = entry;
	const inserted = await trx
		.insertInto('cold_spot_recipes')
		.values({
			lens: recipe.lens,
			version: recipe.version,
			title: recipe.title,
			summary: recipe.summary,
			recipe: JSON.stringify(recipe),
			inputs_hash: inputsHash,
			findings: JSON.stringify(findings),
			signed_by_role: null
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	if (inserted.numInsertedOrUpdatedRows === 0n || areas.length === 0) return;
	await trx
		.insertInto('cold_spot_results')
		.values(
			areas.map((area) => ({
				lens: recipe.lens,
				version: recipe.version,
				area: area.area,
				score: area.score,
				z: area.z,
				p: area.p,
				q: area.q,
				label: area.label,
				confidence: area.confidence,
				held_share: area.heldShare,
				edge: area.edge,
				label_without_edge: area.labelWithoutEdge,
				profile: JSON.stringify(area.profile)
			}))
		)
		.execute();
}
