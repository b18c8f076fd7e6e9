// Do the parts of the borough differ by more than chance, and is the gap between them closing? Parts
// are judged as a set: one test for all of them, not one for each pair.

import type { GapOutcome, SpreadOutcome } from '../judgement.ts';
import { heterogeneity } from '../stats/heterogeneity.ts';
import { gapChange, gapWord, type Part, spread } from '../stats/spread.ts';
import { intervalOf, type Point } from './point.ts';

/** Level of the test that parts differ: that of every comparison of areas (rules, Judgements). */
export const SPREAD_CONFIDENCE = 0.998;
/** Level of a change of the gap over time: that of every movement. */
export const GAP_CONFIDENCE = 0.95;

/** One part at one period. */
export interface PartPoint {
	area: string;
	point: Point;
}

export interface Spreading {
	outcome: SpreadOutcome;
	/** Standard deviation between parts beyond chance, with 95% limits. */
	difference: number | null;
	lower: number | null;
	upper: number | null;
	p: number | null;
	method: string;
}

/** Undefined for fewer than two parts, or parts without limits: then nothing can be said. */
export function differing(parts: readonly PartPoint[]): Spreading | undefined {
	const measured = partsOf(parts);
	if (measured.length < 2) return undefined;
	if (parts.some(({ point }) => point.isSmall)) return untold('too few to judge');
	const found = heterogeneity(measured);
	if (!found) return untold('no width to the limits');
	return {
		outcome: found.p < 1 - SPREAD_CONFIDENCE ? 'differ' : 'no clear difference',
		difference: found.between.value,
		lower: found.between.lower,
		upper: found.between.upper,
		p: found.p,
		method: "Cochran's Q; spread by Paule-Mandel with Q-profile limits"
	};
}

export interface Closing {
	outcome: GapOutcome;
	/** Gap now less gap then, with 95% limits. */
	difference: number;
	lower: number;
	upper: number;
	method: string;
}

/** Change of the gap between two periods of the same parts; undefined when the sets differ. */
export function closing(
	later: readonly PartPoint[],
	earlier: readonly PartPoint[]
): Closing | undefined {
	const [now, then] = [partsOf(later), partsOf(earlier)];
	if (now.length !== later.length || names(now) !== names(then)) return undefined;
	if ([...later, ...earlier].some(({ point }) => point.isSmall)) return undefined;
	const [after, before] = [spread(now), spread(then)];
	if (!after || !before) return undefined;
	const change = gapChange(before, after);
	return {
		outcome: gapWord(change),
		...change,
		method: 'difference of gaps from their limits (MOVER)'
	};
}

function partsOf(parts: readonly PartPoint[]): Part[] {
	return parts.flatMap(({ area, point }) => {
		const interval = intervalOf(point);
		return interval ? [{ area, base: point.denominator ?? 0, ...interval }] : [];
	});
}

const names = (parts: readonly Part[]): string =>
	parts
		.map(({ area }) => area)
		.sort()
		.join();

const untold = (method: string): Spreading => ({
	outcome: 'cannot tell',
	...{ difference: null, lower: null, upper: null, p: null },
	method
});
