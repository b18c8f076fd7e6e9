// Geary's C: squared differences between neighbours; below 1 neighbours resemble each other.
import { sum } from '../number.ts';
import { centredValues } from './moran.ts';
import { type Neighbours, type Weights, weightOf } from './neighbours.ts';
import { type WeightSums, weightSums } from './weight-sums.ts';

/**
 * C (expectation 1) with its variance under randomisation; undefined below four areas with neighbours
 * or when all values are equal. Geary 1954; Cliff & Ord 1981. Islands follow spdep's geary.test, whose
 * published figures mix both sizes: the squares and the linear terms of the variance count every
 * area, the rest only those with neighbours. Leave islands out beforehand for the textbook variance.
 */
export function geary(
	y: readonly number[],
	neighbours: Neighbours,
	weights: Weights
): { C: number; varRandomisation: number } | undefined {
	const joined = neighbours.filter((list) => list.length > 0).length;
	const z = centredValues(y);
	const squares = sum(z.map((v) => v * v));
	if (joined < 4 || !(squares > 0)) return undefined;
	const sums = weightSums(neighbours, weights);
	const differences = sum(
		neighbours.map((list, i) => {
			const w = weightOf(weights, list.length);
			return sum(list.map((j) => w * ((z[i] ?? 0) - (z[j] ?? 0)) ** 2));
		})
	);
	const kurtosis = (joined * sum(z.map((v) => v ** 4))) / squares ** 2;
	return {
		C: ((joined - 1) * differences) / (2 * sums.s0 * squares),
		varRandomisation: spread(y.length, joined, sums, kurtosis)
	};
}

/** Cliff & Ord's variance; `all` and `joined` are equal where there are no islands. */
function spread(all: number, joined: number, { s0, s1, s2 }: WeightSums, k: number): number {
	const square = joined ** 2;
	const less = joined - 1;
	const first = less * s1 * (square - 3 * all + 3 - less * k);
	const second = (less * s2 * (square + 3 * all - 6 - (square - all + 2) * k)) / 4;
	const third = s0 * s0 * (square - 3 - less ** 2 * k);
	return (first - second + third) / (all * (joined - 2) * (joined - 3) * s0 * s0);
}
