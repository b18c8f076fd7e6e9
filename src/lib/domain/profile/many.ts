import type { Comparison } from '../judgement.ts';

// A place is compared on many measures at once. What is picked out of them must still hold when that is
// allowed for: the false discovery rate of Benjamini & Hochberg 1995.

/** Of the differences that are picked out, fewer than this share should be chance. */
const MANY = 0.05;

/** Clear at 99.8%, and still so among all comparisons of its area with the same benchmark. */
export function isBeyondMany({ outcome, q }: Pick<Comparison, 'outcome' | 'q'>): boolean {
	return (outcome === 'higher' || outcome === 'lower') && q !== null && q <= MANY;
}
