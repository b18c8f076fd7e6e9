import { labels } from '../../../domain/coldspot/recipe.ts';
import { standingOf } from '../../../domain/coldspot/standing.ts';
import type { StoredArea } from '../../../domain/coldspot/stored.ts';
import { table, type Column, type Table } from '../../../domain/table.ts';
import type { StoredRecipe } from '../../db/cold-spots.ts';
import { optional, required } from './columns.ts';

// Findings of the cold-spot lenses, and the versions of the recipes that they come from.

export interface FindingRow {
	name: string;
	result: StoredArea;
	version: StoredRecipe;
}

export const findingColumns: Column<FindingRow>[] = [
	required(['lens', 'Lens', 'mix, barriers or reach'], ({ version }) => version.recipe.lens),
	required(
		['version', 'Version', 'Version of the recipe'],
		({ version }) => version.recipe.version,
		'integer'
	),
	required(
		['area_code', 'Neighbourhood code', 'Neighbourhood (LSOA 2021)'],
		({ result }) => result.area
	),
	required(['area_name', 'Neighbourhood', 'Name of the neighbourhood'], ({ name }) => name),
	required(['finding', 'Finding', `${labels.join(', ')}`], ({ result }) => result.label),
	optional(
		['confidence', 'Confidence', 'high, medium or low; findings only'],
		({ result }) => result.confidence
	),
	optional(
		['held_share', 'Share held', 'Share of changed recipes in which it held'],
		({ result }) => result.heldShare,
		'number'
	),
	optional(
		['score', 'Score', 'Score of the lens; low is cold'],
		({ result }) => result.score,
		'number'
	),
	optional(['z', 'Gi* z-score', 'z-score of Gi*'], ({ result }) => result.z, 'number'),
	optional(['p', 'Permutation p', 'p-value by permutation'], ({ result }) => result.p, 'number'),
	optional(
		['q', 'Corrected p', 'p-value after the correction for many tests'],
		({ result }) => result.q,
		'number'
	),
	required(['edge', 'At the border', 'Touches the borough boundary'], ({ result }) =>
		result.edge ? 'yes' : 'no'
	),
	optional(
		['finding_without_edge', 'Without the border', 'Finding with border neighbourhoods left out'],
		({ result }) => result.labelWithoutEdge
	),
	optional(
		[
			'finding_without_ring',
			'Without those outside',
			'Finding without the neighbourhoods outside Walsall, where those were used'
		],
		({ result }) => result.profile.withoutRing ?? null
	),
	required(
		['standing', 'Standing of the method', 'Draft until a named role signs the version'],
		({ version }) => standingOf(version).text
	)
];

export const findings = (rows: readonly FindingRow[]): Table =>
	table(findingColumns, rows, ['lens', 'version', 'area_code']);

export const versionColumns: Column<StoredRecipe>[] = [
	required(['lens', 'Lens', 'mix, barriers or reach'], ({ recipe }) => recipe.lens),
	required(
		['version', 'Version', 'Version of the recipe'],
		({ recipe }) => recipe.version,
		'integer'
	),
	required(['title', 'Title', 'Name of the lens'], ({ recipe }) => recipe.title),
	required(['summary', 'Summary', 'What the lens looks at'], ({ recipe }) => recipe.summary),
	required(
		['standing', 'Standing', 'Draft until a named role signs the version'],
		(version) => standingOf(version).text
	),
	required(['seed', 'Seed', 'Seed of the shuffles'], ({ recipe }) => recipe.seed, 'integer'),
	required(
		['permutations', 'Shuffles', 'Permutations of the test'],
		({ recipe }) => recipe.permutations,
		'integer'
	),
	required(['inputs_hash', 'Hash of the inputs', 'SHA-256'], ({ inputsHash }) => inputsHash),
	required(
		['cold', 'Findings', 'Neighbourhoods found'],
		({ findings: found }) => found?.counts['cold spot'] ?? 0,
		'integer'
	),
	required(
		['outside_used', 'Outside used', 'Neighbourhoods outside Walsall that took part'],
		({ findings: found }) => found?.ring ?? 0,
		'integer'
	)
];
