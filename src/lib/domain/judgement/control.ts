// The control chart of a quarterly or monthly series, point by point: limits and rules are worked out
// inside each stretch, which ends at a break of the series and at a rebasing.

import type { ControlOutcome } from '../judgement.ts';
import { compare, type Period } from '../period.ts';
import { classify, type PointRule, type Segment } from '../stats/spc.ts';
import type { Point } from './point.ts';

/** Three standard deviations of a normal series: the level that the limits stand for. */
export const CONTROL_CONFIDENCE = 0.9973;
/** Fewest points that limits are drawn from. */
export const FEWEST_POINTS = 8;

export interface Controlled {
	period: string;
	outcome: ControlOutcome;
	/** Value less the average of its stretch. */
	difference: number | null;
	/** Limits of the usual range. */
	lower: number | null;
	upper: number | null;
	method: string;
}

const words: Record<PointRule, ControlOutcome> = {
	'Above UCL': 'above the limit',
	'Below LCL': 'below the limit',
	'7 Point Trend (Increasing)': 'rising run',
	'7 Point Trend (Decreasing)': 'falling run',
	'2 in 3 Above CL': 'near the upper limit',
	'2 in 3 Below CL': 'near the lower limit',
	'7 Points Above CL': 'run above the average',
	'7 Points Below CL': 'run below the average',
	'Common Cause': 'usual'
};

/**
 * Every known point of the series (any order), oldest first. `starts` are first days of new limits.
 * Nothing for other kinds of period, and below eight points. A missing period is passed over: the
 * points beside it are neighbours.
 */
export function control(points: readonly Point[], starts: readonly string[]): Controlled[] {
	const sorted = [...points].sort((a, b) => compare(a.period, b.period));
	const latest = sorted.at(-1)?.period;
	if (!latest || !hasControl(latest)) return [];
	const series = sorted.filter(({ period }) => period.kind === latest.kind);
	if (series.length < FEWEST_POINTS) return [];
	return stretches(series, starts).flatMap(controlled);
}

/** Quarters and months are judged by a control chart, years by their trend. */
export function hasControl({ kind }: Pick<Period, 'kind'>): boolean {
	return kind === 'quarter' || kind === 'month';
}

function stretches(series: readonly Point[], starts: readonly string[]): Point[][] {
	const begun = (point: Point) => starts.filter((day) => day <= point.period.starts).length;
	return [...Map.groupBy(series, begun).values()];
}

function controlled(stretch: readonly Point[]): Controlled[] {
	const judged = stretch.filter(({ isSmall }) => !isSmall);
	const values = judged.map(({ value }) => value);
	const [segment] = values.length < FEWEST_POINTS ? [] : (classify(values, 'neutral') ?? []);
	return stretch.map((point) => {
		if (point.isSmall) return untold(point, 'cannot tell', 'too few to judge');
		if (!segment) return untold(point, 'too early to tell', 'fewer than 8 points');
		return told(point, segment, judged.indexOf(point));
	});
}

function told({ period, value }: Point, segment: Segment, i: number): Controlled {
	return {
		period: period.id,
		outcome: words[segment.types[i] ?? 'Common Cause'],
		difference: value - segment.mean,
		lower: segment.lpl,
		upper: segment.upl,
		method: segment.trial ? 'XmR control chart, trial limits' : 'XmR control chart'
	};
}

const untold = ({ period }: Point, outcome: ControlOutcome, method: string): Controlled => ({
	...{ period: period.id, outcome, method },
	...{ difference: null, lower: null, upper: null }
});
