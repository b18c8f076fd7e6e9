// Which cells to hide beside those that must be: the cheapest pattern that an attacker cannot undo.
// The system falls apart wherever everything between two cells is known, and each part is small.
import type { Known, Range } from './attacker.ts';
import { membersOf } from './attacker.ts';
import type { Ledger } from './ledger.ts';
import { dear, isSafe, protect } from './protect.ts';
import type { Rule } from './rule.ts';
import type { Sum, System } from './system.ts';

export interface Choice {
	/** Cells that are hidden already. */
	hidden: ReadonlySet<string>;
	/** Cells that an earlier publication showed. */
	known: ReadonlySet<string>;
	/** What the attacker knows of hidden cells beforehand. */
	bounds: ReadonlyMap<string, Range>;
	rule: Rule;
}

/** All cells to hide, and those of parts that no pattern protects. */
export function choose(
	{ system, smallRests }: Ledger,
	choice: Choice
): { hidden: Set<string>; unprotected: Set<string> } {
	const hidden = new Set(choice.hidden);
	const unprotected = new Set<string>();
	const secret = new Set([...choice.hidden, ...smallRests]);
	for (const part of partsOf(system, choice.known)) {
		const names = [...part.cells.keys()];
		const inPart = new Set(names.filter((name) => secret.has(name)));
		if (inPart.size === 0) continue;
		const found = protectPart(part, inPart, choice);
		// What was shown before is known, and stays.
		const all = names.filter((name) => !choice.known.has(name));
		for (const name of found ?? all) hidden.add(name);
		if (!found) for (const name of all) unprotected.add(name);
	}
	return { hidden, unprotected };
}

/** Order of choice as in suppress.ts: few and small cells, then totals, then noughts, then everything. */
function protectPart(
	part: System,
	secret: ReadonlySet<string>,
	choice: Choice
): Set<string> | undefined {
	const value = (name: string) => part.cells.get(name) ?? 0;
	const totals = new Set(part.sums.map(({ total }) => total));
	const open = (name: string) => !choice.known.has(name) && !name.startsWith('rest of ');
	const price = (name: string) =>
		open(name) ? (totals.has(name) ? dear : 1) + value(name) : undefined;
	const noughtsStay = !choice.rule.suppressZeros;
	const nonNought = (name: string) => (noughtsStay && value(name) === 0 ? undefined : price(name));
	const inner = (name: string) => (totals.has(name) ? undefined : nonNought(name));
	const careful = attackerOf(part, choice, noughtsStay ? 1 : 0);
	const plain = attackerOf(part, choice, 0);
	const everything = new Set([...secret, ...[...part.cells.keys()].filter(open)]);
	return (
		protect(part, secret, { price: inner, known: careful }) ??
		protect(part, secret, { price: nonNought, known: careful }) ??
		protect(part, secret, { price, known: plain }) ??
		(isSafe(part, everything, plain) ? everything : undefined)
	);
}

/** An attacker who knows why each small cell is hidden; a range of one value would be no range. */
function attackerOf({ cells }: System, { bounds, rule }: Choice, least: number): Known {
	const rest = { lower: 1, upper: rule.threshold - 1 };
	return (name) => {
		const range = bounds.get(name) ?? (name.startsWith('rest of ') ? rest : undefined);
		const value = cells.get(name) ?? 0;
		if (!range) return { lower: Math.min(least, value), upper: Infinity };
		return range.upper > range.lower ? range : { lower: range.lower, upper: Infinity };
	};
}

/** Sums that hang together by cells that are not known, with all of their cells. */
function partsOf(system: System, known: ReadonlySet<string>): System[] {
	const sumsOf = new Map<string, Sum[]>();
	for (const sum of system.sums) {
		for (const name of membersOf(sum)) sumsOf.set(name, [...(sumsOf.get(name) ?? []), sum]);
	}
	const seen = new Set<Sum>();
	return system.sums.flatMap((start) => {
		if (seen.has(start)) return [];
		seen.add(start);
		const sums = [start];
		for (const sum of sums) {
			for (const name of membersOf(sum).filter((member) => !known.has(member))) {
				for (const next of sumsOf.get(name) ?? []) {
					if (!seen.has(next)) sums.push(next);
					seen.add(next);
				}
			}
		}
		const names = new Set(sums.flatMap(membersOf));
		return [
			{ sums, cells: new Map([...names].map((name) => [name, system.cells.get(name) ?? 0])) }
		];
	});
}
