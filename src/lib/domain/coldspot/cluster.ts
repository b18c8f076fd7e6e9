// Where low scores gather: Getis-Ord Gi* with the area itself, two-sided, corrected for having looked
// at many areas (Benjamini-Hochberg). Areas without a score or a neighbour are not tested.

import { gi } from '../spatial/getis-ord.ts';
import { hotColdSpots, named, type Spots } from '../spatial/hot-spots.ts';
import { type Neighbours, subgraph } from '../spatial/neighbours.ts';
import { draws, type Draws, giPermutation } from '../spatial/permutation.ts';

type Scores = readonly (number | null)[];

/** Gi* with p-values by conditional permutation; pass draws made for the same graph and areas. */
export function permuted(scores: Scores, neighbours: Neighbours, options: Permuted): Spots {
	const spots = onTested(scores, neighbours, (y, graph) => {
		const drawn = options.drawn ?? draws(graph, options.permutations, options.seed);
		return named(gi(y, graph, true), giPermutation(y, graph, drawn), options.alpha, 'BH');
	});
	return within(spots, options.inside ?? scores.length, options.alpha);
}

export interface Permuted {
	permutations: number;
	seed: number;
	alpha: number;
	/** Shared between runs over the same areas and graph. */
	drawn?: Draws;
	/** The first so many areas are of the borough; those after them lend their weight only. */
	inside?: number;
}

/** Gi* with p-values from the normal distribution: for runs that repeat the recipe many times. */
export function analytic(
	scores: Scores,
	neighbours: Neighbours,
	alpha: number,
	inside = scores.length
): Spots {
	const spots = onTested(scores, neighbours, (y, graph) => hotColdSpots(y, graph, alpha, 'BH'));
	return within(spots, inside, alpha);
}

/** Areas outside are no findings, and no tests that the correction counts. */
function within(spots: Spots, inside: number, alpha: number): Spots {
	if (spots.z.length === inside) return spots;
	return named(spots.z.slice(0, inside), spots.p.slice(0, inside), alpha, 'BH');
}

/** Is each area cold after the correction? Untested areas are not. */
export const isCold = (spots: Spots): boolean[] => spots.label.map((label) => label === 'cold');

function onTested(
	scores: Scores,
	neighbours: Neighbours,
	test: (y: number[], graph: number[][]) => Spots
): Spots {
	const keep = scores.map((score) => score !== null);
	const tested = test(
		scores.filter((score) => score !== null),
		subgraph(neighbours, keep)
	);
	const spots: Spots = { z: [], p: [], pAdjusted: [], label: [] };
	let next = 0;
	for (const kept of keep) {
		const at = kept ? next++ : -1;
		spots.z.push(tested.z[at]);
		spots.p.push(tested.p[at]);
		spots.pAdjusted.push(tested.pAdjusted[at]);
		spots.label.push(tested.label[at] ?? 'not_tested');
	}
	return spots;
}
