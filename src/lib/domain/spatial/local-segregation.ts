// How far each area's make-up is from that of the whole.
import { sum } from '../number.ts';
import { type Matrix, margins } from './groups.ts';

/**
 * Local segregation: sum of p ln(p / P) over the groups, 0 if the area mirrors the whole; its
 * population-weighted mean is M. undefined for an empty area. Alonso-Villar & Del Rio 2010.
 */
export function localSegregation(matrix: Matrix): (number | undefined)[] {
	const whole = margins(matrix);
	return matrix.map((row) => {
		const here = sum(row);
		if (!whole || here === 0) return undefined;
		return sum(
			row.map((x, m) => (x === 0 ? 0 : (x / here) * Math.log(x / here / (whole.shares[m] ?? 1))))
		);
	});
}

/** Local share over overall share of each group: 1 = as in the whole. undefined where either is empty. */
export function locationQuotient(matrix: Matrix): (number | undefined)[][] {
	const whole = margins(matrix);
	return matrix.map((row) => {
		const here = sum(row);
		return row.map((x, m) => {
			const share = whole?.shares[m] ?? 0;
			return here === 0 || share === 0 ? undefined : x / here / share;
		});
	});
}
