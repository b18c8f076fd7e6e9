import { limits } from '../stats/spc.ts';

// What the next figure of a series would usually be: the natural process limits of its own history
// (mean ± 2.66 mean moving ranges; Making Data Count, NHS England). A figure outside is not wrong; it
// is asked about.

export interface Expected {
	readonly lower: number;
	readonly upper: number;
}

/** Where the range comes from: the history, limits that a person set, or nowhere. */
export interface ExpectedRule {
	readonly from: 'history' | 'set' | 'off';
	/** Limits of the borough; null unless they are set. */
	readonly whole: Expected | null;
	/** Limits of each part of it; null = each part has those of its own history. */
	readonly part: Expected | null;
	/** Why it is not taken from the history. */
	readonly reason: string | null;
}

export const BY_HISTORY: ExpectedRule = { from: 'history', whole: null, part: null, reason: null };

/** The range that the rule gives a place; undefined = nothing is expected. */
export function expectedBy(
	rule: ExpectedRule,
	isWhole: boolean,
	earlier: readonly number[]
): Expected | undefined {
	if (rule.from === 'off') return undefined;
	const set = rule.from === 'set' ? (isWhole ? rule.whole : rule.part) : null;
	return set ?? expectedRange(earlier, 0);
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
