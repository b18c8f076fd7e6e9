import { limits } from '../stats/spc.ts';

// What the next figure of a series would usually be: the natural process limits of its own history
// (mean ± 2.66 mean moving ranges; Making Data Count, NHS England). A figure outside is not wrong; it
// is asked about.

export interface Expected {
	readonly lower: number;
	readonly upper: number;
}

/** Fewer earlier values say too little about the next. */
const FEWEST_VALUES = 6;
const LATEST_VALUES = 12;

/**
 * Expected range from earlier values, oldest first; undefined below six.
 * @param floor the least a value of this kind can be, e.g. 0
 */
export function expectedRange(earlier: readonly number[], floor = 0): Expected | undefined {
	if (earlier.length < FEWEST_VALUES) return undefined;
	const found = limits(earlier.slice(-LATEST_VALUES));
	if (!found) return undefined;
	// A series that never moved would call every change a jump: allow a twentieth of its level.
	const least = Math.abs(found.mean) * 0.05;
	const lower = Math.min(found.lpl, found.mean - least);
	const upper = Math.max(found.upl, found.mean + least);
	return { lower: Math.max(floor, lower), upper };
}

export const isJump = (value: number, expected: Expected | undefined): boolean =>
	expected !== undefined && (value < expected.lower || value > expected.upper);
