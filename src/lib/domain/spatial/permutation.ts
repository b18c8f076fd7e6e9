// Conditional permutation: an area keeps its own value, its neighbours are drawn at random from all
// other areas, and the p-value says how often chance does as much. The draws depend only on the seed,
// never on the values, so many recipes can be judged by the same draws.
import { generator, below } from '../random.ts';
import { centredValues } from './moran.ts';
import type { Neighbours } from './neighbours.ts';

export type Alternative = 'greater' | 'less' | 'two-sided';

/** For each permutation `most` different places among the n - 1 other areas, row by row. */
export interface Draws {
	n: number;
	most: number;
	permutations: number;
	seed: number;
	places: Uint16Array;
}

/** Draws for a graph: as many places as its best-connected area has neighbours. */
export function draws(neighbours: Neighbours, permutations: number, seed: number): Draws {
	const n = neighbours.length;
	if (n > 65_536) throw new RangeError('more than 65,536 areas');
	const most = Math.max(0, ...neighbours.map((list) => list.length));
	const random = generator(seed);
	const places = new Uint16Array(permutations * most);
	const deck = Uint16Array.from({ length: Math.max(0, n - 1) }, (_, i) => i);
	for (let r = 0; r < permutations; r++) {
		for (let k = 0; k < most; k++) {
			const chosen = k + below(random, n - 1 - k);
			const place = deck[chosen] ?? 0;
			deck[chosen] = deck[k] ?? 0;
			deck[k] = place;
			places[r * most + k] = place;
		}
	}
	return { n, most, permutations, seed, places };
}

/** How many draws had a neighbours' sum at least as large, and at most as large, as the real one. */
export interface Tally {
	atLeast: number;
	atMost: number;
}

/** Tally of each area; undefined for an area without neighbours. Sums within rounding error tie. */
export function tallies(
	y: readonly number[],
	neighbours: Neighbours,
	drawn: Draws
): (Tally | undefined)[] {
	const z = Float64Array.from(centredValues(y));
	const error = 1e-11 * z.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
	const others = new Float64Array(Math.max(0, z.length - 1));
	return neighbours.map((list, i) => {
		if (list.length === 0) return undefined;
		if (list.length > drawn.most || z.length !== drawn.n) throw new RangeError('draws do not fit');
		others.set(z.subarray(0, i));
		others.set(z.subarray(i + 1), i);
		const real = list.reduce((total, j) => total + (z[j] ?? 0), 0);
		return tally(others, drawn, list.length, real, error);
	});
}

function tally(
	others: Float64Array,
	{ places, most, permutations }: Draws,
	size: number,
	real: number,
	error: number
): Tally {
	let atLeast = 0;
	let atMost = 0;
	for (let r = 0; r < permutations; r++) {
		const start = r * most;
		let total = 0;
		for (let k = start; k < start + size; k++) total += others[places[k] as number] as number;
		if (total >= real - error) atLeast++;
		if (total <= real + error) atMost++;
	}
	return { atLeast, atMost };
}

/** (M + 1) / (R + 1) in one tail, or twice the smaller tail, at most 1. */
export function pValue(
	{ atLeast, atMost }: Tally,
	permutations: number,
	side: Alternative
): number {
	const greater = (atLeast + 1) / (permutations + 1);
	const less = (atMost + 1) / (permutations + 1);
	if (side === 'two-sided') return Math.min(1, 2 * Math.min(greater, less));
	return side === 'greater' ? greater : less;
}

/**
 * Permutation p-values of Gi and Gi*. With the area's own value fixed both order the draws by the sum
 * of the neighbours' values, so the two have the same p-values. undefined without neighbours.
 */
export const giPermutation = (
	y: readonly number[],
	neighbours: Neighbours,
	drawn: Draws,
	side: Alternative = 'two-sided'
): (number | undefined)[] =>
	tallies(y, neighbours, drawn).map((t) => t && pValue(t, drawn.permutations, side));

/**
 * Permutation p-values of local Moran: the draws ordered by z_i times the neighbours' sum, which turns
 * round for an area below the mean. An area exactly at the mean has p = 1.
 */
export function localMoranPermutation(
	y: readonly number[],
	neighbours: Neighbours,
	drawn: Draws,
	side: Alternative = 'two-sided'
): (number | undefined)[] {
	const z = centredValues(y);
	const all = { atLeast: drawn.permutations, atMost: drawn.permutations };
	return tallies(y, neighbours, drawn).map((t, i) => {
		const own = z[i] ?? 0;
		const turned = t && (own > 0 ? t : own < 0 ? { atLeast: t.atMost, atMost: t.atLeast } : all);
		return turned && pValue(turned, drawn.permutations, side);
	});
}
