// Geary's C: squared differences between neighbours; below 1 neighbours resemble each other.
import { sum } from '../number.ts';
import { centredValues } from './moran.ts';
import { type Neighbours, type Weights, weightOf } from './neighbours.ts';
import { weightSums } from './weight-sums.ts';

/**
 * C (expectation 1) with its variance under randomisation. An area without neighbours counts in the
 * mean and the squares but not in n (spdep's rule); undefined below four areas with neighbours or
 * when all values are equal. Geary 1954; Cliff & Ord 1981.
 */
export function geary(
	y: readonly number[],
	neighbours: Neighbours,
	weights: Weights
): { C: number; varRandomisation: number } | undefined {
	const n = neighbours.filter((list) => list.length > 0).length;
	const z = centredValues(y);
	const squares = sum(z.map((v) => v * v));
	if (n < 4 || !(squares > 0)) return undefined;
	const sums = weightSums(neighbours, weights);
	const differences = sum(
		neighbours.map((list, i) => {
			const w = weightOf(weights, list.length);
			return sum(list.map((j) => w * ((z[i] ?? 0) - (z[j] ?? 0)) ** 2));
		})
	);
	const kurtosis = (n * sum(z.map((v) => v ** 4))) / squares ** 2;
	return {
		C: ((n - 1) * differences) / (2 * sums.s0 * squares),
		varRandomisation: spread(n, sums, kurtosis)
	};
}

function spread(n: number, { s0, s1, s2 }: ReturnType<typeof weightSums>, k: number): number {
	const first = (n - 1) * s1 * (n * n - 3 * n + 3 - (n - 1) * k);
	const second = ((n - 1) * s2 * (n * n + 3 * n - 6 - (n * n - n + 2) * k)) / 4;
	const third = s0 * s0 * (n * n - 3 - (n - 1) ** 2 * k);
	return (first - second + third) / (n * (n - 2) * (n - 3) * s0 * s0);
}
