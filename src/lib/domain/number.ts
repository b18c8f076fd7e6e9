// What counts as a number here: finite, not missing. Shared by the statistics, which answer
// `undefined` when an input is missing and never treat "missing" as nought.

/** A value that may be missing, as it comes from a table. */
export type Maybe = number | null | undefined;

/** True for a finite number; false for null, undefined, NaN and the infinities. */
export const isNumber = (value: Maybe): value is number =>
	typeof value === 'number' && Number.isFinite(value);

/** The values that are there, in order. */
export const known = (values: Iterable<Maybe>): number[] => [...values].filter(isNumber);

/** Sum with Neumaier's compensation, so that the order of the areas does not matter to the reader. */
export function sum(values: Iterable<number>): number {
	let total = 0;
	let lost = 0;
	for (const value of values) {
		const next = total + value;
		lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
		total = next;
	}
	return total + lost;
}

/**
 * Arithmetic mean; undefined for an empty list. Rounding never carries it beyond the values: the mean
 * of equal values is that value, or a series without spread would seem to have some.
 */
export function average(values: readonly number[]): number | undefined {
	if (values.length === 0) return undefined;
	const [least, most] = values.reduce(
		([a, b], v) => [Math.min(a, v), Math.max(b, v)],
		[Infinity, -Infinity]
	);
	return Math.min(most, Math.max(least, sum(values) / values.length));
}

/** Mean squared deviation with divisor n - `lost` (0 = population, 1 = sample); undefined if none. */
export function variance(values: readonly number[], lost: 0 | 1): number | undefined {
	const centre = average(values);
	if (centre === undefined || values.length <= lost) return undefined;
	return sum(values.map((value) => (value - centre) ** 2)) / (values.length - lost);
}
