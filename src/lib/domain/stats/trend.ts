// Recent trend by the five-point rule of public health profiles, worded by polarity.
import { type Maybe, isNumber, sum } from '../number.ts';
import { cochranArmitage } from './cochran-armitage.ts';
import type { Polarity } from './compare.ts';

export { cochranArmitage } from './cochran-armitage.ts';
export { mannKendall } from './mann-kendall.ts';
export { theilSen } from './theil-sen.ts';

/** What the last five years say. */
export type Marker = 'increasing' | 'decreasing' | 'no_change' | 'cannot_calculate';

/** A marker in the words of polarity; without polarity, or without change, the marker itself. */
export type TrendLabel = Marker | `${'increasing' | 'decreasing'}_${'better' | 'worse'}`;

/** One year of a proportion: people with the property among all. */
export interface ProportionPoint {
	year: number;
	count: Maybe;
	denominator: Maybe;
}

/** One year of any other figure with its published 95% limits. */
export interface LimitsPoint {
	year: number;
	value: Maybe;
	lower: Maybe;
	upper: Maybe;
}

/** Chi-square (1 degree of freedom), sign of the slope, and whether every leave-one-out agrees. */
export interface Trend {
	marker: Marker;
	chi2?: number;
	slope?: number;
	slopeSign?: -1 | 0 | 1;
	leaveOneOutConsistent?: boolean;
	/** A year with none or all: half a case was added to every year before the logit. */
	halfAdded?: boolean;
}

/** 1 degree of freedom, p < 0.002: the limit used by Fingertips. */
export const chiSquareLimit = 9.5495;

const years = 5;
const widthIn95 = 3.92; // Fingertips' own rounding of 2 z, part of the rule

type Given =
	| { method: 'proportion'; points: readonly ProportionPoint[] }
	| { method: 'other'; points: readonly LimitsPoint[] };

/**
 * Trend over the newest five consecutive years. Proportions: Cochran-Armitage chi-square, sign from
 * the regression of logit on year; others: weighted regression with standard errors from the limits.
 * Significant above 9.5495 when the slope keeps its sign in all five leave-one-out fits. Fewer years,
 * a gap, or a year without its figure: cannot be calculated. Pass only points since the last break
 * in the series. Source: Fingertips technical guidance, "Trend markers".
 */
export function fingertipsTrend(given: Given): Trend {
	const fitted =
		given.method === 'proportion'
			? ofProportions(newest(given.points))
			: ofLimits(newest(given.points));
	return fitted ?? { marker: 'cannot_calculate' };
}

/** The trend in words: high_is_good makes "increasing" better; no polarity leaves it alone. */
export function trendWithPolarity(marker: Marker, polarity: Polarity): TrendLabel {
	if (polarity === 'not_applicable' || marker === 'no_change' || marker === 'cannot_calculate') {
		return marker;
	}
	const good = polarity === 'high_is_good' ? 'increasing' : 'decreasing';
	return `${marker}_${marker === good ? 'better' : 'worse'}`;
}

function newest<P extends { year: number }>(points: readonly P[]): P[] {
	const last = [...points].sort((a, b) => a.year - b.year).slice(-years);
	const gap = last.some((point, i) => i > 0 && point.year !== (last[i - 1]?.year ?? 0) + 1);
	return last.length < years || gap ? [] : last;
}

function ofProportions(points: readonly ProportionPoint[]): Trend | undefined {
	const x = points.map((point) => point.count);
	const n = points.map((point) => point.denominator);
	if (x.length === 0 || !x.every(isNumber) || !n.every(isNumber)) return undefined;
	if (x.some((value, i) => value < 0 || value > (n[i] ?? 0) || (n[i] ?? 0) <= 0)) return undefined;
	const halfAdded = x.some((value, i) => value === 0 || value === n[i]);
	const half = halfAdded ? 0.5 : 0;
	const trend = cochranArmitage(x, n);
	if (!trend) return undefined;
	const logits = x.map((value, i) => Math.log((value + half) / ((n[i] ?? 0) - value + half)));
	const { slope, ...signs } = judged(
		logits,
		logits.map(() => 1)
	);
	return { ...marked(trend.chi2, signs), halfAdded };
}

function ofLimits(points: readonly LimitsPoint[]): Trend | undefined {
	const values = points.map((point) => point.value);
	const errors = points.map(({ lower, upper }) =>
		isNumber(lower) && isNumber(upper) && upper > lower ? (upper - lower) / widthIn95 : undefined
	);
	if (values.length === 0 || !values.every(isNumber) || !errors.every(isNumber)) return undefined;
	const weights = errors.map((error) => 1 / error ** 2);
	const { slope, variance, ...signs } = judged(values, weights);
	return { ...marked(slope ** 2 / variance, signs), slope };
}

function judged(values: readonly number[], weights: readonly number[]) {
	const full = regression(values, weights);
	const signs = values.map((_, left) =>
		Math.sign(
			regression(
				values,
				weights.map((w, i) => (i === left ? 0 : w))
			).slope
		)
	);
	const slopeSign = Math.sign(full.slope) as -1 | 0 | 1;
	return { ...full, slopeSign, leaveOneOutConsistent: signs.every((sign) => sign === slopeSign) };
}

/** Weighted least squares on t = 1..k; the variance assumes weights are 1 / standard error squared. */
function regression(values: readonly number[], weights: readonly number[]) {
	const W = sum(weights);
	const meanT = sum(weights.map((w, i) => w * (i + 1))) / W;
	const meanY = sum(weights.map((w, i) => w * (values[i] ?? 0))) / W;
	const tt = sum(weights.map((w, i) => w * (i + 1 - meanT) ** 2));
	const ty = sum(weights.map((w, i) => w * (i + 1 - meanT) * ((values[i] ?? 0) - meanY)));
	return { slope: ty / tt, variance: 1 / tt };
}

function marked(
	chi2: number,
	signs: { slopeSign: -1 | 0 | 1; leaveOneOutConsistent: boolean }
): Trend {
	const { slopeSign, leaveOneOutConsistent } = signs;
	const real = chi2 > chiSquareLimit && leaveOneOutConsistent && slopeSign !== 0;
	const marker = real ? (slopeSign > 0 ? 'increasing' : 'decreasing') : 'no_change';
	return { marker, chi2, slopeSign, leaveOneOutConsistent };
}
