import { type Unit, value } from '../format.ts';
import { hasDirection, type Polarity } from '../indicator.ts';
import type { Control, ControlOutcome } from '../judgement.ts';
import type { Period } from '../period.ts';
import { capitalised, judged, type Sentence } from './sentence.ts';
import { named } from './when.ts';

// What a control chart says: the latest quarter or month against the usual ups and downs of the series.

/** Which way a rule points: +1 up, -1 down, 0 where no rule is met. */
export function directionOf(outcome: ControlOutcome): 1 | 0 | -1 {
	switch (outcome) {
		case 'above the limit':
		case 'rising run':
		case 'near the upper limit':
		case 'run above the average':
			return 1;
		case 'below the limit':
		case 'falling run':
		case 'near the lower limit':
		case 'run below the average':
			return -1;
		case 'usual':
		case 'too early to tell':
		case 'cannot tell':
			return 0;
		default:
			throw new Error(`unknown control outcome: ${outcome satisfies never}`);
	}
}

/** "about 20.1% to 24.9%": limits that a share or a count cannot reach are drawn in. */
export function usualRange({ lower, upper }: Pick<Control, 'lower' | 'upper'>, unit: Unit) {
	if (lower === null || upper === null) return undefined;
	const isShare = unit.valueKind === 'percent';
	const isBounded = isShare || ['count', 'rate', 'money'].includes(unit.valueKind);
	return {
		lower: isBounded ? Math.max(0, lower) : lower,
		upper: isShare ? Math.min(100, upper) : upper
	};
}

export interface Latest {
	period: Period;
	unit: Unit;
	polarity: Polarity;
}

/** "October to December 2025 is above the usual range …, by more than the usual ups and downs would explain." */
export function controlSaid(control: Control, { period, unit, polarity }: Latest): Sentence {
	const when = capitalised(named(period));
	const limits = usualRange(control, unit);
	const range = limits ? `${value(limits.lower, unit)} to ${value(limits.upper, unit)}` : '';
	const said = words(control.outcome, { when, range, each: each(period) });
	return judged([said, meaningOf(control.outcome, polarity)].filter(Boolean).join(' '), control);
}

/** The same as a heading. */
export function controlHeading(control: Control, period: Period): Sentence {
	const one = period.kind === 'month' ? 'month' : 'quarter';
	return judged(headings[control.outcome].replaceAll('{one}', one), control);
}

const headings: Record<ControlOutcome, string> = {
	usual: 'The latest {one} is within the usual ups and downs',
	'above the limit': 'The latest {one} is above the usual range',
	'below the limit': 'The latest {one} is below the usual range',
	'rising run': 'Rising for 7 {one}s in a row',
	'falling run': 'Falling for 7 {one}s in a row',
	'near the upper limit': '2 of 3 {one}s are near the top of the usual range',
	'near the lower limit': '2 of 3 {one}s are near the bottom of the usual range',
	'run above the average': '7 {one}s in a row are above the average',
	'run below the average': '7 {one}s in a row are below the average',
	'too early to tell': 'Too early to tell what is usual',
	'cannot tell': 'Too few are counted in the latest {one} to judge it'
};

interface Said {
	when: string;
	range: string;
	each: string;
}

const BEYOND = 'That is more than the usual ups and downs would explain.';

function words(outcome: ControlOutcome, { when, range, each }: Said): string {
	switch (outcome) {
		case 'usual':
			return `${when} is within the usual range, ${range}. There is no sign of a real change.`;
		case 'above the limit':
			return `${when} is above the usual range, ${range}. ${BEYOND}`;
		case 'below the limit':
			return `${when} is below the usual range, ${range}. ${BEYOND}`;
		case 'rising run':
			return `The figure has risen for 7 ${each} in a row, to ${when}. ${BEYOND}`;
		case 'falling run':
			return `The figure has fallen for 7 ${each} in a row, to ${when}. ${BEYOND}`;
		case 'near the upper limit':
			return `Up to ${when}, 2 of 3 ${each} are near the top of the usual range, ${range}. ${BEYOND}`;
		case 'near the lower limit':
			return `Up to ${when}, 2 of 3 ${each} are near the bottom of the usual range, ${range}. ${BEYOND}`;
		case 'run above the average':
			return `At least 7 ${each} in a row, to ${when}, are above the average. ${BEYOND}`;
		case 'run below the average':
			return `At least 7 ${each} in a row, to ${when}, are below the average. ${BEYOND}`;
		case 'too early to tell':
			return `Fewer than 8 ${each} have been counted in the same way, so it is too early to say what is usual.`;
		case 'cannot tell':
			return `Too few are counted in ${when} to judge it.`;
		default:
			throw new Error(`unknown control outcome: ${outcome satisfies never}`);
	}
}

const each = ({ kind }: Period): string => (kind === 'month' ? 'months' : 'quarters');

/** Only where the measure has a good direction. A gap that should close has none by its sign alone. */
function meaningOf(outcome: ControlOutcome, polarity: Polarity): string {
	const direction = directionOf(outcome);
	if (direction === 0) return '';
	if (!hasDirection(polarity)) {
		return 'A change in this measure is neither good nor bad by itself.';
	}
	if (polarity === 'lower to zero') return '';
	const better = (direction === 1) === (polarity === 'higher');
	return `That is a change for the ${better ? 'better' : 'worse'}.`;
}
