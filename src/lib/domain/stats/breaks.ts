// Map classes. Each class is (previous upper, upper]; values are classed before they are rounded.
// Ties may leave fewer classes than asked for, never two equal breaks. No values: no answer.
import { ckmeans } from 'simple-statistics';
import { type Maybe, average, known, variance } from '../number.ts';
import { classOf } from './legend.ts';

export { classOf, legendNumbers } from './legend.ts';

/** Ascending upper bounds, the values in each class, and where the lowest class begins. */
export interface Breaks {
	lowest: number;
	upper: number[];
	counts: number[];
}

/** Classes of about equal size: quantiles by linear interpolation (type 7, Hyndman & Fan 1996). */
export function quantile(values: Iterable<Maybe>, k: number): Breaks | undefined {
	const sorted = ascending(values);
	return classes(
		sorted,
		parts(k).map((part) => quantileOf(sorted, part / k))
	);
}

/** Classes of equal width from the lowest to the highest value. */
export function equalInterval(values: Iterable<Maybe>, k: number): Breaks | undefined {
	const sorted = ascending(values);
	const { low, high } = ends(sorted);
	return classes(
		sorted,
		parts(k).map((part) => (part === k ? high : low + (part * (high - low)) / k))
	);
}

/**
 * Fisher's natural breaks: the least sum of squares within classes, by dynamic programming.
 * Upper bounds are the largest members. Fisher 1958; Wang & Song 2011 (ckmeans).
 */
export function fisherJenks(values: Iterable<Maybe>, k: number): Breaks | undefined {
	const sorted = ascending(values);
	const distinct = new Set(sorted).size;
	if (distinct === 0) return undefined;
	return classes(
		sorted,
		ckmeans(sorted, Math.min(k, distinct)).map((group) => group.at(-1) ?? Number.NaN)
	);
}

/** Split at the mean, then the part above it again, until one value is left (Jiang 2013, no 40% stop). */
export function headTail(values: Iterable<Maybe>): Breaks | undefined {
	const sorted = ascending(values);
	const upper: number[] = [];
	let head = sorted;
	while (head.length > 0) {
		const centre = average(head) ?? Number.NaN;
		if (new Set(head).size > 1) upper.push(centre);
		head = head[0] === head.at(-1) ? [] : head.filter((value) => value > centre);
	}
	return classes(sorted, upper);
}

/** Cuts in the middle of the k - 1 widest gaps between neighbouring values. */
export function maximumBreaks(values: Iterable<Maybe>, k: number): Breaks | undefined {
	const sorted = ascending(values);
	const gaps = sorted
		.slice(1)
		.map((value, i) => ({
			width: value - (sorted[i] ?? value),
			middle: (value + (sorted[i] ?? value)) / 2
		}))
		.filter((gap) => gap.width > 0)
		.sort((a, b) => b.width - a.width)
		.slice(0, Math.max(0, k - 1));
	return classes(
		sorted,
		gaps.map((gap) => gap.middle).sort((a, b) => a - b)
	);
}

/** Cuts at the mean and one and two sample standard deviations: -2, -1, +1, +2, then the highest. */
export function stdMean(values: Iterable<Maybe>): Breaks | undefined {
	const sorted = ascending(values);
	const centre = average(sorted);
	const spread = variance(sorted, 1);
	if (centre === undefined || spread === undefined) return undefined;
	const sd = Math.sqrt(spread);
	const upper = [-2, -1, 1, 2].map((multiple) => centre + multiple * sd);
	const below = Math.min(sorted[0] ?? centre, centre - 3 * sd);
	return counted(sorted, distinctAscending([...upper, ...beyond(sorted, upper)]), below);
}

/**
 * Equal steps of the same width on both sides of a benchmark, wide enough for the furthest value:
 * an even k puts a break on the benchmark, an odd k a middle class around it.
 */
export function centred(values: Iterable<Maybe>, benchmark: number, k: number): Breaks | undefined {
	const sorted = ascending(values);
	const { low, high } = ends(sorted);
	const reach = Math.max(high - benchmark, benchmark - low);
	const inner = parts(k).map((part) => benchmark + reach * ((2 * part) / k - 1));
	// Rounding must not leave the furthest value outside.
	const upper = [...inner.slice(0, -1), Math.max(high, benchmark + reach)];
	return sorted.length === 0
		? undefined
		: counted(sorted, distinctAscending(upper), Math.min(low, benchmark - reach));
}

const ascending = (values: Iterable<Maybe>): number[] => known(values).sort((a, b) => a - b);

const parts = (k: number): number[] => {
	if (!Number.isInteger(k) || k < 1) throw new RangeError(`classes must be 1 or more, got ${k}`);
	return Array.from({ length: k }, (_, i) => i + 1);
};

const ends = (sorted: readonly number[]) => ({
	low: sorted[0] ?? Number.NaN,
	high: sorted.at(-1) ?? Number.NaN
});

/** The part-th quantile (0 to 1) of ascending values, type 7; NaN when there are none. */
export function quantileOf(sorted: readonly number[], part: number): number {
	const place = (sorted.length - 1) * part;
	const below = sorted[Math.floor(place)] ?? Number.NaN;
	const above = sorted[Math.ceil(place)] ?? Number.NaN;
	return below + (above - below) * (place - Math.floor(place));
}

/** The last class ends exactly at the highest value. */
function classes(sorted: readonly number[], upper: readonly number[]): Breaks | undefined {
	const highest = sorted.at(-1);
	if (highest === undefined) return undefined;
	return counted(sorted, distinctAscending([...upper.filter((bound) => bound < highest), highest]));
}

function counted(
	sorted: readonly number[],
	upper: number[],
	lowest = sorted[0] ?? Number.NaN
): Breaks {
	const counts = upper.map(() => 0);
	for (const value of sorted) {
		const i = classOf(value, upper);
		counts[i] = (counts[i] ?? 0) + 1;
	}
	return { lowest, upper, counts };
}

const beyond = (sorted: readonly number[], upper: readonly number[]): number[] => {
	const highest = sorted.at(-1) ?? Number.NaN;
	return highest > (upper.at(-1) ?? highest) ? [highest] : [];
};

const distinctAscending = (bounds: readonly number[]): number[] =>
	[...new Set(bounds)].sort((a, b) => a - b);
