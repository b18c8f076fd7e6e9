// Is an area higher or lower than a benchmark? The area's 99.8% limits against the benchmark's own
// value (OHID). Many areas are compared at once: at 95% one in twenty would stand out by chance.

import type { ComparisonOutcome } from '../judgement.ts';
import { benchmark } from '../stats/compare.ts';
import { twoSided, zFor } from '../stats/distribution.ts';
import { type Interval, wilson } from '../stats/interval.ts';
import { countsOf, intervalOf, type Measured, type Point } from './point.ts';

/** Level of every comparison of an area with a benchmark (rules, Judgements). */
export const COMPARISON_CONFIDENCE = 0.998;

export interface Compared {
	outcome: ComparisonOutcome;
	/** Area less benchmark, with 99.8% limits in the unit of the value. */
	difference: number;
	lower: number | null;
	upper: number | null;
	/** Two-sided, of the same test: it falls below 0.002 just where the limits exclude the benchmark. */
	p: number | null;
	method: string;
}

/** Undefined when the measure has no limits at all, so that nothing can be said. */
export function comparison(area: Point, against: number, measured: Measured): Compared | undefined {
	const limits = wide(area, measured);
	if (!limits) return undefined;
	const { lower, upper, method, p } = limits;
	const position = benchmark(lower, upper, against);
	return {
		outcome: area.isSmall ? 'cannot tell' : position,
		difference: area.value - against,
		lower: lower - against,
		upper: upper - against,
		p: area.isSmall ? null : p(against),
		method: area.isSmall ? 'too few to judge' : method
	};
}

interface Wide extends Interval {
	method: string;
	p: (against: number) => number | null;
}

function wide(point: Point, measured: Measured): Wide | undefined {
	const counts = countsOf(point, measured);
	const score = counts && wilson(counts.x, counts.n, COMPARISON_CONFIDENCE);
	if (score) {
		const scaled = (share: number) => share * measured.multiplier;
		return {
			value: point.value,
			lower: scaled(score.lower),
			upper: scaled(score.upper),
			method: 'Wilson interval against the benchmark',
			p: (against) => scoreP(counts, against / measured.multiplier)
		};
	}
	const given = intervalOf(point);
	if (!given) return undefined;
	const stretch = zFor(COMPARISON_CONFIDENCE) / zFor(0.95);
	return {
		value: given.value,
		lower: given.value - stretch * (given.value - given.lower),
		upper: given.value + stretch * (given.upper - given.value),
		method: 'published limits, widened, against the benchmark',
		p: (against) => armP(given, against)
	};
}

/** Score test of a share against a given one (Wilson 1927): its inversion is the interval above. */
function scoreP({ x, n }: { x: number; n: number }, share: number): number | null {
	if (!(share > 0 && share < 1)) return null;
	return twoSided((x / n - share) / Math.sqrt((share * (1 - share)) / n));
}

/** From the arm of the 95% limits that points to the benchmark. */
function armP({ value, lower, upper }: Interval, against: number): number | null {
	const arm = against > value ? upper - value : value - lower;
	return arm > 0 ? twoSided(((value - against) / arm) * zFor(0.95)) : null;
}
