// Can it be done, and could we see it? Said when a target is set: the slope it needs, how often such a
// slope has happened here and in similar areas, and the smallest change that the sample could show.

import { countsOf, intervalOf, type Measured, type Point } from '../judgement/point.ts';
import { overlaps } from '../period.ts';
import { segments } from '../stats/segments.ts';
import { zFor } from '../stats/distribution.ts';
import type { Target } from '../target.ts';
import { yearsBetween } from '../day.ts';

export interface Slope {
	/** Change a year, in the unit of the value, with the number's sign. */
	perYear: number;
	years: number;
	/** Goal less baseline. */
	change: number;
}

/** From the baseline to the goal; undefined without a baseline before the goal, or without a goal. */
export function slopeNeeded({
	baseline,
	goal
}: Pick<Target, 'baseline' | 'goal'>): Slope | undefined {
	const years = baseline ? span(baseline.period.ends, goal.ends) : 0;
	if (!baseline || !(years > 0)) return undefined;
	const change = goal.value - baseline.value;
	if (!Number.isFinite(change)) return undefined;
	return { perYear: change / years, years, change };
}

/** Years in whole months, so that a leap day makes no slope steeper. */
const span = (from: string, to: string): number => Math.round(yearsBetween(from, to) * 12) / 12;

export interface Windows {
	/** Stretches as steep as needed, and all stretches of that length. They overlap: not independent. */
	as: number;
	of: number;
}

export interface SlopeHistory {
	here: Windows;
	elsewhere: Windows;
	/** Years of each stretch: those of the target, or the longest that the series have. */
	years: number;
	/** Areas with at least one stretch, this one left out. */
	areas: number;
}

export interface AreaSeries {
	area: string;
	/** Oldest first. */
	points: readonly Point[];
}

/** Shortest stretch that a slope is measured over, in years. */
const SHORTEST_STRETCH = 3;
const SLACK = 0.2;

/**
 * How often a slope at least as steep, in the same direction, has held over as many years. Stretches
 * end to end, inside one series (`breaks` are first days of new ones), never from pooled years that
 * share days. Undefined when no stretch of three years or more exists.
 */
export function slopeHistory(
	needed: Slope,
	here: string,
	series: readonly AreaSeries[],
	breaks: readonly string[]
): SlopeHistory | undefined {
	const all = series.map(({ area, points }) => ({
		area,
		slopes: segments(points, isBreak(points, breaks)).flatMap(stretches)
	}));
	const longest = Math.max(0, ...all.flatMap(({ slopes }) => slopes.map(({ years }) => years)));
	const years = Math.min(Math.round(needed.years), Math.round(longest));
	if (years < SHORTEST_STRETCH) return undefined;
	const windows = all.map(({ area, slopes }) => ({
		area,
		...counted(
			slopes.filter((slope) => Math.abs(slope.years - years) <= SLACK),
			needed.perYear
		)
	}));
	const total = (own: boolean): Windows =>
		windows
			.filter(({ area }) => (area === here) === own)
			.reduce((sum, { as, of }) => ({ as: sum.as + as, of: sum.of + of }), { as: 0, of: 0 });
	const areas = windows.filter(({ area, of }) => area !== here && of > 0).length;
	return { here: total(true), elsewhere: total(false), years, areas };
}

const isBreak =
	(points: readonly Point[], breaks: readonly string[]) => (point: Point, i: number) => {
		const before = points[i - 1];
		if (!before) return false;
		return breaks.some((day) => before.period.starts < day && day <= point.period.starts);
	};

function stretches(points: readonly Point[]): { years: number; perYear: number }[] {
	return points.flatMap((late, j) =>
		points.slice(0, j).flatMap((early) => {
			const years = span(early.period.ends, late.period.ends);
			if (late.period.kind !== early.period.kind || overlaps(early.period, late.period)) return [];
			return [{ years, perYear: (late.value - early.value) / years }];
		})
	);
}

function counted(slopes: readonly { perYear: number }[], needed: number): Windows {
	const steep = slopes.filter(({ perYear }) =>
		needed < 0 ? perYear <= needed : perYear >= needed
	);
	return { as: steep.length, of: slopes.length };
}

export interface Visible {
	/** Smallest change that would very probably show, in the unit of the value. */
	change: number;
	/** Is the planned change that large? */
	isSeen: boolean;
}

/**
 * Minimum detectable difference of two independent figures as exact as this one: (z₀.₉₇₅ + z₀.₈) √2
 * standard errors, at 95% with a power of 80% (Bloom 1995; Fleiss, Levin & Paik 2003). The error comes
 * from the count and its base, else from the published range; undefined without either.
 */
export function smallestVisible(
	baseline: Point,
	measured: Measured,
	planned: number
): Visible | undefined {
	const error = standardError(baseline, measured);
	if (error === undefined || !(error > 0)) return undefined;
	const change = (zFor(0.95) + zFor(0.6)) * Math.SQRT2 * error;
	return { change, isSeen: Math.abs(planned) >= change };
}

function standardError(point: Point, measured: Measured): number | undefined {
	const counts = countsOf(point, measured);
	if (counts && counts.n > 0) {
		const share = counts.x / counts.n;
		return Math.sqrt((share * (1 - share)) / counts.n) * measured.multiplier;
	}
	const range = intervalOf(point);
	return range && (range.upper - range.lower) / (2 * zFor(0.95));
}
