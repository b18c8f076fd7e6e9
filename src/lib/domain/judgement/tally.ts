// How many indicators are in each of the six words: the counts of headlines, lists and maps.

import { type TargetWord, targetWords } from './target.ts';

/** Each word's number; `judged` are the three with a colour. */
export type Tally = Record<TargetWord, number> & { all: number; judged: number };

export function tally(words: readonly TargetWord[]): Tally {
	const count = (word: TargetWord) => words.filter((one) => one === word).length;
	const counts = Object.fromEntries(targetWords.map((word) => [word, count(word)]));
	const each = counts as Record<TargetWord, number>;
	const judged = each['off track'] + each.watch + each['on track'];
	return { ...each, all: words.length, judged };
}
