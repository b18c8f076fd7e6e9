import type { DisclosureRule, ValueKind } from '../indicator.ts';
import type { ValueState } from '../observation.ts';

// One cell of a return: what an officer entered for one area and group. Percentages, rates and
// limits are worked out from it and are never typed where a numerator and denominator exist.

/** The breakdown that takes in all people of a place. */
export const EVERYONE = 'all';

export interface EntryCell {
	readonly area: string;
	readonly breakdown: string;
	/** Null while nothing has been entered. */
	readonly state: ValueState | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	/** Typed only for measures that have no numerator and denominator. */
	readonly value: number | null;
	readonly provisional: boolean;
	readonly estimated: boolean;
	readonly note: string | null;
	/** Why the figure lies outside its expected range. */
	readonly jumpReason: string | null;
}

/** How the indicator's figures are entered. */
export interface EntryRule {
	readonly valueKind: ValueKind;
	readonly multiplier: number;
	readonly disclosureRule: DisclosureRule;
	/** Numerator and denominator (a share or a rate), a plain count, or a plain value. */
	readonly form: EntryForm;
}

export type EntryForm = 'share' | 'count' | 'value';

/** Which boxes the officer fills for this kind of measure. */
export function formOf(kind: ValueKind, hasDenominator: boolean): EntryForm {
	if (kind === 'count' || kind === 'money') return 'count';
	return hasDenominator && (kind === 'percent' || kind === 'rate') ? 'share' : 'value';
}

/** The value of a cell in the indicator's unit; undefined while it cannot be worked out. */
export function valueOf(cell: EntryCell, rule: EntryRule): number | undefined {
	if (cell.state !== 'known') return undefined;
	switch (rule.form) {
		case 'share':
			if (isWithoutCounts(cell)) return cell.value ?? undefined;
			if (cell.numerator === null || !cell.denominator) return undefined;
			return (cell.numerator / cell.denominator) * rule.multiplier;
		case 'count':
			return cell.numerator ?? cell.value ?? undefined;
		case 'value':
			return cell.value ?? undefined;
	}
}

export const emptyCell = (area: string, breakdown = EVERYONE): EntryCell => ({
	area,
	breakdown,
	state: null,
	numerator: null,
	denominator: null,
	value: null,
	provisional: false,
	estimated: false,
	note: null,
	jumpReason: null
});

/** A share that came from a publisher as a percentage alone; officers never enter one. */
export const isWithoutCounts = ({ numerator, denominator, value }: EntryCell): boolean =>
	numerator === null && denominator === null && value !== null;
