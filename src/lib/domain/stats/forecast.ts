// Where a series goes if its present trend goes on, with an honest width. The Theta method
// (Assimakopoulos & Nikolopoulos 2000) in the form of Hyndman & Billah 2003: simple exponential smoothing
// with half of the long-run slope as drift; the slope is Theil-Sen's, which one odd year cannot tilt.
// Analytic and without chance: the same series gives the same fan.

import { quantileOfT, tOf } from './distribution.ts';
import { theilSen } from './theil-sen.ts';

export interface TimePoint {
	/** Decimal years, ascending. */
	time: number;
	value: number;
}

export interface Fitted {
	/** Last smoothed level and drift per step, in the unit of the value. */
	level: number;
	drift: number;
	/** Weight of the newest value in the level, 0 to 1. */
	alpha: number;
	/** Standard deviation of the errors one step ahead. */
	error: number;
	degrees: number;
	/** Years of one step; steps that the series covers; time of its last point. */
	step: number;
	covered: number;
	last: number;
}

/** Fewest points since the last break; shorter series were not back-tested and stay silent. */
export const FEWEST_POINTS = 8;

/**
 * How much wider the bands are than the formula, by steps ahead; the last goes on. Found by back-test
 * on the series of other areas, Walsall left out: years of crisis hit all areas at once, and the
 * formula alone is too sure of itself (docs/methods.md).
 */
export const WIDER = [1.15, 1.3, 1.45, 1.55, 1.6] as const;

/** Undefined below eight points, and for a series without any error of one step. */
export function fit(points: readonly TimePoint[]): Fitted | undefined {
	const [first, last] = [points[0], points.at(-1)];
	if (points.length < FEWEST_POINTS || !first || !last) return undefined;
	const step = commonStep(points);
	const places = points.map(({ time }) => Math.round((time - first.time) / step));
	const slope = theilSen(
		points.map(({ value }) => value),
		places
	);
	if (slope === undefined) return undefined;
	const best = alphas
		.map((alpha) => smoothed(points, places, alpha, slope / 2))
		.reduce((a, b) => (b.squares < a.squares ? b : a));
	// One error a step; level and weight are estimated.
	const degrees = points.length - 3;
	const error = Math.sqrt(best.squares / degrees);
	if (!(error > 0)) return undefined;
	const covered = places.at(-1) ?? 0;
	const { level, alpha } = best;
	return { level, drift: slope / 2, alpha, error, degrees, step, covered, last: last.time };
}

const alphas = Array.from({ length: 20 }, (_, i) => (i + 1) / 20);

function smoothed(
	points: readonly TimePoint[],
	places: readonly number[],
	alpha: number,
	drift: number
) {
	let level = points[0]?.value ?? NaN;
	let squares = 0;
	for (let i = 1; i < points.length; i++) {
		const gap = (places[i] ?? 0) - (places[i - 1] ?? 0);
		const expected = level + drift * gap;
		const error = (points[i]?.value ?? NaN) - expected;
		squares += (error * error) / gap;
		level = expected + alpha * error;
	}
	return { alpha, level, squares };
}

/** The smallest gap between neighbours, as years, halves, terms, quarters or months. */
function commonStep(points: readonly TimePoint[]): number {
	const gaps = points.slice(1).map(({ time }, i) => time - (points[i]?.time ?? time));
	const least = Math.min(...gaps);
	return [1, 1 / 2, 1 / 3, 1 / 4, 1 / 12].find((step) => least > step * 0.85) ?? least;
}

export interface Expected {
	value: number;
	/** Standard deviation, widened. */
	spread: number;
	degrees: number;
}

/**
 * Value and spread some steps ahead, 1 or more. The spread has three parts: chance of one step, of the
 * level as it moves on (1 + (h-1)α²; Hyndman & Athanasopoulos 2021, 8.7), and of the drift (h²/n, 5.5).
 */
export function ahead(fitted: Fitted, steps: number): Expected {
	const { level, drift, alpha, error, covered, degrees } = fitted;
	const share = 1 + Math.max(0, steps - 1) * alpha ** 2 + steps ** 2 / covered;
	const at = Math.min(Math.max(1, Math.ceil(steps)), WIDER.length) - 1;
	const spread = error * Math.sqrt(share) * (WIDER[at] ?? 1);
	return { value: level + steps * drift, spread, degrees };
}

/** Lower and upper bound that hold the value with a probability such as 0.8. */
export function band({ value, spread, degrees }: Expected, probability: number): [number, number] {
	const half = spread * quantileOfT(0.5 + probability / 2, degrees);
	return [value - half, value + half];
}

/** Probability that the value lies below a bound. */
export function chanceBelow({ value, spread, degrees }: Expected, bound: number): number {
	return tOf((bound - value) / spread, degrees);
}
