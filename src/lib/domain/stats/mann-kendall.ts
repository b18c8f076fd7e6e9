// Is a series mostly rising or mostly falling, whatever its shape? Only the order of values counts.
import { type Maybe, known, sum } from '../number.ts';
import { twoSided } from './distribution.ts';

/**
 * Result of the Mann-Kendall test. `p` is the normal approximation; `exactP` is the exact two-sided
 * p-value for 4 to 10 values without ties, undefined otherwise. Up to 10 values it is indicative.
 */
export interface MannKendall {
	s: number;
	varS: number;
	z: number;
	p: number;
	tau: number;
	exactP: number | undefined;
}

/** Mann-Kendall trend test; missing values are dropped; needs two. Mann 1945; Kendall 1975. */
export function mannKendall(values: Iterable<Maybe>): MannKendall | undefined {
	const series = known(values);
	const n = series.length;
	if (n < 2) return undefined;
	let s = 0;
	for (let j = 1; j < n; j++) {
		for (let i = 0; i < j; i++) s += Math.sign((series[j] ?? 0) - (series[i] ?? 0));
	}
	const ties = tieSizes(series);
	const varS = (spread(n) - sum(ties.map(spread))) / 18;
	const z = varS === 0 || s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(varS);
	const exact = n >= 4 && n <= 10 && ties.every((size) => size === 1);
	return {
		s,
		varS,
		z,
		p: twoSided(z),
		tau: s / ((n * (n - 1)) / 2),
		exactP: exact ? exactTwoSided(n, s) : undefined
	};
}

const spread = (n: number): number => n * (n - 1) * (2 * n + 5);

function tieSizes(series: readonly number[]): number[] {
	const sizes = new Map<number, number>();
	for (const value of series) sizes.set(value, (sizes.get(value) ?? 0) + 1);
	return [...sizes.values()];
}

/** Share of the n! orders whose |S| is at least this large, by counting inversions. */
function exactTwoSided(n: number, s: number): number {
	let ways = [1];
	for (let size = 2; size <= n; size++) {
		const next = new Array<number>(ways.length + size - 1).fill(0);
		ways.forEach((count, inversions) => {
			for (let more = 0; more < size; more++) {
				next[inversions + more] = (next[inversions + more] ?? 0) + count;
			}
		});
		ways = next;
	}
	const pairs = (n * (n - 1)) / 2;
	const extreme = ways.filter((_, inversions) => Math.abs(pairs - 2 * inversions) >= Math.abs(s));
	return sum(extreme) / sum(ways);
}
