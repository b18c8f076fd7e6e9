// If the present trend goes on: the fan of an indicator's series, and the chance of meeting a goal. It
// says why when it is silent: too short, behind a break, or farther ahead than the series looks back.

import type { Indicator, Polarity, ValueKind } from '../indicator.ts';
import { compare, overlaps } from '../period.ts';
import {
	ahead,
	band,
	chanceBelow,
	type Expected,
	FEWEST_POINTS,
	fit,
	type Fitted
} from '../stats/forecast.ts';
import { yearsBetween } from '../day.ts';
import { monthsOn } from './freshness.ts';
import type { Point } from './point.ts';

/** Stored with every chance; a change of method or widening is a new version. */
export const OUTLOOK_METHOD = 'Theta method, widened by back-test';
export const OUTLOOK_VERSION = 1;

export type WhySilent =
	| 'too short'
	| 'series break'
	| 'unlike periods'
	| 'overlapping periods'
	| 'too few to judge'
	| 'running total'
	| 'no variation'
	| 'too far ahead'
	| 'goal has passed'
	| 'no direction';

export interface Silent {
	silent: WhySilent;
}

export interface FanPoint {
	/** Last day of the period, ISO, and steps from the latest figure. */
	ends: string;
	steps: number;
	value: number;
	/** Lower and upper bound of the 50%, 80% and 95% bands, in the unit of the value. */
	half: [number, number];
	most: [number, number];
	nearly: [number, number];
}

export interface Series {
	/** Figures of one area and breakdown, any order. */
	points: readonly Point[];
	/** First days of new series. */
	breaks: readonly string[];
	indicator: Pick<Indicator, 'valueKind' | 'polarity'>;
	/** Figures run up within the year. */
	cumulative?: boolean;
}

/** The fan, one point a step until a day, at most as many steps as the series covers; or why none. */
export function fan(series: Series, until: string): FanPoint[] | Silent {
	const found = fitted(series);
	if ('silent' in found) return found;
	const { model, last } = found;
	const wanted = Math.ceil(stepsTo(model, last, until) - 0.05);
	if (wanted < 1) return { silent: 'goal has passed' };
	const clip = clipped(series.indicator.valueKind);
	return Array.from({ length: Math.min(wanted, model.covered) }, (_, i) => {
		const expected = ahead(model, i + 1);
		const [half, most, nearly] = [0.5, 0.8, 0.95].map((share) => band(expected, share).map(clip));
		const bands = { half, most, nearly } as Pick<FanPoint, 'half' | 'most' | 'nearly'>;
		const ends = monthsOn(last, Math.round((i + 1) * model.step * 12));
		return { ends, steps: i + 1, value: clip(expected.value), ...bands };
	});
}

/** Chance (0 to 1) that the figure of a day is at or better than a value if the present trend goes on. */
export function chanceOfMeeting(
	series: Series,
	aim: { ends: string; value: number }
): { chance: number; steps: number } | Silent {
	const found = fitted(series);
	if ('silent' in found) return found;
	const steps = Math.round(stepsTo(found.model, found.last, aim.ends) * 10) / 10;
	if (steps < 0.5) return { silent: 'goal has passed' };
	if (steps > found.model.covered + 0.5) return { silent: 'too far ahead' };
	const chance = better(ahead(found.model, steps), aim.value, series.indicator.polarity);
	return chance === undefined ? { silent: 'no direction' } : { chance, steps };
}

function fitted(series: Series): { model: Fitted; last: string } | Silent {
	if (series.cumulative) return { silent: 'running total' };
	const since = series.breaks.reduce((a, b) => (a > b ? a : b), '');
	const all = [...series.points].sort((a, b) => compare(a.period, b.period));
	const points = all.filter(({ period }) => period.starts >= since);
	if (points.length < FEWEST_POINTS) {
		return { silent: all.length >= FEWEST_POINTS ? 'series break' : 'too short' };
	}
	if (new Set(points.map(({ period }) => period.kind)).size > 1)
		return { silent: 'unlike periods' };
	if (points.some((point, i) => sharesDays(point, points[i + 1]))) {
		return { silent: 'overlapping periods' };
	}
	if (points.some(({ isSmall }) => isSmall)) return { silent: 'too few to judge' };
	const model = fit(
		points.map(({ period, value }) => ({ time: yearsBetween(EPOCH, period.ends), value }))
	);
	const last = points.at(-1)?.period.ends;
	return model && last ? { model, last } : { silent: 'no variation' };
}

const EPOCH = '1970-01-01';

const sharesDays = (point: Point, next: Point | undefined): boolean =>
	next !== undefined && overlaps(point.period, next.period);

const stepsTo = ({ step }: Fitted, last: string, day: string): number =>
	yearsBetween(last, day) / step;

function better(expected: Expected, value: number, polarity: Polarity): number | undefined {
	switch (polarity) {
		case 'higher':
			return 1 - chanceBelow(expected, value);
		case 'lower':
			return chanceBelow(expected, value);
		case 'lower to zero': {
			const size = Math.abs(value);
			return chanceBelow(expected, size) - chanceBelow(expected, -size);
		}
		case 'neutral':
		case 'ambiguous':
			return undefined;
		default:
			throw new Error(`unknown polarity: ${polarity satisfies never}`);
	}
}

/** A share cannot leave 0 to 100, nor a count fall below 0. */
function clipped(kind: ValueKind): (value: number) => number {
	const most = kind === 'percent' ? 100 : Infinity;
	const least = kind === 'percent' || kind === 'count' || kind === 'rate' ? 0 : -Infinity;
	return (value) => Math.min(most, Math.max(least, value));
}
