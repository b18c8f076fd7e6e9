// Is a figure certain enough for the rule that judges it, and where does a planned value lie in its range?

import type { Indicator } from '../indicator.ts';
import { zFor } from '../stats/distribution.ts';
import type { ColourRule } from './colour-rule.ts';
import type { Point } from './point.ts';

type Judging = Exclude<ColourRule, { kind: 'none' }>;
export type Doubt = 'base too small' | 'no range' | 'range includes zero' | 'too uncertain';

/** Why a figure cannot be judged by its rule, whatever the target; undefined when it can. */
export function uncertain(latest: Point, rule: Judging): Doubt | undefined {
	const { lower, upper, denominator, value, isSmall } = latest;
	const least = rule.leastBase ?? 0;
	if (isSmall || (least > 0 && (denominator === null || denominator < least))) {
		return 'base too small';
	}
	if (rule.kind !== 'survey') return undefined;
	if (lower === null || upper === null) return 'no range';
	if (rule.awayFromZero && lower <= 0 && upper >= 0) return 'range includes zero';
	const error = (upper - lower) / (2 * zFor(0.95));
	const isWide = rule.greatestCv !== undefined && error > rule.greatestCv * Math.abs(value);
	return isWide ? 'too uncertain' : undefined;
}

/** A gap that should close is planned by its size: the line counts on either side of zero. */
export function inRange(
	{ lower, upper }: Point,
	planned: number,
	polarity: Indicator['polarity']
): boolean | null {
	if (lower === null || upper === null) return null;
	const lines = polarity === 'lower to zero' ? [planned, -planned] : [planned];
	return lines.some((line) => lower <= line && line <= upper);
}
