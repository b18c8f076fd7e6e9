import { SMALL_COUNT } from '../../domain/disclosure/gate.ts';
import type { EntryCell, EntryRule } from '../../domain/entry/cell.ts';

// The audit keeps what was changed from what to what, for ever and for other readers than the return's:
// small counts of people are not told there.

export function masked(cell: EntryCell, rule: EntryRule): Record<string, unknown> {
	const { area: _, breakdown: __, ...rest } = cell;
	if (rule.disclosureRule !== 'people') return rest;
	const { numerator, denominator, value } = cell;
	const isSmall = [numerator, value].some(isHidden) || isHidden(remainder(cell));
	return isSmall
		? { ...rest, numerator: told(numerator, isSmall), denominator, value: told(value, isSmall) }
		: rest;
}

const remainder = ({ numerator, denominator }: EntryCell): number | null =>
	numerator === null || denominator === null ? null : denominator - numerator;
const isHidden = (count: number | null): boolean =>
	count !== null && count > 0 && count <= SMALL_COUNT;
const told = (count: number | null, isSmall: boolean): string | null =>
	count === null ? null : isSmall ? 'not recorded: small' : String(count);
