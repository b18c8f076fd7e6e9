// The recent trend of public health profiles: five yearly points without a gap or a break. Pooled
// periods that share years are not yearly points.

import type { TrendOutcome } from '../judgement.ts';
import { compare, overlaps } from '../period.ts';
import { chiSquarePValue } from '../stats/distribution.ts';
import { fingertipsTrend, type Marker } from '../stats/trend.ts';
import { countsOf, intervalOf, type Measured, type Point } from './point.ts';

/** Of the rule: chi-square above 9.5495, p < 0.002. */
export const TREND_CONFIDENCE = 0.998;

export interface Trending {
	outcome: TrendOutcome;
	p: number | null;
	method: string;
}

const words: Record<Marker, TrendOutcome> = {
	increasing: 'increasing',
	decreasing: 'decreasing',
	no_change: 'no change',
	cannot_calculate: 'cannot be calculated'
};

/** Trend of a series (any order), of which only points since the last break count. */
export function trend(
	points: readonly Point[],
	measured: Measured,
	breaks: readonly string[]
): Trending {
	const since = breaks.reduce((a, b) => (a > b ? a : b), '');
	const series = points
		.filter(({ period }) => period.starts >= since)
		.sort((a, b) => compare(a.period, b.period))
		.slice(-5);
	if (!areAlike(series)) return none('unlike periods');
	if (series.some(overlapsNext)) return none('overlapping periods');
	if (series.some(({ isSmall }) => isSmall)) return none('too few to judge');
	const found = series.every((point) => countsOf(point, measured))
		? fingertipsTrend({ method: 'proportion', points: series.map(proportion) })
		: fingertipsTrend({ method: 'other', points: series.map(limits) });
	if (found.marker === 'cannot_calculate') {
		const isMeasured = series.every((point) => countsOf(point, measured) ?? intervalOf(point));
		return none(isMeasured ? 'not five years' : 'no limits');
	}
	return {
		outcome: words[found.marker],
		p: found.chi2 === undefined ? null : chiSquarePValue(found.chi2),
		method: 'five-point trend (Fingertips)'
	};
}

const areAlike = (series: readonly Point[]) =>
	new Set(series.map(({ period }) => period.kind)).size === 1;

function overlapsNext({ period }: Point, i: number, series: readonly Point[]): boolean {
	const next = series[i + 1];
	return next !== undefined && overlaps(period, next.period);
}

const year = ({ period }: Point) => Number(period.ends.slice(0, 4));

const proportion = (point: Point) => ({
	year: year(point),
	count: point.numerator,
	denominator: point.denominator
});

const limits = (point: Point) => ({
	year: year(point),
	value: point.value,
	lower: point.lower,
	upper: point.upper
});

const none = (method: string): Trending => ({ outcome: 'cannot be calculated', p: null, method });
