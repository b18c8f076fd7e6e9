// Getis-Ord: does an area stand, with its neighbours, in a concentration of high or of low values?
import { sum } from '../number.ts';
import { upperTail } from '../stats/distribution.ts';
import { centredValues } from './moran.ts';
import { type Neighbours, withoutIslands } from './neighbours.ts';
import { weightSums } from './weight-sums.ts';

/**
 * z-score of Gi (`star` false: the area itself is left out everywhere) or Gi* (self included, weight
 * 1), all weights 1. undefined for an area without neighbours, and where there is no spread. Shift
 * and scale of the values change nothing. Getis & Ord 1992; Ord & Getis 1995.
 */
export function gi(
	values: readonly number[],
	neighbours: Neighbours,
	star: boolean
): (number | undefined)[] {
	// From deviations: the squares of large values leave no digits for their spread.
	const y = centredValues(values);
	const total = sum(y);
	const squares = sum(y.map((v) => v * v));
	return neighbours.map((list, i) => {
		const own = y[i] ?? 0;
		const [n, s1, s2] = star
			? [y.length, total, squares]
			: [y.length - 1, total - own, squares - own * own];
		const members = star ? [...list, i] : list;
		const mean = s1 / n;
		const spread = s2 / n - mean * mean;
		const w = members.length;
		const room = (n * w - w * w) / (n - 1);
		if (list.length === 0 || !(spread > 1e-14 * (s2 / n)) || !(room > 0)) return undefined;
		return (sum(members.map((j) => y[j] ?? 0)) - w * mean) / Math.sqrt(spread * room);
	});
}

/**
 * Global G with binary weights for a positive variable: the share of all products that lie between
 * neighbours, its expectation, and the upper-tail normal p-value. Islands are left out first.
 * undefined below four areas or for negative values. Getis & Ord 1992.
 */
export function globalG(
	values: readonly number[],
	graph: Neighbours
): { G: number; EG: number; variance: number; p_greater: number } | undefined {
	const { y, neighbours } = withoutIslands(values, graph);
	const n = y.length;
	const [m1, m2, m3, m4] = [1, 2, 3, 4].map((k) => sum(y.map((v) => v ** k))) as [
		number,
		number,
		number,
		number
	];
	const products = m1 * m1 - m2;
	if (n < 4 || y.some((v) => v < 0) || !(products > 0)) return undefined;
	const near = sum(neighbours.map((list, i) => (y[i] ?? 0) * sum(list.map((j) => y[j] ?? 0))));
	const { s0, s1, s2 } = weightSums(neighbours, 'binary');
	const b0 = (n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0;
	const b1 = -((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0);
	const b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * s0 * s0);
	const b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * s0 * s0;
	const b4 = s1 - s2 + s0 * s0;
	const square =
		(b0 * m2 * m2 + b1 * m4 + b2 * m1 * m1 * m2 + b3 * m1 * m3 + b4 * m1 ** 4) /
		(products ** 2 * n * (n - 1) * (n - 2) * (n - 3));
	const [G, EG] = [near / products, s0 / (n * (n - 1))];
	const variance = square - EG * EG;
	return { G, EG, variance, p_greater: upperTail((G - EG) / Math.sqrt(variance)) };
}
