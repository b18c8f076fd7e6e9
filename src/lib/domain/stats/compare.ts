// Comparison with a benchmark, and of two areas or two years. Two intervals that overlap may still
// differ: two figures are compared by the interval of their difference, never by eye.
import type { Polarity as Declared } from '../indicator.ts';
import { type Maybe, isNumber } from '../number.ts';
import { chiSquarePValue, zFor } from './distribution.ts';
import { type Interval, wilson } from './interval.ts';

/** Which direction is good. Population make-up, hate crime and the like have none. */
export type Polarity = 'high_is_good' | 'low_is_good' | 'not_applicable';

/** The direction that an indicator's definition declares, as the tests word it. */
export function goodDirection(declared: Declared): Polarity {
	switch (declared) {
		case 'higher':
			return 'high_is_good';
		case 'lower':
		case 'lower to zero':
			return 'low_is_good';
		case 'neutral':
		case 'ambiguous':
			return 'not_applicable';
	}
}

/** Where an interval lies against a benchmark's point value. */
export type Position = 'higher' | 'lower' | 'similar';

/** The words for a position once polarity is known. */
export type Category = Position | 'better' | 'worse' | 'not_compared';

/** A difference (first minus second) with its limits, in the unit of the two figures. */
export interface Difference {
	difference: number;
	lower: number;
	upper: number;
}

/** The area's limits against the benchmark's point value; a benchmark on a limit is similar. OHID. */
export function benchmark(lower: number, upper: number, benchmark: number): Position {
	if (lower > benchmark) return 'higher';
	return upper < benchmark ? 'lower' : 'similar';
}

/** A position in the words of polarity: better or worse, or higher or lower when there is none. */
export function worded(position: Position, polarity: Polarity): Category {
	if (position === 'similar' || polarity === 'not_applicable') return position;
	const good = polarity === 'high_is_good' ? 'higher' : 'lower';
	return position === good ? 'better' : 'worse';
}

/** Position and polarity in one step; `not_compared` when a limit or the benchmark is missing. */
export function category(
	limits: { lower: Maybe; upper: Maybe },
	against: Maybe,
	polarity: Polarity
): Category {
	const { lower, upper } = limits;
	if (!isNumber(lower) || !isNumber(upper) || !isNumber(against)) return 'not_compared';
	return worded(benchmark(lower, upper, against), polarity);
}

/**
 * Pearson's chi-square of two proportions without continuity correction, 1 degree of freedom.
 * Both all or both none: no evidence of a difference (chi2 0, p 1).
 */
export function twoProportions(
	x1: Maybe,
	n1: Maybe,
	x2: Maybe,
	n2: Maybe
): { chi2: number; p: number } | undefined {
	const first = wilson(x1, n1);
	const second = wilson(x2, n2);
	if (!first || !second || !isNumber(x1) || !isNumber(x2) || !isNumber(n1) || !isNumber(n2)) {
		return undefined;
	}
	const pooled = (x1 + x2) / (n1 + n2);
	if (pooled === 0 || pooled === 1) return { chi2: 0, p: 1 };
	const spread = pooled * (1 - pooled) * (1 / n1 + 1 / n2);
	const chi2 = (first.value - second.value) ** 2 / spread;
	return { chi2, p: chiSquarePValue(chi2) };
}

/**
 * First proportion minus second with limits from the two Wilson intervals (hybrid score interval,
 * method 10 of Newcombe 1998). Shares, -1 to 1. For a movement pass the later period first.
 */
export function differenceOfProportions(
	x1: Maybe,
	n1: Maybe,
	x2: Maybe,
	n2: Maybe,
	confidence = 0.95
): Difference | undefined {
	const first = wilson(x1, n1, confidence);
	const second = wilson(x2, n2, confidence);
	return first && second && recovered(first, second, 1);
}

/**
 * First figure minus second from their published 95% limits, which need not be symmetric; another
 * confidence stretches each arm by the ratio of the normal multipliers. The method of variance
 * estimates recovery (MOVER): Newcombe 1998; Zou & Donner 2008. The figures must be independent.
 */
export function differenceFromLimits(
	first: Interval,
	second: Interval,
	confidence = 0.95
): Difference {
	return recovered(first, second, zFor(confidence) / zFor(0.95));
}

function recovered(first: Interval, second: Interval, stretch: number): Difference {
	const difference = first.value - second.value;
	const down = Math.hypot(first.value - first.lower, second.upper - second.value);
	const up = Math.hypot(first.upper - first.value, second.value - second.lower);
	return {
		difference,
		lower: difference - stretch * down,
		upper: difference + stretch * up
	};
}
