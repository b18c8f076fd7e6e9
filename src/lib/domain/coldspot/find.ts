// Runs a recipe: scores, clusters, robustness, labels. Pure: the same inputs and seed give the same
// result to the last digit, which is how stored results are checked.

import { localMoran } from '../spatial/local-moran.ts';
import { type Neighbours, subgraph } from '../spatial/neighbours.ts';
import { quantileOf } from '../stats/breaks.ts';
import { spearman } from '../stats/correlation.ts';
import { analytic, isCold, permuted } from './cluster.ts';
import { type Inputs, widest } from './inputs.ts';
import type { Confidence, Label, Recipe } from './recipe.ts';
import { families, type Family, heldShare } from './robust.ts';
import { composite, domainScores } from './score.ts';

export interface AreaResult {
	area: string;
	/** Low = cold; null = not tested. */
	score: number | null;
	z: number | null;
	p: number | null;
	q: number | null;
	label: Label;
	/** Only for cold and possible findings. */
	confidence: Confidence | null;
	heldShare: number;
	edge: boolean;
	labelWithoutEdge: 'cold spot' | 'no evidence' | null;
	/** Coldness of each domain in z-scores, higher = colder. */
	domains: (number | null)[];
	/** Only where a ring took part: is it cold without it? */
	labelWithoutRing?: 'cold spot' | 'no evidence';
}

export interface Findings {
	families: { code: string; title: string; runs: number; cold: number }[];
	/** Share of neighbourhoods on which the analytic test and the permutation agree about cold. */
	agreement: number;
	/** Rank correlation between domains, for the published matrix. */
	correlations: number[][];
}

export function find(recipe: Recipe, inputs: Inputs): { areas: AreaResult[]; findings: Findings } {
	const { tables, neighbours, inside } = widest(inputs);
	const domains = domainScores(recipe, tables);
	// Profiles compare with the borough, never with the places outside.
	const own = inputs.ring ? domainScores(recipe, inputs.tables) : domains;
	const weights = recipe.domains.map(({ weight }) => weight);
	const scores = composite(domains, weights, 'exponential');
	const spots = permuted(scores, neighbours, { ...recipe, inside });
	const all = families(recipe, inputs);
	const alone = singleAreas(scores, neighbours);
	const redrawn = all.find(({ code }) => code === 'redraws');
	const edge = all.find(({ code }) => code === 'edge');
	const ring = all.find(({ code }) => code === 'ring');
	const areas = inputs.codes.map((area, i): AreaResult => {
		const [z, p, q] = [spots.z[i] ?? null, spots.p[i] ?? null, spots.pAdjusted[i] ?? null];
		const shaky = (domains.incomplete[i] ?? false) || (redrawn?.held[i] ?? 0) < HOLDS;
		const label = labelOf({ z, p, q, shaky, alone: alone[i] ?? false, alpha: recipe.alpha });
		const share = heldShare(all, i);
		const inner = edge?.held[i] ?? null;
		return {
			area,
			score: scores[i] ?? null,
			z,
			p,
			q,
			label,
			confidence: label === 'cold spot' || label === 'possible' ? sureness(share, all, i) : null,
			heldShare: share,
			edge: inputs.edge[i] ?? false,
			labelWithoutEdge: inner === null ? null : inner === 1 ? 'cold spot' : 'no evidence',
			domains: own.scores.map((column) => column[i] ?? null),
			...(ring ? { labelWithoutRing: ring.held[i] === 1 ? 'cold spot' : 'no evidence' } : {})
		};
	});
	const again = isCold(analytic(scores, neighbours, recipe.alpha, inside));
	const agree = isCold(spots).filter((cold, i) => cold === again[i]).length / again.length;
	return { areas, findings: findings(all, agree, own.scores) };
}

/** A finding must hold in this share of redraws, and of runs for high confidence. */
export const HOLDS = 0.8;

interface Evidence {
	z: number | null;
	p: number | null;
	q: number | null;
	shaky: boolean;
	alone: boolean;
	alpha: number;
}

/** The label of one neighbourhood; `shaky` = incomplete inputs, or lost when counts are redrawn. */
export function labelOf({ z, p, q, shaky, alone, alpha }: Evidence): Label {
	const isLow = z !== null && z < 0;
	if (isLow && q !== null && q < alpha) return shaky ? 'possible' : 'cold spot';
	if (isLow && p !== null && p < alpha) return 'possible';
	return alone ? 'single area of concern' : 'no evidence';
}

/** High: 8 in 10 runs and every part left out but one. Medium: half of the runs. */
function sureness(share: number, all: readonly Family[], area: number): Confidence {
	const left = all.find(({ code }) => code === 'leave-one-out');
	const lost = left ? Math.round((1 - (left.held[area] ?? 0)) * left.runs) : 0;
	if (share >= HOLDS && lost <= 1) return 'high';
	return share >= 0.5 ? 'medium' : 'low';
}

/** In the lowest tenth of scores while its neighbours are above the mean: alone, not a cluster. */
function singleAreas(scores: (number | null)[], neighbours: Neighbours): boolean[] {
	const keep = scores.map((score) => score !== null);
	const known = scores.filter((score) => score !== null);
	const lowest = quantileOf(
		[...known].sort((a, b) => a - b),
		0.1
	);
	const local = localMoran(known, subgraph(neighbours, keep), 'row');
	let next = 0;
	return scores.map((score) => {
		if (score === null) return false;
		return local[next++]?.quadrant === 'Low-High' && score <= lowest;
	});
}

function findings(
	all: readonly Family[],
	agreement: number,
	domains: (number | null)[][]
): Findings {
	return {
		families: all.map(({ code, title, runs, held }) => ({
			code,
			title,
			runs,
			cold: held.filter((share) => share !== null && share >= HOLDS).length
		})),
		agreement,
		correlations: domains.map((a) => domains.map((b) => pairwise(a, b)))
	};
}

/** Rank correlation over the neighbourhoods that have both values. */
function pairwise(a: readonly (number | null)[], b: readonly (number | null)[]): number {
	const both = a.flatMap((x, i) => {
		const y = b[i] ?? null;
		return x === null || y === null ? [] : [[x, y] as const];
	});
	return (
		spearman(
			both.map(([x]) => x),
			both.map(([, y]) => y)
		) ?? 0
	);
}
