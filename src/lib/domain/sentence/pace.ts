import { change, date, type Unit, value } from '../format.ts';
import type { Leg, Pace } from '../target/pace.ts';
import { type Sentence, statement, together } from './sentence.ts';

// The pace that the target asks for, beside the pace so far. Directions of the number; no judgement.

/** "To reach 48.0% by 31 December 2028 it must rise by 3.5 percentage points a year." and the pace so far. */
export function paceSentence(pace: Pace, since: string, unit: Unit): Sentence | undefined {
	const legs = [pace.toNext, pace.toGoal].filter((leg) => leg !== undefined);
	if (legs.length === 0) return undefined;
	return together([...legs.map((leg) => legSentence(leg, unit)), soFar(pace, since, unit)]);
}

function legSentence({ ends, value: aim, perYear, isMet, years }: Leg, unit: Unit): Sentence {
	const goal = `${value(aim, unit)} by ${date(ends)}`;
	if (isMet) return statement(`It is already at or better than ${goal}.`);
	if (years < 1) {
		const left = perYear * years;
		return statement(`To reach ${goal} it must ${verb(left)} by ${change(left, unit)}.`);
	}
	return statement(`To reach ${goal} it must ${verb(perYear)} by ${small(perYear, unit)} a year.`);
}

function soFar({ soFar: perYear }: Pace, since: string, unit: Unit): Sentence | undefined {
	if (perYear === undefined) return undefined;
	if (perYear === 0) return statement(`Since ${since} it has not changed.`);
	const moved = perYear > 0 ? 'risen' : 'fallen';
	return statement(`Since ${since} it has ${moved} by ${small(perYear, unit)} a year on average.`);
}

const verb = (difference: number): string => (difference > 0 ? 'rise' : 'fall');

/** A yearly step may be smaller than the figure's last decimal: then one more is shown. */
export function small(perYear: number, unit: Unit): string {
	const shown = Math.abs(perYear) >= 0.5 * 10 ** -unit.decimals ? unit.decimals : unit.decimals + 1;
	return change(perYear, { ...unit, decimals: shown });
}
