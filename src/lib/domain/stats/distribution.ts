// Quantiles and tail areas of the normal, t and chi-square distributions: the one place that knows
// which library they come from. Full double precision; simple-statistics' tables are not used.
import chisquare from '@stdlib/stats-base-dists-chisquare';
import normal from '@stdlib/stats-base-dists-normal';
import t from '@stdlib/stats-base-dists-t';

/** Half of 1 - confidence, freed of the binary dust of 1 - 0.95. Throws outside (0, 1). */
export function tail(confidence: number): number {
	if (!(confidence > 0 && confidence < 1)) {
		throw new RangeError(`confidence must lie between 0 and 1, got ${confidence}`);
	}
	return Number(((1 - confidence) / 2).toPrecision(12));
}

/** Two-sided standard normal multiplier: 1.959963984540054 for 0.95, 3.090232306167813 for 0.998. */
export function zFor(confidence: number): number {
	// Good to 16 figures; the last bit of the library's rational approximation is rounded away.
	return Number((-normal.quantile(tail(confidence), 0, 1)).toPrecision(16));
}

/** Two-sided multiplier of Student's t with the given degrees of freedom. */
export const tFor = (confidence: number, degrees: number): number =>
	-t.quantile(tail(confidence), degrees);

/** Quantile of chi-square: the value with probability p below it. */
export const chiSquareQuantile = (p: number, degrees: number): number =>
	chisquare.quantile(p, degrees);

/** Probability that a standard normal exceeds z. */
export const upperTail = (z: number): number => normal.cdf(-z, 0, 1);

/** Two-sided p-value of a standard normal z. */
export const twoSided = (z: number): number => Math.min(1, 2 * upperTail(Math.abs(z)));

/** Upper-tail p-value of a chi-square statistic with any degrees of freedom. */
export const chiSquareUpperTail = (statistic: number, degrees: number): number =>
	1 - chisquare.cdf(statistic, degrees);

/** Upper-tail p-value of a chi-square statistic with one degree of freedom. */
export const chiSquarePValue = (statistic: number): number => twoSided(Math.sqrt(statistic));

/** Quantile of Student's t: the value with probability p below it. */
export const quantileOfT = (p: number, degrees: number): number => t.quantile(p, degrees);

/** Probability that Student's t lies below a value. */
export const tOf = (value: number, degrees: number): number => t.cdf(value, degrees);
