// How far apart are the parts of the borough, and is the gap closing? A gap between the highest and
// the lowest part is partly chance: the spread beyond chance says what remains without it.
import { differenceFromLimits } from './compare.ts';
import { heterogeneity } from './heterogeneity.ts';
import type { Interval } from './interval.ts';

/** One part with its 95% limits; `base` = people (or homes) it rests on. */
export interface Part extends Interval {
	area: string;
	base: number;
}

export interface Spread {
	lowest: Part;
	highest: Part;
	/** Highest less lowest with 95% limits (MOVER; Zou & Donner 2008), in the unit of the value. */
	gap: { value: number; lower: number; upper: number };
	/** Standard deviation between parts once chance is taken off; 0 = no more than chance. */
	beyondChance: number;
}

/** The spread of at least two parts; undefined otherwise. */
export function spread(parts: readonly Part[]): Spread | undefined {
	const sorted = [...parts].sort((a, b) => a.value - b.value);
	const [lowest, highest] = [sorted[0], sorted.at(-1)];
	if (!lowest || !highest || lowest === highest) return undefined;
	const gap = differenceFromLimits(highest, lowest, 0.95);
	return {
		lowest,
		highest,
		gap: { value: gap.difference, lower: gap.lower, upper: gap.upper },
		beyondChance: heterogeneity(parts)?.between.value ?? 0
	};
}

interface Measured {
	area: string;
	period: string;
	value: number | null;
	lower: number | null;
	upper: number | null;
	denominator: number | null;
}

/** The spread of the parts that have a value with limits at one period. */
export function spreadIn(figures: readonly Measured[], id: string): Spread | undefined {
	return spread(
		figures.flatMap(({ area, period, value, lower, upper, denominator }): Part[] =>
			period === id && value !== null && lower !== null && upper !== null
				? [{ area, value, lower, upper, base: denominator ?? 0 }]
				: []
		)
	);
}

/** Change of the gap between two periods with 95% limits; the two gaps must not share a period. */
export function gapChange(
	before: Spread,
	after: Spread
): { difference: number; lower: number; upper: number } {
	return differenceFromLimits(after.gap, before.gap, 0.95);
}

/** "closing", "widening" or "no clear change", by whether the limits of the change exclude 0. */
export function gapWord(change: {
	lower: number;
	upper: number;
}): 'closing' | 'widening' | 'no clear change' {
	if (change.upper < 0) return 'closing';
	return change.lower > 0 ? 'widening' : 'no clear change';
}
