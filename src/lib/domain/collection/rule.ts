import type { ExpectedRule } from '../entry/expected.ts';
import { type Cadence, isCadence } from './cadence.ts';

// How an indicator is collected: how often, of which places, when it is due, and what is expected.

export interface CollectionRule {
	readonly isCollected: boolean;
	readonly cadence: Cadence;
	/** Days after the last day of a period. */
	readonly dueDays: number;
	readonly lockDays: number;
	readonly areas: 'borough' | 'localities' | 'wards';
	/** A row for people whose postcode is not known. */
	readonly hasUnknown: boolean;
	/** The parts, the unknown row included, add up to the borough. */
	readonly isAdditive: boolean;
	/** Kinds of groups that the return asks for; null = those of the latest figures. */
	readonly groups: readonly string[] | null;
	readonly skipsAssurance: boolean;
	readonly expected: ExpectedRule;
	/** Raised with every change; 0 = nobody has set a rule. */
	readonly revision: number;
}

/** Days until a return is due and closed, while nobody has said otherwise. */
export const USUAL_DAYS = { dueDays: 30, lockDays: 44 } as const;

export const AREAS = ['borough', 'localities', 'wards'] as const;
const isAreas = (text: string): text is CollectionRule['areas'] =>
	(AREAS as readonly string[]).includes(text);

/** The boxes of the form, as text. */
export type RuleBoxes = Readonly<Record<RuleBox, string>>;
export const RULE_BOXES = [
	...(['collected', 'cadence', 'dueDays', 'lockDays', 'areas', 'unknown', 'additive'] as const),
	...(['assurance', 'expected', 'lower', 'upper', 'partLower', 'partUpper'] as const),
	...(['expectedReason', 'groups'] as const)
] as const;
type RuleBox = (typeof RULE_BOXES)[number];

export interface RuleFault {
	readonly field: RuleBox;
	readonly why: string;
}

const MOST_DAYS = 400;

/** The rule that the boxes say, or everything that is wrong with them. */
export function readRule(
	boxes: RuleBoxes,
	revision: number
): { rule: CollectionRule } | { faults: RuleFault[] } {
	const faults: RuleFault[] = [];
	const wrong = (field: RuleBox, why: string) => void faults.push({ field, why });
	const { cadence, areas } = boxes;
	const days = (field: 'dueDays' | 'lockDays', what: string): number => {
		const isDays = /^\d{1,3}$/.test(boxes[field]) && Number(boxes[field]) <= MOST_DAYS;
		if (!isDays) wrong(field, `${what}: give whole days from 0 to ${MOST_DAYS}.`);
		return isDays ? Number(boxes[field]) : 0;
	};
	const dueDays = days('dueDays', 'Due');
	const lockDays = days('lockDays', 'Closed');
	if (faults.length === 0 && lockDays < dueDays)
		wrong('lockDays', 'A return cannot close before it is due.');
	if (!isCadence(cadence)) wrong('cadence', 'Choose how often it is collected.');
	if (!isAreas(areas)) wrong('areas', 'Choose the places of the return.');
	const expected = readExpected(boxes, wrong);
	if (boxes.unknown === 'yes' && areas === 'borough')
		wrong('unknown', 'A return of the borough alone has no row for an unknown postcode.');
	if (boxes.additive === 'yes' && areas === 'borough')
		wrong('additive', 'A return of the borough alone has no parts to add up.');
	if (faults.length > 0 || !isCadence(cadence) || !isAreas(areas)) return { faults };
	return {
		rule: {
			...{ isCollected: boxes.collected === 'yes', cadence, dueDays, lockDays, areas },
			groups: groupsIn(boxes.groups),
			...{ hasUnknown: boxes.unknown === 'yes', isAdditive: boxes.additive === 'yes' },
			...{ skipsAssurance: boxes.assurance !== 'yes', expected, revision }
		}
	};
}

type Wrong = (field: RuleBox, why: string) => void;

function readExpected(boxes: RuleBoxes, wrong: Wrong): ExpectedRule {
	const from = boxes.expected;
	const none = { whole: null, part: null };
	if (from !== 'history' && from !== 'set' && from !== 'off') {
		wrong('expected', 'Choose where the expected range comes from.');
		return { from: 'history', ...none, reason: null };
	}
	if (from === 'history') return { from, ...none, reason: null };
	const reason = boxes.expectedReason;
	if (reason === '') wrong('expectedReason', 'Say why the range is not taken from the history.');
	if (from === 'off') return { from, ...none, reason };
	const whole = span(boxes.lower, boxes.upper);
	const part = boxes.partLower || boxes.partUpper ? span(boxes.partLower, boxes.partUpper) : null;
	if (typeof whole === 'string') wrong('lower', `Walsall: ${whole}`);
	if (typeof part === 'string') wrong('partLower', `Each part: ${part}`);
	if (typeof whole === 'string' || typeof part === 'string') return { from, ...none, reason };
	return { from, whole, part, reason };
}

const NUMBER = /^-?\d{1,9}(\.\d{1,6})?$/;

function span(lower: string, upper: string): { lower: number; upper: number } | string {
	if (!NUMBER.test(lower) || !NUMBER.test(upper))
		return 'give the least and the most as numbers, e.g. 40 and 62.5.';
	const [least, most] = [Number(lower), Number(upper)];
	return least <= most ? { lower: least, upper: most } : 'the least is above the most.';
}

/** The same rule as the boxes of its form. */
export const boxesOf = (rule: CollectionRule): RuleBoxes => ({
	...{ collected: yes(rule.isCollected), cadence: rule.cadence, areas: rule.areas },
	...{ dueDays: String(rule.dueDays), lockDays: String(rule.lockDays) },
	...{ unknown: yes(rule.hasUnknown), additive: yes(rule.isAdditive) },
	...{ assurance: yes(!rule.skipsAssurance), expected: rule.expected.from },
	...{ lower: shown(rule.expected.whole?.lower), upper: shown(rule.expected.whole?.upper) },
	...{ partLower: shown(rule.expected.part?.lower), partUpper: shown(rule.expected.part?.upper) },
	...{ expectedReason: rule.expected.reason ?? '', groups: groupsText(rule.groups) ?? '' }
});

/** As they are kept: 'none', 'sex', 'age' or 'sex and age'; anything else leaves it to the figures. */
export function groupsIn(text: string | null): string[] | null {
	if (text === 'none') return [];
	return text && GROUPS.includes(text) ? text.split(' and ') : null;
}

const GROUPS: readonly string[] = ['sex', 'age', 'sex and age'];

export const groupsText = (groups: readonly string[] | null): string | null =>
	groups === null ? null : groups.length === 0 ? 'none' : groups.join(' and ');

const yes = (is: boolean): string => (is ? 'yes' : '');
const shown = (value: number | undefined): string => (value === undefined ? '' : String(value));
