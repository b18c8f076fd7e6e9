import { rate, wilson } from '../stats/interval.ts';
import { valueOf, type EntryCell, type EntryRule } from './cell.ts';

// The figure that a cell becomes: value, 95% limits and whether its base is too small to judge. The
// browser shows it while somebody types, the server stores it at publication: one function for both.

export interface MadeFigure {
	readonly value: number;
	readonly lower: number | null;
	readonly upper: number | null;
	readonly smallBase: boolean;
}

/** Shares of fewer people than this are shown without a judgement. */
export const SMALL_BASE = 20;

/** Undefined while the value cannot be worked out. */
export function figureOf(
	cell: EntryCell,
	rule: EntryRule,
	intervalMethod: string
): MadeFigure | undefined {
	const value = valueOf(cell, rule);
	if (value === undefined) return undefined;
	const smallBase =
		rule.form === 'share' && rule.valueKind === 'percent' && (cell.denominator ?? 0) < SMALL_BASE;
	return { value, ...limitsOf(cell, rule, intervalMethod), smallBase };
}

function limitsOf(
	{ numerator, denominator }: EntryCell,
	{ form, multiplier }: EntryRule,
	method: string
): { lower: number | null; upper: number | null } {
	if (form === 'share' && method === 'wilson') {
		const found = wilson(numerator, denominator);
		if (found) return { lower: found.lower * multiplier, upper: found.upper * multiplier };
	}
	if (form === 'share' && method === 'byars') {
		const found = rate(numerator, denominator, multiplier);
		if (found) return { lower: found.lower, upper: found.upper };
	}
	return { lower: null, upper: null };
}
