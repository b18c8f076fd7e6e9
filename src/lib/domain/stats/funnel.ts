// Funnel plots: which of many areas differ from the whole by more than chance, given their size.
import { type Maybe, known, sum } from '../number.ts';
import { benchmark } from './compare.ts';
import { zFor } from './distribution.ts';
import { count, type Interval, wilson } from './interval.ts';

/** Outside the 99.8% funnel (0.001 in each tail), outside the 95% funnel (0.025), or inside. */
export type Significance =
	`${'High' | 'Low'} (${'0.001' | '0.025'})` | 'Not significant' | 'Not compared';

/** The value below and above which an area of a given size is outside the funnel. */
export interface FunnelLimits {
	lower: number;
	upper: number;
}

/** Each proportion against the pooled one, by its Wilson interval. PHEindicatormethods, APHO briefing 3. */
export function ofProportions(
	x: readonly Maybe[],
	n: readonly Maybe[]
): { baseline: number; significance: Significance[] } | undefined {
	const pairs = x.map((value, i) => ({ x: value, n: n[i] }));
	const usable = pairs.filter((pair) => wilson(pair.x, pair.n));
	if (usable.length === 0) return undefined;
	const baseline = sum(known(usable.map((p) => p.x))) / sum(known(usable.map((p) => p.n)));
	const significance = pairs.map((pair) =>
		graded((confidence) => wilson(pair.x, pair.n, confidence), baseline)
	);
	return { baseline, significance };
}

/** Each observed count against its expected one, by exact or Byar's limits. */
export function ofRatios(
	observed: readonly Maybe[],
	expected: readonly Maybe[]
): { significance: Significance[] } {
	return {
		significance: observed.map((x, i) => graded((confidence) => count(x, confidence), expected[i]))
	};
}

/**
 * Funnel of a proportion (0 to 1) at denominator n: the Wilson interval of an area excludes the
 * baseline exactly when its value lies outside these limits.
 */
export function proportionLimits(baseline: number, n: number, confidence: number): FunnelLimits {
	const half = zFor(confidence) * Math.sqrt((baseline * (1 - baseline)) / n);
	return { lower: Math.max(0, baseline - half), upper: Math.min(1, baseline + half) };
}

/** Funnel of observed / expected at an expected count, found by bisection on the count's limits. */
export function ratioLimits(expected: number, confidence: number): FunnelLimits {
	const most = 2 * expected + 50;
	const high = boundary(most, (x) => (count(x, confidence)?.lower ?? 0) > expected);
	const low = boundary(most, (x) => (count(x, confidence)?.upper ?? Infinity) >= expected);
	return { lower: low / expected, upper: high / expected };
}

function graded(at: (confidence: number) => Interval | undefined, baseline: Maybe): Significance {
	const [wide, narrow] = [at(0.998), at(0.95)];
	if (!wide || !narrow || known([baseline]).length === 0) return 'Not compared';
	for (const [limits, level] of [
		[wide, '0.001'],
		[narrow, '0.025']
	] as const) {
		const position = benchmark(limits.lower, limits.upper, baseline as number);
		if (position !== 'similar') return `${position === 'higher' ? 'High' : 'Low'} (${level})`;
	}
	return 'Not significant';
}

/** Smallest x from 0 to `most` where `holds` turns true, to 60 halvings; `holds` is monotone. */
function boundary(most: number, holds: (x: number) => boolean): number {
	if (holds(0)) return 0;
	let [low, high] = [0, most];
	for (let step = 0; step < 60; step++) {
		const middle = (low + high) / 2;
		if (holds(middle)) high = middle;
		else low = middle;
	}
	return high;
}
