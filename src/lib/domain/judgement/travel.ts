// Direction of travel in the field's words, against the last period and the same period last year.
// Improving and worsening need a stored test that says so and a measure with a good direction.

import { daysBetween } from '../day.ts';
import { hasDirection, type Polarity } from '../indicator.ts';
import type { Movement, MovementOutcome, TrendOutcome } from '../judgement.ts';
import { directionOf } from '../movement.ts';
import { type Period, compare } from '../period.ts';
import { against } from './against.ts';

export type TravelWord =
	'improving' | 'worsening' | 'rising' | 'falling' | 'no clear change' | 'cannot tell';

/**
 * A stored outcome as a word. A gap that should close has a sign: it improves or worsens only by its
 * two values on one side of zero; without them, or across zero, the word is the number's direction.
 */
export function travelWord(
	outcome: MovementOutcome | TrendOutcome,
	polarity: Polarity,
	values?: { later: number; earlier: number }
): TravelWord {
	const direction = directionOf(outcome);
	if (direction === 'none') return 'no clear change';
	if (direction === 'unknown') return 'cannot tell';
	const moving = direction === 'up' ? 'rising' : 'falling';
	if (!hasDirection(polarity)) return moving;
	if (polarity !== 'lower to zero') {
		return (direction === 'up') === (polarity === 'higher') ? 'improving' : 'worsening';
	}
	if (!values || values.later * values.earlier < 0) return moving;
	return Math.abs(values.later) < Math.abs(values.earlier) ? 'improving' : 'worsening';
}

export interface Travel {
	word: TravelWord;
	/** Id of the period compared with, and of the stored movement. */
	against: string;
	judgement: number;
	/** Later less earlier, in the unit of the value; null where no difference was stored. */
	difference: number | null;
}

/** Both directions of travel of a figure from its stored movements; undefined where none is stored. */
export function travel(
	movements: readonly Movement[],
	periods: TravelPeriods,
	measure: { polarity: Polarity; latest: number }
): { lastPeriod: Travel | undefined; lastYear: Travel | undefined } {
	const to = (period: Period | undefined): Travel | undefined => {
		const found = movements.find(({ againstPeriod }) => againstPeriod === period?.id);
		if (!found) return undefined;
		const { outcome, difference, againstPeriod, id } = found;
		const { latest: later, polarity } = measure;
		const values = difference === null ? undefined : { later, earlier: later - difference };
		return {
			word: travelWord(outcome, polarity, values),
			against: againstPeriod,
			judgement: id,
			difference
		};
	};
	return { lastPeriod: to(periods.lastPeriod), lastYear: to(periods.lastYear) };
}

export interface TravelPeriods {
	lastPeriod: Period | undefined;
	/** A year earlier; the same as `lastPeriod` for yearly figures. */
	lastYear: Period | undefined;
}

const SLACK_DAYS = 16;

/** The two earlier periods that the latest is tested against; no break, no shared days, same kind. */
export function travelPeriods(
	latest: Period,
	earlier: readonly Period[],
	breaks: readonly string[]
): TravelPeriods {
	const near = earlier
		.filter(({ ends }) => Math.abs(daysBetween(ends, latest.ends) - 365.25) <= SLACK_DAYS)
		.sort(compare);
	return {
		lastPeriod: against(latest, earlier, breaks).previous,
		lastYear: against(latest, near, breaks).previous
	};
}
