// Sentences about the parts of the borough: how far apart they are, and whether a good figure for the
// whole hides a clearly worse part.

import { change, fixed, type Unit, value } from '../format.ts';
import type { Comparison, GapChange, SpreadOutcome, SpreadTest } from '../judgement.ts';
import type { Masked } from '../masking.ts';
import type { Period } from '../period.ts';
import type { Spread } from '../stats/spread.ts';
import { judged, listed, type Sentence, statement } from './sentence.ts';
import { named } from './when.ts';

type Named = (area: string) => string;

/** "The gap between localities is 4.6 percentage points, likely between 4.3 and 4.9: East 0.6%, South 6.7%." */
export function gapSentence(spread: Spread, unit: Unit, name: Named): Sentence {
	const { gap, lowest, highest } = spread;
	const [low, high] = [Math.max(0, gap.lower), gap.upper].map((end) => fixed(end, unit.decimals));
	const range = `likely between ${low} and ${high}`;
	const ends = [lowest, highest].map((end) => `${name(end.area)} ${value(end.value, unit)}`);
	return statement(
		`The gap between localities is ${change(gap.value, unit)} (${range}): ${listed(ends)}.`
	);
}

/** Whether the gap has closed since an earlier period; says so when no earlier one can be compared. */
export function closingSentence(
	changed: GapChange | undefined,
	{ since, periods }: { since: Period | undefined; periods: number }
): Sentence {
	if (!changed || !since) {
		return statement(
			periods > 1
				? 'The earlier figures cannot be compared with these, so we cannot say whether the gap is closing.'
				: 'There is one period so far, so we cannot say whether the gap is closing.'
		);
	}
	const when = named(since);
	return judged(
		changed.outcome === 'no clear change'
			? `Since ${when} there is no clear change in the gap.`
			: `Since ${when} the gap is ${changed.outcome}, by more than chance would explain.`,
		changed
	);
}

/** In a cell: whether the parts differ. */
export const differWords: Record<SpreadOutcome, string> = {
	differ: 'More than chance',
	'no clear difference': 'Could be chance',
	'cannot tell': 'Cannot tell'
};

/** Whether parts differ by more than chance, and how far a typical one is from the average. */
export function differSentence(
	test: SpreadTest,
	unit: Unit,
	{ one, many }: { one: string; many: string }
): Sentence {
	switch (test.outcome) {
		case 'differ':
			return judged(
				[`The ${many} differ by more than chance would explain.`, typical(test, unit, one)]
					.filter(Boolean)
					.join(' '),
				test
			);
		case 'no clear difference':
			return judged(`The differences between ${many} could be chance.`, test);
		case 'cannot tell':
			return judged(`Too few are counted to say whether the ${many} differ.`, test);
		default:
			throw new Error(`unknown spread: ${test.outcome satisfies never}`);
	}
}

/** "Without chance, a typical ward is 2.1 percentage points from the average, likely 1.6 to 3.0." */
function typical({ difference, lower, upper }: SpreadTest, unit: Unit, one: string): string {
	if (difference === null || lower === null || upper === null) return '';
	const [low, high] = [lower, upper].map((number) => fixed(number, unit.decimals));
	return `Leaving chance aside, a typical ${one} is ${change(difference, unit)} from the average, likely ${low} to ${high}.`;
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

interface Masking {
	place: string;
	benchmark: string;
	seems: 'no worse' | 'similar';
	/** How many parts are clearly different. */
	count: number;
}

/** "The figure for West is no worse than Walsall's, yet 2 of its parts are clearly worse than Walsall." */
export function maskedPlace(
	whole: Comparison,
	{ place, benchmark, seems, count }: Masking
): Sentence {
	const than = seems === 'no worse' ? `no worse than ${benchmark}’s` : `similar to ${benchmark}’s`;
	const word = seems === 'no worse' ? 'worse than' : 'different from';
	const parts = count === 1 ? '1 of its parts is' : `${count} of its parts are`;
	return judged(`The figure for ${place} is ${than}, yet ${parts} clearly ${word} Walsall.`, whole);
}

/** "Walsall is on track, yet North and South are off track." */
export function maskedTargetSentence(masked: Masked, name: Named): Sentence {
	const parts = listed(masked.parts.map(name));
	const verb = masked.parts.length === 1 ? 'is' : 'are';
	return {
		text: `${name(masked.whole)} is on track, yet ${parts} ${verb} off track.`,
		judgements: masked.judgements
	};
}
