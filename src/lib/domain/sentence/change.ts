import { change as changeWords, type Unit, value } from '../format.ts';
import { hasDirection, type Polarity } from '../indicator.ts';
import type { Movement, Trend } from '../judgement.ts';
import type { Period } from '../period.ts';
import { capitalised, judged, type Sentence, statement } from './sentence.ts';
import { inPeriod, named } from './when.ts';

// Is the movement real? The stored test decides; these are its words. Never "better" or "worse" for a
// measure that has no good direction.

/** What the latest figure is set against: the earlier period and its value. */
export interface Before {
	period: Period;
	value: number | null;
	unit: Unit;
}

/** "That is lower than in 2015, by more than chance would explain." or "Since 2018 there is no clear change." */
export function change(movement: Movement, before: Before): Sentence {
	switch (movement.outcome) {
		case 'higher':
		case 'lower':
			return judged(
				`That is ${movement.outcome} than ${inPeriod(before.period)}, by more than chance would explain.`,
				movement
			);
		case 'no clear change':
			return judged(`Since ${named(before.period)} there is no clear change.`, movement);
		case 'cannot tell':
			return judged(`${was(before)}${whyUntold(movement)}`, movement);
		default:
			throw new Error(`unknown movement: ${movement.outcome satisfies never}`);
	}
}

function was({ period, value: earlier, unit }: Before): string {
	return earlier === null ? '' : `It was ${value(earlier, unit)} ${inPeriod(period)}. `;
}

/** Why no test was made, from the stored method. */
function whyUntold({ method }: Movement): string {
	switch (method) {
		case 'series break':
			return 'The source changed in between, so the two cannot be compared.';
		case 'overlapping periods':
			return 'The two periods share years, so we do not test the change.';
		case 'unlike periods':
			return 'The two periods are of different kinds, so we do not test the change.';
		case 'too few to judge':
			return 'Too few are counted to say whether it has changed.';
		default:
			return 'These figures come without a range, so we cannot say whether the change is more than chance.';
	}
}

/** The same as a heading: "Lower than in 2015"; without a test, the two figures. */
export function changeHeading(movement: Movement, before: Before, now: Before): Sentence {
	switch (movement.outcome) {
		case 'higher':
			return judged(`Higher than ${inPeriod(before.period)}`, movement);
		case 'lower':
			return judged(`Lower than ${inPeriod(before.period)}`, movement);
		case 'no clear change':
			return judged(`No clear change since ${named(before.period)}`, movement);
		case 'cannot tell':
			return judged(`${capitalised(point(before))}, ${point(now)}`, movement);
		default:
			throw new Error(`unknown movement: ${movement.outcome satisfies never}`);
	}
}

function point({ period, value: number, unit }: Before): string {
	return `${number === null ? 'no figure' : value(number, unit)} ${inPeriod(period)}`;
}

/** The five-point trend: "Over the last five years it has been rising, by more than chance would explain." */
export function trendOf(trend: Trend): Sentence | undefined {
	const start = 'Over the last five years';
	switch (trend.outcome) {
		case 'increasing':
			return judged(`${start} it has been rising, by more than chance would explain.`, trend);
		case 'decreasing':
			return judged(`${start} it has been falling, by more than chance would explain.`, trend);
		case 'no change':
			return judged(`${start} there is no clear trend.`, trend);
		case 'cannot be calculated':
			return undefined;
		default:
			throw new Error(`unknown trend: ${trend.outcome satisfies never}`);
	}
}

/** Why a series has no five-point trend, from the stored method. */
export function trendUntold(trend: Trend): Sentence {
	switch (trend.method) {
		case 'not five years':
			return judged('A trend needs 5 yearly figures in a row.', trend);
		case 'overlapping periods':
			return judged('The periods share years, so we give no trend.', trend);
		case 'unlike periods':
			return judged('The periods are of different kinds, so we give no trend.', trend);
		case 'too few to judge':
			return judged('Too few are counted to give a trend.', trend);
		default:
			return judged('These figures come without a range, so we give no trend.', trend);
	}
}

/** What a clear change means, where the indicator has a good direction; undefined where it has none. */
export function meaning(movement: Movement, polarity: Polarity): Sentence | undefined {
	if (movement.outcome !== 'higher' && movement.outcome !== 'lower') return undefined;
	if (!hasDirection(polarity)) {
		return statement('A change in this measure is neither good nor bad by itself.');
	}
	// A gap that should close has a sign: its distance from zero is what gets better.
	if (polarity === 'lower to zero') return undefined;
	const better = (movement.outcome === 'higher') === (polarity === 'higher');
	return judged(`That is a change for the ${better ? 'better' : 'worse'}.`, movement);
}

/** "A change smaller than 5.4 percentage points cannot be seen in one year's figure." */
export function cannotSee(movement: Movement, unit: Unit): Sentence | undefined {
	if (movement.lower === null || movement.upper === null) return undefined;
	const margin = (movement.upper - movement.lower) / 2;
	if (!(margin >= 10 ** -unit.decimals)) return undefined;
	return judged(
		`A change smaller than ${changeWords(margin, unit)} cannot be seen between these two figures.`,
		movement
	);
}
