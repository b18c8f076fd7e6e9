// Sentences about the parts of the borough: how far apart they are, and whether a good figure for the
// whole hides a clearly worse part.

import { type Unit, change, value } from '../format.ts';
import type { Masked } from '../masking.ts';
import { gapWord, type Spread } from '../stats/spread.ts';
import { listed, type Sentence, statement } from './sentence.ts';

type Named = (area: string) => string;

/** "The gap between localities is 4.6 percentage points, likely between 4.3 and 4.9: East 0.6%, South 6.7%." */
export function gapSentence(spread: Spread, unit: Unit, name: Named): Sentence {
	const { gap, lowest, highest } = spread;
	const range = `likely between ${change(gap.lower, unit)} and ${change(gap.upper, unit)}`;
	const ends = [lowest, highest].map((end) => `${name(end.area)} ${value(end.value, unit)}`);
	const real = gap.lower > 0 ? '' : ' The gap could be chance.';
	return statement(
		`The gap between localities is ${change(gap.value, unit)} (${range}): ${listed(ends)}.${real}`
	);
}

/** Whether the gap is closing since an earlier period; says so when there is no earlier one. */
export function closingSentence(
	changed: { lower: number; upper: number } | undefined,
	since: string
): Sentence {
	if (!changed) {
		return statement('There is one period so far, so we cannot say whether the gap is closing.');
	}
	const word = gapWord(changed);
	return statement(
		word === 'no clear change'
			? `Since ${since} there is no clear change in the gap.`
			: `Since ${since} the gap is ${word}, by more than chance would explain.`
	);
}

/** "Masked: the figure for Walsall is no worse than England's, yet North and South are clearly worse than Walsall." */
export function maskedSentence(masked: Masked, name: Named): Sentence {
	const parts = listed(masked.parts.map(name));
	const verb = masked.parts.length === 1 ? 'is' : 'are';
	const whole = name(masked.whole);
	return {
		text: `The figure for ${whole} is no worse than England’s, yet ${parts} ${verb} clearly worse than ${whole}.`,
		judgements: masked.judgements
	};
}
