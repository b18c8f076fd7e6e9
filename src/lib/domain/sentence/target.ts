import { change, type Unit } from '../format.ts';
import { hasDirection, type Polarity } from '../indicator.ts';
import type { Period } from '../period.ts';
import { type Sentence, statement } from './sentence.ts';
import { inPeriod, named } from './when.ts';

// Against the planned line. Targets come later; the words wait for them here, beside the others.

export interface AgainstTarget {
	/** Value minus planned value, and the tolerance, both in the unit of the value. */
	difference: number;
	tolerance: number;
	period: Period;
}

/** "This is 1.2 percentage points worse than planned for 2026, within the 2.0 percentage points allowed." */
export function againstTarget(
	{ difference, tolerance, period }: AgainstTarget,
	unit: Unit,
	polarity: Polarity
): Sentence {
	if (difference === 0) return statement(`This is as planned ${inPeriod(period)}.`);
	const size = change(difference, unit);
	const side = difference > 0 ? 'higher' : 'lower';
	if (!hasDirection(polarity)) {
		return statement(`This is ${size} ${side} than planned for ${named(period)}.`);
	}
	const better = (side === 'higher') === (polarity === 'higher');
	if (better) return statement(`This is ${size} better than planned for ${named(period)}.`);
	const allowed = Math.abs(difference) <= tolerance ? 'within' : 'more than';
	return statement(
		`This is ${size} worse than planned for ${named(period)}, ${allowed} the ${change(tolerance, unit)} allowed.`
	);
}

/** While no target exists. */
export function noTarget(): Sentence {
	return statement('No target is set, so we do not say on track or off track.');
}
