// Looking at many areas finds "significant" ones by chance; these adjust p-values for that.
import { sum } from '../number.ts';

export type Correction = 'BH' | 'BY' | 'bonferroni';

/**
 * Adjusted p-values, in the order given; undefined (an area not tested) is no member of the family.
 * BH: Benjamini & Hochberg 1995 (false discovery rate). BY: Benjamini & Yekutieli 2001 (any
 * dependence). bonferroni: p times the number of tests.
 */
export function adjustP(
	p: readonly (number | null | undefined)[],
	method: Correction
): (number | undefined)[] {
	const tested = p
		.flatMap((value, i) => (value == null ? [] : [{ i, value }]))
		.sort((a, b) => b.value - a.value);
	const m = tested.length;
	const penalty = method === 'BY' ? sum(tested.map((_, k) => 1 / (k + 1))) : 1;
	const adjusted: (number | undefined)[] = p.map(() => undefined);
	let least = 1;
	tested.forEach(({ i, value }, k) => {
		if (method === 'bonferroni') adjusted[i] = Math.min(1, value * m);
		else adjusted[i] = least = Math.min(least, (penalty * m * value) / (m - k));
	});
	return adjusted;
}
