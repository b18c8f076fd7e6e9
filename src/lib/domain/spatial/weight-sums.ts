// Sums over all pairs of weights that the moments of Moran's I, Geary's C and Getis-Ord's G share.
import { sum } from '../number.ts';
import { type Neighbours, type Weights, weightOf } from './neighbours.ts';

/** S0 = sum of w; S1 = half the sum of (w_ij + w_ji)^2; S2 = sum of (row sum + column sum)^2. */
export interface WeightSums {
	s0: number;
	s1: number;
	s2: number;
}

/** The sums of a weights graph. Cliff & Ord 1981. */
export function weightSums(neighbours: Neighbours, weights: Weights): WeightSums {
	const n = neighbours.length;
	const pairs = new Map<number, number>();
	const around = new Float64Array(n);
	neighbours.forEach((list, i) => {
		const w = weightOf(weights, list.length);
		for (const j of list) {
			const key = Math.min(i, j) * n + Math.max(i, j);
			pairs.set(key, (pairs.get(key) ?? 0) + w);
			around[i] = (around[i] ?? 0) + w;
			around[j] = (around[j] ?? 0) + w;
		}
	});
	return {
		s0: sum(around) / 2,
		s1: sum([...pairs.values()].map((w) => w * w)),
		s2: sum([...around].map((w) => w * w))
	};
}

/** Weighted sum over an area's neighbours of a value each. */
export function lag(values: ArrayLike<number>, list: readonly number[], weights: Weights): number {
	let total = 0;
	for (const j of list) total += values[j] ?? 0;
	return total * weightOf(weights, list.length);
}
