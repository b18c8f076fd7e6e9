// From small areas to larger ones. Counts are added first and rates computed after; limits are never
// averaged. A target with a missing source has no answer; a source without a target is named.
import { type Maybe, isNumber, sum } from '../number.ts';
import { type Interval, wilson } from '../stats/interval.ts';

/** Source code to target code; a missing or null target leaves the source unplaced. */
export type Lookup = Readonly<Record<string, string | null | undefined>>;

/** Numerator and denominator of one area. */
export interface Counted {
	code: string;
	x: Maybe;
	n: Maybe;
}

/** Added counts of a target with the interval of their ratio. */
export interface Added extends Interval {
	x: number;
	n: number;
}

/** Population (or other) weight of the overlap of a source with a target. */
export interface Overlap {
	source: string;
	target: string;
	weight: number;
}

/** Figures by target code; `undefined` = a source was missing. Unplaced sources by code. */
export interface Aggregated<T> {
	target: Record<string, T | undefined>;
	unplaced: string[];
}

/**
 * Best fit: each area goes wholly to one target; numerators and denominators are added, then
 * `measure` gives value and limits (Wilson unless told otherwise, e.g. a rate per 1,000).
 * ONS, GSS Geography Policy.
 */
export function bestFit(
	areas: readonly Counted[],
	lookup: Lookup,
	measure: (x: number, n: number) => Interval | undefined = wilson
): Aggregated<Added> {
	return gather(areas, lookup, (members) => {
		const xs = members.map((area) => area.x);
		const ns = members.map((area) => area.n);
		if (!xs.every(isNumber) || !ns.every(isNumber)) return undefined;
		const [x, n] = [sum(xs), sum(ns)];
		const interval = measure(x, n);
		return interval && { ...interval, x, n };
	});
}

/** Population-weighted mean of scores that have no counts behind them; no interval. */
export function popWeightedMean(
	areas: readonly { code: string; score: Maybe; n: Maybe }[],
	lookup: Lookup
): Aggregated<number> {
	return gather(areas, lookup, (members) => {
		const weights = members.map((area) => area.n);
		const products = members.map((area) =>
			isNumber(area.score) && isNumber(area.n) ? area.score * area.n : undefined
		);
		if (!weights.every(isNumber) || !products.every(isNumber)) return undefined;
		const weight = sum(weights);
		return weight > 0 ? sum(products) / weight : undefined;
	});
}

/**
 * Share each source among its targets by weight, scaled to 1 within the source, so that totals are
 * kept. A source with a value but no weight is unplaced; a missing source empties its targets.
 */
export function apportion(
	source: Readonly<Record<string, Maybe>>,
	overlaps: readonly Overlap[]
): Aggregated<number> & { total: number } {
	const weights = new Map<string, number>();
	for (const { source: code, weight } of overlaps) {
		weights.set(code, (weights.get(code) ?? 0) + weight);
	}
	const target: Record<string, number | undefined> = {};
	for (const overlap of overlaps.filter(({ source: code }) => code in source)) {
		const value = source[overlap.source];
		const whole = weights.get(overlap.source) ?? 0;
		if (overlap.weight === 0 || whole === 0) continue;
		const before = overlap.target in target ? target[overlap.target] : 0;
		target[overlap.target] =
			isNumber(value) && before !== undefined
				? before + (value * overlap.weight) / whole
				: undefined;
	}
	const unplaced = Object.keys(source).filter((code) => !((weights.get(code) ?? 0) > 0));
	return { target, unplaced, total: sum(Object.values(target).filter(isNumber)) };
}

/**
 * Whole numbers that keep a total: each value scaled to the total and cut, the units left over to the
 * largest remainders; equal remainders go to the larger value, then the earlier. Hare-Niemeyer.
 */
export function largestRemainder(values: readonly number[], total: number): number[] | undefined {
	const whole = sum(values);
	if (!Number.isInteger(total) || total < 0) throw new RangeError('total must be a whole number');
	if (values.some((value) => !isNumber(value) || value < 0)) return undefined;
	if (whole === 0) return total === 0 ? values.map(() => 0) : undefined;
	const quotas = values.map((value) => Number(((value * total) / whole).toPrecision(14)));
	const result = quotas.map(Math.floor);
	const remainder = (i: number) => Number(((quotas[i] ?? 0) - (result[i] ?? 0)).toFixed(9));
	const order = quotas
		.map((quota, i) => ({ i, quota, left: remainder(i) }))
		.sort((a, b) => b.left - a.left || b.quota - a.quota || a.i - b.i);
	for (const { i } of order.slice(0, total - sum(result))) result[i] = (result[i] ?? 0) + 1;
	return result;
}

function gather<A extends { code: string }, T>(
	areas: readonly A[],
	lookup: Lookup,
	combine: (members: A[]) => T | undefined
): Aggregated<T> {
	const members = new Map<string, A[]>();
	const unplaced: string[] = [];
	for (const area of areas) {
		const code = lookup[area.code];
		if (code == null) unplaced.push(area.code);
		else members.set(code, [...(members.get(code) ?? []), area]);
	}
	const target = Object.fromEntries([...members].map(([code, list]) => [code, combine(list)]));
	return { target, unplaced };
}
