// How unevenly two groups live, and whom a member of a group meets in the neighbourhood.
import { sum } from '../number.ts';
import { column, type Matrix } from './groups.ts';

/**
 * Index of dissimilarity, 0 to 1: the share of either group that would have to move for an even
 * spread. undefined for an empty group. Duncan & Duncan 1955.
 */
export function dissimilarity(x: readonly number[], y: readonly number[]): number | undefined {
	const [X, Y] = [sum(x), sum(y)];
	if (X === 0 || Y === 0) return undefined;
	return sum(x.map((value, i) => Math.abs(value / X - (y[i] ?? 0) / Y))) / 2;
}

/** A group's counts and everybody else's, by area: for dissimilarity of a group against the rest. */
export function againstRest(matrix: Matrix, group: number): { x: number[]; rest: number[] } {
	const x = column(matrix, group);
	return { x, rest: matrix.map((row, i) => sum(row) - (x[i] ?? 0)) };
}

/** Share of group y in the neighbourhood of the average member of group x (xPy). Bell 1954. */
export function interaction(matrix: Matrix, x: number, y: number): number | undefined {
	const members = column(matrix, x);
	const X = sum(members);
	if (X === 0) return undefined;
	return sum(
		matrix.map((row, i) => {
			const here = sum(row);
			return here === 0 ? 0 : ((members[i] ?? 0) / X) * ((row[y] ?? 0) / here);
		})
	);
}

/** Share of the own group in the neighbourhood of its average member (xPx). Bell 1954. */
export const isolation = (matrix: Matrix, group: number): number | undefined =>
	interaction(matrix, group, group);

/** Isolation beyond what the group's size gives (eta squared), 0 to 1; undefined if it is all. */
export function adjustedIsolation(matrix: Matrix, group: number): number | undefined {
	const raw = isolation(matrix, group);
	const share = sum(column(matrix, group)) / sum(matrix.map((row) => sum(row)));
	return raw === undefined || share === 1 ? undefined : (raw - share) / (1 - share);
}
