import type { DisclosureRule } from '../indicator.ts';
import type { Rule } from './rule.ts';

// How an owner protects the people behind an indicator, and which of two rules protects more. A stricter
// rule may hold at once; a looser one only for figures that are published after it was approved.

export interface OwnerRule {
	readonly kind: DisclosureRule;
	/** Counts from 1 to one below it are hidden. */
	readonly threshold: number;
	/** Noughts are hidden as well. */
	readonly hideZero: boolean;
	/** Shown counts are rounded to a multiple of it; null = as counted. */
	readonly roundTo: number | null;
}

/** What is too small to be shown; null where no people are counted. */
export const hiddenBy = ({ kind, threshold, hideZero }: OwnerRule): Rule | null =>
	kind === 'people' ? { threshold, suppressZeros: hideZero } : null;

/** Part by part whichever protects more: what was protected stays so. */
export const stricterOf = (old: OwnerRule, other: OwnerRule): OwnerRule => ({
	kind: other.kind === 'people' ? 'people' : old.kind,
	threshold: Math.max(old.threshold, other.threshold),
	hideZero: old.hideZero || other.hideZero,
	roundTo:
		Math.max(old.roundTo ?? 1, other.roundTo ?? 1) > 1
			? Math.max(old.roundTo ?? 1, other.roundTo ?? 1)
			: null
});

export const isSameRule = (a: OwnerRule, b: OwnerRule): boolean =>
	a.kind === b.kind &&
	a.threshold === b.threshold &&
	a.hideZero === b.hideZero &&
	a.roundTo === b.roundTo;

/** Does the other rule protect more in any part? */
export const isTightened = (old: OwnerRule, other: OwnerRule): boolean =>
	!isSameRule(old, stricterOf(old, other));

/** Does the other rule protect less in any part? */
export const isLoosened = (old: OwnerRule, other: OwnerRule): boolean =>
	!isSameRule(other, stricterOf(other, old));

const KINDS: Readonly<Record<DisclosureRule, string>> = {
	people: 'Counts of people',
	open: 'Open data, published by others',
	none: 'No counts of people'
};
export const kindChoices = Object.entries(KINDS).map(([value, label]) => ({ value, label }));

export function ruleWords({ kind, threshold, hideZero, roundTo }: OwnerRule): string {
	if (kind !== 'people') return `${KINDS[kind]}: nothing is hidden.`;
	const noughts = hideZero ? 'Noughts are hidden.' : 'Noughts are shown.';
	const rounded =
		roundTo === null ? 'Counts are not rounded.' : `Counts are rounded to ${roundTo}.`;
	const small =
		threshold === 2 ? 'A count of 1 is hidden.' : `Counts from 1 to ${threshold - 1} are hidden.`;
	return `${KINDS.people}. ${small} ${noughts} ${rounded}`;
}

/** The rule that the boxes of a form say, or everything that is wrong. */
export function readOwnerRule(
	boxes: Readonly<Record<'kind' | 'threshold' | 'hideZero' | 'roundTo', string>>
): { rule: OwnerRule } | { faults: string[] } {
	const { kind, threshold, roundTo } = boxes;
	const faults: string[] = [];
	const isKind = kind === 'people' || kind === 'open' || kind === 'none';
	if (!isKind) faults.push('Choose what the figures are.');
	if (!isFrom2(threshold)) faults.push('Counts below: give a whole number from 2 to 100.');
	if (roundTo !== '' && !isFrom2(roundTo))
		faults.push('Rounded to: give a whole number from 2 to 100, or leave it empty.');
	if (!isKind || faults.length > 0) return { faults };
	const rounding = roundTo === '' ? null : Number(roundTo);
	return {
		rule: {
			kind,
			threshold: Number(threshold),
			hideZero: boxes.hideZero === 'yes',
			roundTo: rounding
		}
	};
}

const isFrom2 = (text: string): boolean =>
	/^\d{1,3}$/.test(text) && Number(text) >= 2 && Number(text) <= 100;

export const isOwnerRule = ({ kind, threshold, roundTo }: OwnerRule): boolean =>
	'rule' in
	readOwnerRule({
		...{ kind, threshold: String(threshold), hideZero: '' },
		roundTo: roundTo === null ? '' : String(roundTo)
	});
