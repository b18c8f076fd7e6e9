// The stored form of a lens's result: what a page, an export or an interface reads. Nothing about a
// cold spot is computed while a page is made.

import { fisherJenks } from '../stats/breaks.ts';
import { exposure, type GroupCorrelation, groupCorrelations } from './beside.ts';
import { type AreaResult, type Findings, find } from './find.ts';
import type { Inputs } from './inputs.ts';
import { tableOf, values } from './measure.ts';
import type { Recipe } from './recipe.ts';

export interface StoredArea extends Omit<AreaResult, 'domains' | 'labelWithoutRing'> {
	profile: Profile;
}

export interface Profile {
	/** Coldness of each part by its code: z-score, higher = colder. */
	domains: Record<string, number | null>;
	/** Value of each measure by its code, those beside the lens included. */
	measures: Record<string, number | null>;
	/** Only where neighbourhoods outside took part: the finding without them. */
	withoutRing?: 'cold spot' | 'no evidence';
}

export interface LensFindings extends Findings {
	groups: GroupCorrelation[];
	/** Value of each measure in the borough's middle neighbourhood. */
	medians: Record<string, number | null>;
	counts: Record<string, number>;
	/** Map classes of each measure and of the score (code `score`): upper bounds, set v1. */
	classes: Record<string, number[]>;
	/** How many neighbourhoods outside the borough took part; absent where none did. */
	ring?: number;
}

export interface Computed {
	areas: StoredArea[];
	findings: LensFindings | null;
}

/** Runs a recipe and shapes what is stored; a lens without figures yet has no result. */
export function compute(recipe: Recipe, inputs: Inputs): Computed {
	if (recipe.domains.length === 0) return { areas: [], findings: null };
	const { areas, findings } = find(recipe, inputs);
	const measured = measuredValues(recipe, inputs);
	const stored = areas.map(({ domains, labelWithoutRing, ...area }, i): StoredArea => {
		const parts = recipe.domains.map(({ code }, d) => [code, rounded(domains[d] ?? null)] as const);
		return {
			...area,
			score: rounded(area.score),
			z: rounded(area.z),
			heldShare: rounded(area.heldShare) ?? 0,
			profile: {
				domains: Object.fromEntries(parts),
				measures: Object.fromEntries(
					measured.map(({ code, column }) => [code, rounded(column[i] ?? null)])
				),
				...(labelWithoutRing ? { withoutRing: labelWithoutRing } : {})
			}
		};
	});
	return {
		areas: stored,
		findings: {
			...findings,
			...(inputs.ring ? { ring: inputs.ring.codes.length } : {}),
			groups: groupsOf(
				recipe,
				inputs,
				areas.map(({ score }) => score)
			),
			medians: Object.fromEntries(measured.map(({ code, column }) => [code, median(column)])),
			counts: countsOf(areas),
			classes: Object.fromEntries(
				[{ code: 'score', column: areas.map(({ score }) => score) }, ...measured].map(
					({ code, column }) => [code, breaksOf(column)]
				)
			)
		}
	};
}

function measuredValues(recipe: Recipe, inputs: Inputs) {
	const measures = [...recipe.domains.flatMap((domain) => domain.measures), ...recipe.beside];
	const columns = measures.map((measure) => ({
		code: measure.code,
		column: values(measure, inputs.tables, recipe.minimumBase)
	}));
	const groups = ethnicGroups(recipe);
	if (!groups) return columns;
	const table = tableOf(groups.measure, inputs.tables);
	return [...columns, { code: 'exposure', column: exposure(table, groups.groups) }];
}

function groupsOf(recipe: Recipe, inputs: Inputs, score: (number | null)[]): GroupCorrelation[] {
	const groups = ethnicGroups(recipe);
	if (!groups) return [];
	return groupCorrelations(score, tableOf(groups.measure, inputs.tables), groups.groups);
}

/** The measure of the lens that is made of ethnic groups: its correlations must be printed. */
function ethnicGroups(recipe: Recipe) {
	for (const measure of recipe.domains.flatMap((domain) => domain.measures)) {
		const { source } = measure;
		if (source.kind === 'diversity' && source.table.endsWith('ts021')) {
			return { measure, groups: source.groups };
		}
	}
	return undefined;
}

/** Fisher's natural breaks, five classes, of the values as stored. */
const breaksOf = (column: (number | null)[]): number[] =>
	fisherJenks(column.map(rounded), 5)?.upper ?? [];

function countsOf(areas: readonly AreaResult[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { label } of areas) counts[label] = (counts[label] ?? 0) + 1;
	return counts;
}

function median(column: readonly (number | null)[]): number | null {
	const known = column.filter((value) => value !== null).sort((a, b) => a - b);
	return rounded(known[Math.floor((known.length - 1) / 2)] ?? null);
}

/** Six decimals: enough to be exact in print, and the same text on every machine. */
const rounded = (value: number | null): number | null =>
	value === null ? null : Math.round(value * 1e6) / 1e6;
