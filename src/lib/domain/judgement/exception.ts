// What a meeting looks at first: worse than the target and worsening, then worse than the target. The
// two judgements stay two; this is only their order.

import { type TargetWord, targetWords } from './target.ts';
import type { TravelWord } from './travel.ts';

export interface Standing {
	word: TargetWord;
	travel: TravelWord;
}

/** Worse than the target and worsening, by the stored test. */
export function isException({ word, travel }: Standing): boolean {
	return (word === 'off track' || word === 'watch') && travel === 'worsening';
}

/** Order of attention: exceptions, then off track, watch and the other words; equal keeps its place. */
export function byAttention(a: Standing, b: Standing): number {
	return rank(a) - rank(b);
}

const rank = (standing: Standing): number =>
	targetWords.indexOf(standing.word) - (isException(standing) ? targetWords.length : 0);
