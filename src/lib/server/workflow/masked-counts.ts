import { isOfFew, type Rule } from '../../domain/disclosure/rule.ts';
import type { EntryCell } from '../../domain/entry/cell.ts';

// The audit keeps what was changed from what to what, for ever and for other readers than the return's:
// counts of so few people that readers do not see them are not told there.

/** @param hides what is too small to be shown; null where no people are counted */
export function masked(cell: EntryCell, hides: Rule | null): Record<string, unknown> {
	const { area: _, breakdown: __, ...rest } = cell;
	const { numerator, denominator, value } = cell;
	if (hides === null || !isOfFew(numerator ?? value, denominator, hides)) return rest;
	return { ...rest, numerator: untold(numerator), value: untold(value) };
}

const untold = (count: number | null): string | null =>
	count === null ? null : 'not recorded: small';
