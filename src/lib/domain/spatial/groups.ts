// Tables of people: areas in rows, groups in columns. The shared sums of all segregation indices.
import { sum } from '../number.ts';

/** Counts of people, one row per area, one column per group. */
export type Matrix = readonly (readonly number[])[];

/** Area totals, group totals, the grand total and each group's overall share. */
export interface Margins {
	areas: number[];
	groups: number[];
	total: number;
	shares: number[];
}

/** Margins of a table; undefined when it holds nobody. Throws on ragged rows or negative counts. */
export function margins(matrix: Matrix): Margins | undefined {
	const width = matrix[0]?.length ?? 0;
	if (matrix.some((row) => row.length !== width)) throw new RangeError('rows of unequal length');
	if (matrix.some((row) => row.some((x) => !(x >= 0)))) throw new RangeError('negative count');
	const areas = matrix.map((row) => sum(row));
	const groups = Array.from({ length: width }, (_, m) => sum(column(matrix, m)));
	const total = sum(areas);
	return total > 0 ? { areas, groups, total, shares: groups.map((x) => x / total) } : undefined;
}

/** One group's counts by area. */
export const column = (matrix: Matrix, group: number): number[] =>
	matrix.map((row) => row[group] ?? 0);

/** p ln p, with 0 ln 0 = 0. */
export const plogp = (share: number): number => (share > 0 ? share * Math.log(share) : 0);
