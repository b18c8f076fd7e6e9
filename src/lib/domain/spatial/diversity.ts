// Diversity: how mixed a population is, without asking which group is which. Not segregation: a wholly
// mixed and a wholly uniform district may both have a segregation of 0.
import { sum } from '../number.ts';
import { type Matrix, margins, plogp } from './groups.ts';

/** Shannon's entropy of counts, natural logarithm unless a base is given; undefined if all are 0. */
export function entropy(counts: readonly number[], base = Math.E): number | undefined {
	const total = sum(counts);
	if (total === 0) return undefined;
	return Math.abs(sum(counts.map((x) => plogp(x / total)))) / Math.log(base);
}

/** Chance that two people drawn at random are of different groups, 1 - sum of squares. Simpson 1949. */
export function simpson(counts: readonly number[]): number | undefined {
	const total = sum(counts);
	return total === 0 ? undefined : 1 - sum(counts.map((x) => (x / total) ** 2));
}

/** Simpson's two faces for a whole table: chance of the same group, and of different groups. */
export function simpsonOverall(
	matrix: Matrix
): { concentration: number; interaction: number } | undefined {
	const whole = margins(matrix);
	const different = whole && simpson(whole.groups);
	return different === undefined
		? undefined
		: { concentration: 1 - different, interaction: different };
}

/** Entropy of each area, and the same divided by ln of the number of groups (0 to 1). */
export function localEntropy(matrix: Matrix): {
	values: (number | undefined)[];
	normalised: (number | undefined)[];
} {
	const values = matrix.map((row) => entropy(row));
	const most = Math.log(matrix[0]?.length ?? 0);
	const normalised = values.map((value) =>
		value === undefined || !(most > 0) ? undefined : value / most
	);
	return { values, normalised };
}

/** Simpson's diversity of each area. */
export const localSimpson = (matrix: Matrix): (number | undefined)[] =>
	matrix.map((row) => simpson(row));
