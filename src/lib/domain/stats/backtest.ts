// Was a forecast as sure as it may be? From every earlier year the series up to then is forecast, and
// the band is held against what came (rolling origin; Tashman 2000). Coverage is the share inside.

import { ahead, band, FEWEST_POINTS, fit, type TimePoint } from './forecast.ts';

export interface Trial {
	/** Time of the last value that the forecast knew. */
	origin: number;
	steps: number;
	value: number;
	lower: number;
	upper: number;
	isInside: boolean;
}

/** Every forecast that can be checked, up to `furthest` steps ahead and no farther than it looks back. */
export function backtest(
	points: readonly TimePoint[],
	{ furthest, probability }: { furthest: number; probability: number }
): Trial[] {
	return points.slice(FEWEST_POINTS).flatMap((_, i) => {
		const known = points.slice(0, FEWEST_POINTS + i);
		const fitted = fit(known);
		if (!fitted) return [];
		return points.slice(known.length).flatMap(({ time, value }): Trial[] => {
			const steps = Math.round((time - fitted.last) / fitted.step);
			if (steps > Math.min(furthest, fitted.covered)) return [];
			const [lower, upper] = band(ahead(fitted, steps), probability);
			const isInside = lower <= value && value <= upper;
			return [{ origin: fitted.last, steps, value, lower, upper, isInside }];
		});
	});
}

export interface Coverage {
	forecasts: number;
	inside: number;
	/** Share inside; undefined without forecasts. */
	share: number | undefined;
}

export function coverage(trials: readonly Trial[]): Coverage {
	const inside = trials.filter(({ isInside }) => isInside).length;
	const forecasts = trials.length;
	return { forecasts, inside, share: forecasts === 0 ? undefined : inside / forecasts };
}

/** Coverage at each number of steps ahead, ascending. */
export function coverageBySteps(trials: readonly Trial[]): (Coverage & { steps: number })[] {
	return [...Map.groupBy(trials, ({ steps }) => steps)]
		.sort(([a], [b]) => a - b)
		.map(([steps, group]) => ({ steps, ...coverage(group) }));
}
