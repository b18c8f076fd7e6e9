// Tables of counts made safe to publish: the small cells, and as many others as it takes.
import { exposed, type Known, type Range, ranges } from './attacker.ts';
import { dear, isSafe, protect } from './protect.ts';
import { isSmall, type Rule, type Table } from './rule.ts';
import { cell, columnTotal, grandTotal, ofTable, rowTotal, type System } from './system.ts';

/** What to hide of a two-way table; totals only when no pattern of inner cells is safe. */
export interface Suppression {
	suppressed: boolean[][];
	rowTotals: boolean[];
	columnTotals: boolean[];
	total: boolean;
}

/**
 * Hides a system's small cells and enough others that an attacker who knows all sums, the rule, and
 * which cells are small, cannot pin any hidden cell down. Order of choice: few and small cells, then
 * totals, then noughts, then everything: then nothing is left to reckon with. undefined when sums that
 * cannot be hidden give cells away whatever is hidden: do not publish.
 */
export function suppress(
	system: System,
	rule: Rule,
	isTotal: (name: string) => boolean
): Set<string> | undefined {
	const value = (name: string) => system.cells.get(name) ?? 0;
	const names = [...system.cells.keys()];
	const small = new Set(names.filter((name) => isSmall(value(name), rule)));
	if (small.size === 0) return small;
	const price = (name: string) => (isTotal(name) ? dear + value(name) : 1 + value(name));
	const noughtsStay = !rule.suppressZeros;
	const careful = attackerOf(small, rule, noughtsStay ? 1 : 0);
	const plain = attackerOf(small, rule, 0);
	const nonNought = (name: string) => (value(name) === 0 && noughtsStay ? undefined : price(name));
	const inner = (name: string) => (isTotal(name) ? undefined : nonNought(name));
	return (
		protect(system, small, { price: inner, known: careful }) ??
		protect(system, small, { price: nonNought, known: careful }) ??
		protect(system, small, { price, known: plain }) ??
		everything(system, plain)
	);
}

const everything = (system: System, known: Known): Set<string> | undefined => {
	const all = new Set(system.cells.keys());
	const nothingPublished = system.sums.every((sum) => sum.total !== undefined);
	return nothingPublished || isSafe(system, all, known) ? all : undefined;
};

/** A small cell is known to be small, unless the rule leaves it one value only; any other hidden cell to be at least `least`. */
const attackerOf =
	(small: ReadonlySet<string>, { threshold, suppressZeros }: Rule, least: number): Known =>
	(name) => {
		if (!small.has(name)) return { lower: least, upper: Infinity };
		const lower = suppressZeros ? 0 : 1;
		return { lower, upper: threshold - 1 > lower ? threshold - 1 : Infinity };
	};

/** Primary and secondary suppression of a two-way table with published totals. */
export function suppressTable(table: Table, rule: Rule): Suppression {
	const margins = new Set([
		...table.map((_, r) => rowTotal(r)),
		...(table[0] ?? []).map((_, c) => columnTotal(c)),
		grandTotal
	]);
	const system = ofTable(table);
	const hidden =
		suppress(system, rule, (name) => margins.has(name)) ?? new Set(system.cells.keys());
	return {
		suppressed: table.map((row, r) => row.map((_, c) => hidden.has(cell(r, c)))),
		rowTotals: table.map((_, r) => hidden.has(rowTotal(r))),
		columnTotals: (table[0] ?? []).map((_, c) => hidden.has(columnTotal(c))),
		total: hidden.has(grandTotal)
	};
}

/** The attacker's ranges for a two-way table with all totals published, by "row,column". */
export function auditTable(
	table: Table,
	suppressed: readonly (readonly boolean[])[],
	known?: Known
): { intervals: Record<string, Range>; exactDisclosure: string[] } {
	const hidden = new Set(
		suppressed.flatMap((row, r) => row.flatMap((is, c) => (is ? [cell(r, c)] : [])))
	);
	const found = ranges(ofTable(table), hidden, known);
	return { intervals: Object.fromEntries(found), exactDisclosure: exposed(found).sort() };
}
