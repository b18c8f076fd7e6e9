// Which single figures are too small to show. A rule comes with the indicator: the usual one hides
// counts of people from 1 to 4 and shows nought.
import { type Maybe, isNumber } from '../number.ts';

/** Counts from 1 to threshold - 1 are hidden; nought as well if `suppressZeros`. */
export interface Rule {
	threshold: number;
	suppressZeros: boolean;
}

/** A table of counts, row by row. */
export type Table = readonly (readonly number[])[];

/** True for a count that the rule hides; a missing one is not a count. */
export function isSmall(count: Maybe, { threshold, suppressZeros }: Rule): boolean {
	if (!isNumber(count)) return false;
	return count === 0 ? suppressZeros : count > 0 && count < threshold;
}

/** Primary suppression: the cells that the rule hides by themselves. */
export const primary = (table: Table, rule: Rule): boolean[][] =>
	table.map((row) => row.map((count) => isSmall(count, rule)));

/**
 * True when a share must go: its numerator or the complement is small, or the denominator is below
 * the threshold. The complement would give the count away.
 */
export function isSmallShare(numerator: number, denominator: number, rule: Rule): boolean {
	return (
		denominator < rule.threshold ||
		isSmall(numerator, rule) ||
		isSmall(denominator - numerator, rule)
	);
}

/** Is a figure of so few people that the rule hides it: a count by itself, or as a share of its base? */
export function isOfFew(count: number | null, base: number | null, rule: Rule): boolean {
	if (count === null) return false;
	return base === null ? isSmall(count, rule) : isSmallShare(count, base, rule);
}

/** Nearest multiple of the base; half way goes up. Totals are rounded by themselves. */
export const roundToBase = (value: number, base: number): number => {
	if (!(base > 0)) throw new RangeError(`base must be positive, got ${base}`);
	return Math.round(value / base) * base || 0;
};

/**
 * Counts that a published share (per cent with so many decimals) and its denominator leave possible,
 * ends included: equal ends mean that the share gives its count away.
 */
export function countsFromShare(
	percent: number,
	decimals: number,
	denominator: number
): { lower: number; upper: number } {
	const half = 0.5 / 10 ** decimals;
	const at = (share: number) => (share / 100) * denominator;
	return {
		lower: Math.max(0, Math.ceil(at(percent - half) - 1e-9)),
		upper: Math.min(denominator, Math.floor(at(percent + half) + 1e-9))
	};
}
