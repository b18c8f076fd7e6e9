// What a test sees of a figure: its period and its numbers, and which method its limits come from.

import type { Figure } from '../disclosure/gate.ts';
import { isNumber } from '../number.ts';
import type { Period } from '../period.ts';
import type { Interval } from '../stats/interval.ts';

/** A known figure; limits are those shown, at 95%. */
export interface Point {
	period: Period;
	value: number;
	lower: number | null;
	upper: number | null;
	numerator: number | null;
	denominator: number | null;
	/** Too few people or households to judge. */
	isSmall: boolean;
}

/** How the figures of an indicator get their limits, which decides the test. */
export interface Measured {
	/** `wilson` (counts), `published` or `byars` (limits), anything else: no limits. */
	intervalMethod: string;
	multiplier: number;
}

/** The point of a figure that readers may see; undefined when it has no value. */
export function pointOf(figure: Figure, period: Period | undefined): Point | undefined {
	if (figure.value === null || !period) return undefined;
	return {
		period,
		value: figure.value,
		lower: figure.lower,
		upper: figure.upper,
		numerator: figure.numerator,
		denominator: figure.denominator,
		isSmall: figure.flags.includes('u')
	};
}

/** Numerator and denominator, where the value is a share of counted people or homes. */
export function countsOf(
	point: Point,
	{ intervalMethod }: Measured
): { x: number; n: number } | undefined {
	const { numerator: x, denominator: n } = point;
	return intervalMethod === 'wilson' && isNumber(x) && isNumber(n) ? { x, n } : undefined;
}

/** The value with its 95% limits, where it has both. */
export function intervalOf({ value, lower, upper }: Point): Interval | undefined {
	return isNumber(lower) && isNumber(upper) ? { value, lower, upper } : undefined;
}
