// Does a finding survive sensible changes of method? Each family changes one thing; inside a family
// every run counts the same, and every family counts the same in the share that is shown.

import { generator, weights as randomWeights } from '../random.ts';
import { type Neighbours, subgraph } from '../spatial/neighbours.ts';
import { analytic, isCold } from './cluster.ts';
import { type Inputs, widest } from './inputs.ts';
import { redrawn } from './redraw.ts';
import type { Recipe } from './recipe.ts';
import { composite, domainScores, type DomainScores } from './score.ts';

export interface Family {
	code: string;
	title: string;
	runs: number;
	/** Share of runs in which each neighbourhood was cold; null = not tested in this family. */
	held: (number | null)[];
}

/** All families of changed recipes, in the order they are printed. */
export function families(recipe: Recipe, inputs: Inputs): Family[] {
	const { tables, neighbours, nearest, inside } = widest(inputs);
	const base = domainScores(recipe, tables);
	const weights = recipe.domains.map(({ weight }) => weight);
	const cold = (scores: DomainScores, w: readonly number[], how: 'exponential' | 'zscore') =>
		isCold(analytic(composite(scores, w, how), neighbours, recipe.alpha, inside));
	return [
		family(
			'leave-one-out',
			'Each part left out in turn',
			leaveOneOut(weights).map((w) => cold(base, w, 'exponential'))
		),
		family(
			'weights',
			'Random weights',
			randomSets(recipe).map((w) => cold(base, w, 'exponential'))
		),
		family('scale', 'Plain z-scores in place of ranks', [cold(base, weights, 'zscore')]),
		family('neighbours', 'The 6 nearest in place of touching neighbours', [
			isCold(analytic(composite(base, weights, 'exponential'), nearest, recipe.alpha, inside))
		]),
		{ ...withoutEdge(recipe, inputs), code: 'edge', title: 'Border neighbourhoods left out' },
		...(inputs.ring ? [withoutRing(recipe, inputs)] : []),
		family('geography', 'Larger areas (community areas)', [byCommunity(recipe, inputs)]),
		family('redraws', 'Small counts drawn again', redraws(recipe, inputs, weights))
	];
}

/** Average over families of the share of runs in which a neighbourhood was cold. */
export function heldShare(all: readonly Family[], area: number): number {
	const shares = all.map(({ held }) => held[area] ?? null).filter((share) => share !== null);
	return shares.reduce((a, b) => a + b, 0) / Math.max(1, shares.length);
}

/** Is each neighbourhood cold when the border ones are left out of the map? null for border ones. */
export function withoutEdge(recipe: Recipe, inputs: Inputs): Omit<Family, 'code' | 'title'> {
	const weights = recipe.domains.map(({ weight }) => weight);
	const scores = composite(domainScores(recipe, inputs.tables), weights, 'exponential');
	const inner = inputs.edge.map((edge) => !edge);
	const spots = analytic(
		scores.filter((_, area) => inner[area]),
		subgraph(inputs.neighbours, inner),
		recipe.alpha
	);
	let next = 0;
	const held = inner.map((kept) => (kept ? +(spots.label[next++] === 'cold') : null));
	return { runs: 1, held };
}

/** The recipe on the borough alone, when the neighbourhoods outside take part in it. */
function withoutRing(recipe: Recipe, { tables, neighbours }: Inputs): Family {
	const weights = recipe.domains.map(({ weight }) => weight);
	const scores = composite(domainScores(recipe, tables), weights, 'exponential');
	const cold = isCold(analytic(scores, neighbours, recipe.alpha));
	return family('ring', 'Neighbourhoods outside left out', [cold]);
}

function family(code: string, title: string, runs: boolean[][]): Family {
	const held = (runs[0] ?? []).map(
		(_, area) => runs.filter((run) => run[area]).length / runs.length
	);
	return { code, title, runs: runs.length, held };
}

const leaveOneOut = (weights: readonly number[]): number[][] =>
	weights.length < 2
		? [[...weights]]
		: weights.map((_, d) => weights.map((w, i) => (i === d ? 0 : w)));

function randomSets(recipe: Recipe): number[][] {
	const random = generator(recipe.seed + 1);
	return Array.from({ length: recipe.randomWeights }, () =>
		randomWeights(random, recipe.domains.length)
	);
}

function redraws(recipe: Recipe, inputs: Inputs, weights: readonly number[]): boolean[][] {
	const random = generator(recipe.seed + 2);
	const wide = widest(inputs);
	return Array.from({ length: recipe.redraws }, () => {
		const tables = redrawn(wide.tables, inputs.scoreTables, random);
		const scores = composite(domainScores(recipe, tables), weights, 'exponential');
		return isCold(analytic(scores, wide.neighbours, recipe.alpha, wide.inside));
	});
}

/** The recipe on larger areas; each neighbourhood takes the finding of the area it lies in. */
function byCommunity(recipe: Recipe, { communities }: Inputs): boolean[] {
	const weights = recipe.domains.map(({ weight }) => weight);
	const scores = composite(domainScores(recipe, communities.tables), weights, 'exponential');
	const cold = isCold(analytic(scores, communities.neighbours as Neighbours, recipe.alpha));
	return communities.of.map((community) => cold[community] ?? false);
}
