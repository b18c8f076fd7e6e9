// How far apart are the parts of the borough, and is the gap closing? A gap between the highest and
// the lowest part is partly chance: the spread beyond chance says what remains without it.
import { sum } from '../number.ts';
import { differenceFromLimits } from './compare.ts';
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
		beyondChance: beyondChance(parts)
	};
}

/** Change of the gap between two periods with 95% limits; the two gaps must not share a period. */
export function gapChange(
	before: Spread,
	after: Spread
): { difference: number; lower: number; upper: number } {
	return differenceFromLimits(after.gap, before.gap, 0.95);
}

/** "closing", "widening" or "no clear change", by whether the limits of the change exclude 0. */
export function gapWord(change: { lower: number; upper: number }): string {
	if (change.upper < 0) return 'closing';
	return change.lower > 0 ? 'widening' : 'no clear change';
}

// DerSimonian & Laird 1986, method of moments: the variance between parts that their own limits do
// not account for.
function beyondChance(parts: readonly Part[]): number {
	const variances = parts.map(({ lower, upper }) => ((upper - lower) / 3.92) ** 2);
	if (variances.some((v) => !(v > 0))) return 0;
	const weights = variances.map((v) => 1 / v);
	const total = sum(weights);
	const centre = sum(parts.map(({ value }, i) => value * (weights[i] ?? 0))) / total;
	const q = sum(parts.map(({ value }, i) => (weights[i] ?? 0) * (value - centre) ** 2));
	const scale = total - sum(weights.map((w) => w * w)) / total;
	return Math.sqrt(Math.max(0, (q - (parts.length - 1)) / scale));
}
