import { change, date, type Unit } from '../format.ts';
import { hasDirection, type Polarity } from '../indicator.ts';
import type { AgainstTarget as Judged, TargetWord } from '../judgement/target.ts';
import type { Period } from '../period.ts';
import type { Provisional } from '../target/provisional.ts';
import { judged, type Sentence, statement } from './sentence.ts';
import { inPeriod, named } from './when.ts';
import { whyNot } from './why-not.ts';

// Against the planned line, from the stored judgement. Better and worse only where the measure has a
// good direction; movement has its own sentences.

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
	const better = goodWay(difference, polarity);
	const start = beside(difference, better, period, unit);
	if (better !== false || difference === 0) return statement(`${start}.`);
	const allowed = Math.abs(difference) <= tolerance ? 'within' : 'more than';
	return statement(`${start}, ${allowed} the ${change(tolerance, unit)} allowed.`);
}

/** A stored judgement against target, with what its sentence needs besides. */
export interface Told {
	judgement: Judged & { id: number };
	/** Period of the latest figure; undefined without a figure. */
	period: Period | undefined;
	/** How many months late the next figure is; 0 when it is not. */
	monthsLate: number;
	unit: Unit;
}

/** The judgement in one sentence, whichever of the six words it is. */
export function targetSentence({ judgement, period, monthsLate, unit }: Told): Sentence {
	const { why, difference, better, tolerance, lineInRange } = judgement;
	if (why !== null || difference === null || better === null || !period) {
		return judged(whyNot(why ?? 'no plan for the period', period, monthsLate), judgement);
	}
	const start = beside(difference, isNothing(better, unit) ? null : better > 0, period, unit);
	if (judgement.word === 'on track') return judged(`${start}.`, judgement);
	if (judgement.rule === 'survey') {
		const side = lineInRange
			? 'but the plan lies inside its range'
			: 'and the plan lies outside its range';
		return judged(`${start}, ${side}.`, judgement);
	}
	const allowed = judgement.word === 'watch' ? 'within' : 'more than';
	return judged(`${start}, ${allowed} the ${change(tolerance ?? 0, unit)} allowed.`, judgement);
}

/** "This is 1.2 points worse than planned for 2026"; higher or lower where no direction is better. */
function beside(difference: number, better: boolean | null, period: Period, unit: Unit): string {
	if (isNothing(difference, unit) && better !== false)
		return `This is as planned ${inPeriod(period)}`;
	const size = isNothing(difference, unit) ? 'slightly' : change(difference, unit);
	const side =
		better === null ? (difference > 0 ? 'higher' : 'lower') : better ? 'better' : 'worse';
	return `This is ${size} ${side} than planned for ${named(period)}`;
}

/** Rounded to the decimals that are shown, is it nought? */
const isNothing = (difference: number, { decimals }: Unit): boolean =>
	Math.abs(difference) < 0.5 * 10 ** -decimals;

/** Of a gap that should close the difference alone does not say which way is better. */
function goodWay(difference: number, polarity: Polarity): boolean | null {
	if (!hasDirection(polarity) || polarity === 'lower to zero' || difference === 0) return null;
	return difference > 0 === (polarity === 'higher');
}

/** The six words as printed. */
export function targetWords(word: TargetWord): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "This is provisional: the source changed in October 2026. The target's approver has not confirmed it." */
export function provisionalTarget({ reason, since, note }: Provisional): Sentence {
	const last = 'Its approver has not yet confirmed the target.';
	switch (reason) {
		case 'change of source':
			return statement(
				`This is provisional: the source changed on ${date(since ?? '')}${note ? ` (${note})` : ''}. ${last}`
			);
		case 'change of definition':
			return statement(
				`This is provisional: the definition has changed since the target was set. ${last}`
			);
		case 'not confirmed':
			return statement(`This is provisional${note ? `: ${note.replace(/\.$/, '')}` : ''}. ${last}`);
		default:
			throw new Error(`unknown reason: ${reason satisfies never}`);
	}
}

/** While no target exists. */
export function noTarget(): Sentence {
	return statement('No target is set, so we do not say on track or off track.');
}
