// XmR control charts: is a point, or a run of points, more than the usual noise of the series?
// Making Data Count (NHS England); agrees with NHSRplotthedots.
import { average } from '../number.ts';
import { partOf7, shift7, trend7, twoInThree } from './spc-rules.ts';

/** Mean, mean moving range and natural process limits, in the unit of the series. */
export interface Limits {
	mean: number;
	mrBar: number;
	lpl: number;
	upl: number;
}

export type Direction = 'increase' | 'decrease' | 'neutral';

export type PointRule =
	| 'Above UCL'
	| 'Below LCL'
	| '7 Point Trend (Increasing)'
	| '7 Point Trend (Decreasing)'
	| '2 in 3 Above CL'
	| '2 in 3 Below CL'
	| '7 Points Above CL'
	| '7 Points Below CL'
	| 'Common Cause';

export type PointType =
	'common_cause' | `special_cause_${'improvement' | 'concern' | 'neutral_high' | 'neutral_low'}`;

export interface Options {
	/** Drop moving ranges of 3.267 times their mean or more, once (Nelson 1982). Default true. */
	screenOutliers?: boolean;
	/** Limits from the first so many points only. */
	fixAfter?: number | undefined;
}

/** Points of one stretch without a break, with its own limits; under 12 points they are trial limits. */
export interface Segment extends Limits {
	start: number;
	types: PointRule[];
	pointTypes: PointType[];
	trial: boolean;
}

const perRange = 2.66; // 3 / d2, d2 = 1.128 for ranges of two
const widestRange = 3.267; // D4 for ranges of two
const trialBelow = 12;

/** Limits of a series without gaps; undefined below two points. */
export function limits(values: readonly number[], options: Options = {}): Limits | undefined {
	const base = values.slice(0, options.fixAfter);
	const mean = average(base);
	const ranges = base.slice(1).map((value, i) => Math.abs(value - (base[i] ?? value)));
	const raw = average(ranges);
	if (mean === undefined || raw === undefined) return undefined;
	const kept = ranges.filter((range) => range < widestRange * raw);
	const mrBar = options.screenOutliers === false ? raw : (average(kept) ?? raw);
	return { mean, mrBar, lpl: mean - perRange * mrBar, upl: mean + perRange * mrBar };
}

/**
 * Each point's rule and type. `starts` lists the places where a new segment begins (a break in the
 * series, or a rebasing at a known change): limits and rules never look across them; one before the
 * first or after the last point begins nothing. A segment of one point has no limits; then there is
 * no answer.
 */
export function classify(
	values: readonly number[],
	direction: Direction,
	options: Options & { starts?: readonly number[] } = {}
): Segment[] | undefined {
	const inside = (options.starts ?? []).filter((start) => start > 0 && start < values.length);
	const cuts = [...new Set([0, ...inside])].sort((a, b) => a - b);
	const pieces = cuts.map((start, i) =>
		ofSegment(values.slice(start, cuts[i + 1]), start, options)
	);
	if (!pieces.every((piece) => piece !== undefined)) return undefined;
	return pieces.map((piece) => ({
		...piece,
		pointTypes: piece.types.map((rule) => typeOf(rule, direction))
	}));
}

/** Would the process meet the target without change? undefined when neither direction is better. */
export function assurance(
	{ lpl, upl }: { lpl: number; upl: number },
	target: number,
	direction: Direction
): 'consistent_pass' | 'consistent_fail' | 'inconsistent' | undefined {
	if (direction === 'neutral') return undefined;
	if (target > upl) return direction === 'increase' ? 'consistent_fail' : 'consistent_pass';
	if (target < lpl) return direction === 'increase' ? 'consistent_pass' : 'consistent_fail';
	return 'inconsistent';
}

function ofSegment(values: number[], start: number, options: Options) {
	const own = limits(values, options);
	if (!own) return undefined;
	return { ...own, start, types: rulesOf(values, own), trial: values.length < trialBelow };
}

/** Precedence: outside a limit, trend, two in three, shift. */
function rulesOf(values: readonly number[], { mean, lpl, upl }: Limits): PointRule[] {
	const noise = 1e-12 * Math.max(1, Math.abs(mean));
	const sides = values.map((v) => (Math.abs(v - mean) <= noise ? 0 : Math.sign(v - mean)));
	const isOutside = (v: number) => v > upl || v < lpl;
	const isClose = (v: number) => !isOutside(v) && Math.abs(v - mean) > ((upl - mean) * 2) / 3;
	const trends = partOf7(trend7(values));
	const slopes = trend7(values);
	const pairs = twoInThree(
		values.map((v) => Number(isClose(v))),
		sides
	);
	const shifts = partOf7(shift7(sides));
	return values.map((value, i) => {
		const above = (sides[i] ?? 0) > 0;
		if (isOutside(value)) return value > upl ? 'Above UCL' : 'Below LCL';
		if (trends[i])
			return (slopes.slice(i).find(Boolean) ?? 0) > 0
				? '7 Point Trend (Increasing)'
				: '7 Point Trend (Decreasing)';
		if (pairs[i] && isClose(value)) return above ? '2 in 3 Above CL' : '2 in 3 Below CL';
		if (shifts[i]) return above ? '7 Points Above CL' : '7 Points Below CL';
		return 'Common Cause';
	});
}

function typeOf(rule: PointRule, direction: Direction): PointType {
	if (rule === 'Common Cause') return 'common_cause';
	const high = /Above|Increasing/.test(rule);
	if (direction === 'neutral')
		return high ? 'special_cause_neutral_high' : 'special_cause_neutral_low';
	const good = (direction === 'increase') === high;
	return good ? 'special_cause_improvement' : 'special_cause_concern';
}
