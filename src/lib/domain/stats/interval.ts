// Confidence intervals: how far a figure may be off by chance alone. Counts of people are never
// judged by the Wald interval (it has no width at 0). A missing or impossible input gives no answer.
import { type Maybe, average, isNumber, known, sum, variance } from '../number.ts';
import { chiSquareQuantile, tFor, tail, zFor } from './distribution.ts';

/** An estimate with its limits, all in the same unit. */
export interface Interval {
	value: number;
	lower: number;
	upper: number;
}

/** A rate says which method gave its limits. */
export interface RateInterval extends Interval {
	method: 'exact' | 'byars';
}

/** The mean of a sample with its size, sum and standard deviation (divisor n - 1). */
export interface MeanInterval extends Interval {
	n: number;
	sum: number;
	sd: number;
}

/**
 * Wilson's score interval of a proportion, 0 <= x <= n; value and limits are shares (0 to 1).
 * For a survey pass x and n divided by the design effect. Wilson 1927; Newcombe & Altman 2000.
 */
export function wilson(x: Maybe, n: Maybe, confidence = 0.95): Interval | undefined {
	if (!isNumber(x) || !isNumber(n) || n <= 0 || x < 0 || x > n) return undefined;
	const z = zFor(confidence);
	const value = x / n;
	const middle = 2 * x + z * z;
	const half = z * Math.sqrt(z * z + 4 * x * (1 - value));
	const scale = 2 * (n + z * z);
	return {
		value,
		lower: x === 0 ? 0 : Math.min(value, Math.max(0, (middle - half) / scale)),
		upper: x === n ? 1 : Math.max(value, Math.min(1, (middle + half) / scale))
	};
}

/**
 * Byar's approximation for a count of events; the unit is events. No answer where its lower limit
 * falls below 0 (x = 0; x = 1 at 99.8%): use `exactPoisson` there. Breslow & Day 1987.
 */
export function byar(x: Maybe, confidence = 0.95): Interval | undefined {
	if (!isNumber(x) || x <= 0) return undefined;
	const z = zFor(confidence);
	const next = x + 1;
	const lower = x * (1 - 1 / (9 * x) - z / (3 * Math.sqrt(x))) ** 3;
	const upper = next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3;
	return lower < 0 ? undefined : { value: x, lower, upper };
}

/** Exact Poisson limits of a count of events, x >= 0; the unit is events. Garwood 1936. */
export function exactPoisson(x: Maybe, confidence = 0.95): Interval | undefined {
	if (!isNumber(x) || x < 0) return undefined;
	const q = tail(confidence);
	return {
		value: x,
		lower: x === 0 ? 0 : chiSquareQuantile(q, 2 * x) / 2,
		upper: chiSquareQuantile(1 - q, 2 * x + 2) / 2
	};
}

/** Limits of a count: exact below 10 events, Byar's from 10 on (the rule of public health England). */
export function count(x: Maybe, confidence = 0.95): RateInterval | undefined {
	if (!isNumber(x)) return undefined;
	const method = x < 10 ? 'exact' : 'byars';
	const limits = method === 'exact' ? exactPoisson(x, confidence) : byar(x, confidence);
	return limits && { ...limits, method };
}

/**
 * Events x per n, times `multiplier` (1,000 gives "per 1,000"); x may exceed n.
 * Exact limits below 10 events, else Byar's. Source: phe_rate of PHEindicatormethods.
 */
export function rate(
	x: Maybe,
	n: Maybe,
	multiplier = 1,
	confidence = 0.95
): RateInterval | undefined {
	const events = count(x, confidence);
	if (!events || !isNumber(n) || n <= 0) return undefined;
	const per = (value: number) => (value / n) * multiplier;
	return {
		value: per(events.value),
		lower: per(events.lower),
		upper: per(events.upper),
		method: events.method
	};
}

/** Mean of a sample with Student's t limits; missing values are left out; needs two or more. */
export function mean(values: Iterable<Maybe>, confidence = 0.95): MeanInterval | undefined {
	const sample = known(values);
	const value = average(sample);
	const spread = variance(sample, 1);
	if (value === undefined || spread === undefined) return undefined;
	const n = sample.length;
	const sd = Math.sqrt(spread);
	const half = (tFor(confidence, n - 1) * sd) / Math.sqrt(n);
	return { n, sum: sum(sample), sd, value, lower: value - half, upper: value + half };
}
