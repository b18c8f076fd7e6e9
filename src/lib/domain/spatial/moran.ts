// Global Moran's I: do neighbours resemble each other across the whole map?
import { average, sum } from '../number.ts';
import { type Neighbours, type Weights, withoutIslands } from './neighbours.ts';
import { lag, weightSums } from './weight-sums.ts';

/** I, its expectation without pattern, and its variance and z-score by two assumptions. */
export interface Moran {
	I: number;
	EI: number;
	varRandomisation: number;
	zRandomisation: number;
	varNormality: number;
	zNormality: number;
}

/**
 * Moran's I = (n / S0) * sum w z z / sum z^2. Areas without neighbours are left out first. undefined
 * below four areas or when all values are equal. Moran 1950; Cliff & Ord 1981.
 */
export function moran(
	values: readonly number[],
	graph: Neighbours,
	weights: Weights
): Moran | undefined {
	const { y, neighbours } = withoutIslands(values, graph);
	const n = y.length;
	const z = centredValues(y);
	const m2 = sum(z.map((v) => v * v)) / n;
	if (n < 4 || !(m2 > 0)) return undefined;
	const sums = weightSums(neighbours, weights);
	const product = sum(neighbours.map((list, i) => (z[i] ?? 0) * lag(z, list, weights)));
	const I = product / sums.s0 / m2;
	const EI = -1 / (n - 1);
	const kurtosis = sum(z.map((v) => v ** 4)) / n / m2 ** 2;
	const { varNormality, varRandomisation } = variances(n, sums, kurtosis);
	return {
		I,
		EI,
		varRandomisation,
		zRandomisation: (I - EI) / Math.sqrt(varRandomisation),
		varNormality,
		zNormality: (I - EI) / Math.sqrt(varNormality)
	};
}

/** Deviations from the mean. */
export function centredValues(y: readonly number[]): number[] {
	const mean = average(y) ?? 0;
	return y.map((value) => value - mean);
}

function variances(n: number, { s0, s1, s2 }: ReturnType<typeof weightSums>, kurtosis: number) {
	const square = 1 / (n - 1) ** 2;
	const varNormality = (n * n * s1 - n * s2 + 3 * s0 * s0) / ((n * n - 1) * s0 * s0) - square;
	const plain = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0);
	const peaked = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0);
	const varRandomisation = (plain - peaked) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - square;
	return { varNormality, varRandomisation };
}
