// Has a figure moved? The later figure against an earlier one at 95%: counts by Newcombe's interval
// of the difference of two shares, published figures from their own limits. Without limits there is
// no test: the difference is stored, and the outcome says that it cannot be told.

import type { MovementOutcome } from '../judgement.ts';
import { differenceFromLimits, differenceOfProportions, twoProportions } from '../stats/compare.ts';
import { countsOf, intervalOf, type Measured, type Point } from './point.ts';

/** Level of every test of an indicator's own movement (rules, Judgements). */
export const MOVEMENT_CONFIDENCE = 0.95;

export interface Moved {
	outcome: MovementOutcome;
	difference: number;
	lower: number | null;
	upper: number | null;
	p: number | null;
	method: string;
}

export function movement(later: Point, earlier: Point, measured: Measured): Moved {
	if (later.isSmall || earlier.isSmall) return untold(later, earlier, 'too few to judge');
	return (
		fromCounts(later, earlier, measured) ??
		fromLimits(later, earlier) ??
		untold(later, earlier, 'no limits')
	);
}

function fromCounts(later: Point, earlier: Point, measured: Measured): Moved | undefined {
	const a = countsOf(later, measured);
	const b = countsOf(earlier, measured);
	if (!a || !b) return undefined;
	const found = differenceOfProportions(a.x, a.n, b.x, b.n, MOVEMENT_CONFIDENCE);
	if (!found) return undefined;
	const p = twoProportions(a.x, a.n, b.x, b.n)?.p ?? null;
	const [lower, upper] = [found.lower * measured.multiplier, found.upper * measured.multiplier];
	const difference = found.difference * measured.multiplier;
	return {
		outcome: outcome(lower, upper),
		difference,
		lower,
		upper,
		p,
		method: 'Newcombe difference of proportions'
	};
}

function fromLimits(later: Point, earlier: Point): Moved | undefined {
	const a = intervalOf(later);
	const b = intervalOf(earlier);
	if (!a || !b) return undefined;
	const { difference, lower, upper } = differenceFromLimits(a, b, MOVEMENT_CONFIDENCE);
	return {
		outcome: outcome(lower, upper),
		difference,
		lower,
		upper,
		p: null,
		method: 'difference from published limits (MOVER)'
	};
}

function outcome(lower: number, upper: number): MovementOutcome {
	if (lower > 0) return 'higher';
	return upper < 0 ? 'lower' : 'no clear change';
}

function untold(later: Point, earlier: Point, method: string): Moved {
	return {
		outcome: 'cannot tell',
		difference: later.value - earlier.value,
		lower: null,
		upper: null,
		p: null,
		method
	};
}
