// Putting indicators of different units on one scale before they are combined.
import { average, variance } from '../number.ts';
import { quantileOf } from '../stats/breaks.ts';

/** Values in standard deviations from the mean, by the population's (n) or the sample's (n - 1). */
export function zScores(
	values: readonly number[]
): { population: number[]; sample: number[] } | undefined {
	const [mean, all, sample] = [average(values), variance(values, 0), variance(values, 1)];
	if (mean === undefined || !all || !sample) return undefined;
	const by = (spread: number) => values.map((value) => (value - mean) / Math.sqrt(spread));
	return { population: by(all), sample: by(sample) };
}

/** Lowest value 0, highest 1. Set by two areas only, hence unstable. undefined if all are equal. */
export function minMax(values: readonly number[]): number[] | undefined {
	const [low, high] = [Math.min(...values), Math.max(...values)];
	return high > low ? values.map((value) => (value - low) / (high - low)) : undefined;
}

/**
 * Ranks stretched exponentially to 0-100: worst = 100, and about a tenth score above 50, so that a
 * good domain cannot hide a bad one. X = -23 ln(1 - R (1 - exp(-100 / 23))), R = rank / n with 1 for
 * the worst; ties share their average rank. Scottish and English Indices of Deprivation.
 */
export function exponentialTransform(values: readonly number[], higherIsWorse: boolean): number[] {
	const towardsWorst = averageRanks(values.map((value) => (higherIsWorse ? value : -value)));
	return towardsWorst.map(
		(rank) => -23 * Math.log(1 - (rank / values.length) * (1 - Math.exp(-100 / 23)))
	);
}

/** Values beyond the two quantiles (shares, e.g. 0.01 and 0.99) drawn in to them. */
export function winsorised(values: readonly number[], low: number, high: number): number[] {
	const sorted = [...values].sort((a, b) => a - b);
	const [least, most] = [quantileOf(sorted, low), quantileOf(sorted, high)];
	return values.map((value) => Math.min(most, Math.max(least, value)));
}

/** Ranks from 1 for the lowest; ties share their average rank. */
export function averageRanks(values: readonly number[]): number[] {
	return ranked(values, (first, size) => first + (size - 1) / 2);
}

/** Ranks from 1 for the lowest; ties all take the lowest rank of their group. */
export function lowestRanks(values: readonly number[]): number[] {
	return ranked(values, (first) => first);
}

function ranked(values: readonly number[], share: (first: number, size: number) => number) {
	const sorted = [...values].sort((a, b) => a - b);
	const firsts = new Map<number, number>();
	const sizes = new Map<number, number>();
	sorted.forEach((value, i) => {
		if (!firsts.has(value)) firsts.set(value, i + 1);
		sizes.set(value, (sizes.get(value) ?? 0) + 1);
	});
	return values.map((value) => share(firsts.get(value) ?? 0, sizes.get(value) ?? 1));
}
