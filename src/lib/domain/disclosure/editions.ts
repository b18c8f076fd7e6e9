// What a reader can learn by putting publications side by side: this edition and the last, one geography
// and another, a total and the same total without one part.
import { type Maybe, isNumber } from '../number.ts';
import { exposed, type Known, ranges } from './attacker.ts';
import { isSmall, type Rule } from './rule.ts';
import { joined, type System } from './system.ts';

/** One publication: its cells and sums, and the cells it hid. */
export interface Edition {
	system: System;
	hidden: ReadonlySet<string>;
}

/**
 * Hidden cells that all publications together give away, sorted. A cell that any of them shows is
 * known. The same cell has the same name everywhere; a revised figure is another cell (give it
 * another name).
 */
export function exposedTogether(editions: readonly Edition[], known?: Known): string[] {
	const system = joined(editions.map((edition) => edition.system));
	const shown = new Set(
		editions.flatMap(({ system: { cells }, hidden }) =>
			[...cells.keys()].filter((name) => !hidden.has(name))
		)
	);
	const everHidden = new Set(editions.flatMap((edition) => [...edition.hidden]));
	const secret = new Set([...everHidden].filter((name) => !shown.has(name)));
	const given = [...everHidden].filter((name) => shown.has(name));
	return [...given, ...exposed(ranges(system, secret, known))].sort();
}

/**
 * Places where the difference of two published figures is itself a small count: successive editions of
 * one figure, a running total and the next, a whole and the whole without one part.
 */
export function smallDifferences(
	earlier: readonly Maybe[],
	later: readonly Maybe[],
	rule: Rule
): number[] {
	return earlier.flatMap((before, i) => {
		const after = later[i];
		if (!isNumber(before) || !isNumber(after) || before === after) return [];
		return isSmall(Math.abs(after - before), rule) ? [i] : [];
	});
}

/** Periods whose own small count a published running total gives away: from the second on. */
export const smallSteps = (runningTotal: readonly Maybe[], rule: Rule): number[] =>
	smallDifferences(runningTotal.slice(0, -1), runningTotal.slice(1), rule).map((i) => i + 1);

/**
 * Gaps in a list with a published total that can be filled in: a single gap, or all of them when
 * nothing is left for them. By place from 0.
 */
export function totalsLeak(
	published: readonly Maybe[],
	total: number
): { recoverable: Record<number, number> } {
	const gaps = published.flatMap((value, i) => (isNumber(value) ? [] : [i]));
	const left = total - published.filter(isNumber).reduce((a, b) => a + b, 0);
	if (gaps.length !== 1 && left !== 0) return { recoverable: {} };
	return { recoverable: Object.fromEntries(gaps.map((i) => [i, left])) };
}
