// Secondary suppression: which further cells to hide so that no hidden cell can be worked out. For each
// hidden cell it looks for the cheapest way to move it by one while every published sum still holds;
// the cells that move are hidden too. Kelly, Golden & Assad 1992. Small problems are then searched for
// fewer cells, and the result is always audited by the attacker's programme.
import { solve } from 'yalps';
import { exposed, type Known, membersOf, type Range, ranges } from './attacker.ts';
import type { System } from './system.ts';

export interface Protection {
	/** Cells that may be hidden, with the price of each; others stay published. */
	price: (name: string) => number | undefined;
	/** What the attacker is assumed to know of a hidden cell. */
	known: Known;
}

/** A larger pattern of further cells is not searched for exhaustively. */
const mostTrials = 1500;

/** The hidden cells with those added; undefined when no allowed pattern is safe. */
export function protect(
	system: System,
	primary: ReadonlySet<string>,
	protection: Protection
): Set<string> | undefined {
	const hidden = new Set(primary);
	for (let round = 0; round <= system.cells.size; round++) {
		const open = exposed(ranges(system, hidden, protection.known));
		if (open.length === 0) return smaller(system, primary, hidden, protection);
		const before = hidden.size;
		for (const name of open)
			for (const moved of cheapest(system, hidden, name, protection)) hidden.add(moved);
		if (hidden.size === before) return undefined;
	}
	return undefined;
}

/** True when no hidden cell is known exactly. */
export const isSafe = (system: System, hidden: ReadonlySet<string>, known: Known): boolean =>
	!hasLoneCell(system, hidden) && exposed(ranges(system, hidden, known)).length === 0;

/** A sum with one hidden member is solved without a programme. */
const hasLoneCell = ({ sums }: System, hidden: ReadonlySet<string>): boolean =>
	sums.some((sum) => membersOf(sum).filter((name) => hidden.has(name)).length === 1);

/** Cells that move when `goal` moves by one, up or down, whichever is cheaper. */
function cheapest(
	system: System,
	hidden: ReadonlySet<string>,
	goal: string,
	protection: Protection
): string[] {
	const ways = [1, -1].flatMap((by) => moving(system, hidden, goal, by, protection) ?? []);
	return ways.sort((a, b) => a.cost - b.cost)[0]?.names ?? [];
}

function moving(
	system: System,
	hidden: ReadonlySet<string>,
	goal: string,
	by: number,
	{ price, known }: Protection
): { cost: number; names: string[] } | undefined {
	const constraints = new Map<string, { equal?: number; max?: number }>();
	const variables = new Map<string, Map<string, number>>();
	const room = (name: string): Range => {
		const value = system.cells.get(name) ?? 0;
		const { lower, upper } = known(name);
		return { lower: value - lower, upper: upper - value };
	};
	for (const name of system.cells.keys()) {
		const cost = hidden.has(name) ? 0 : price(name);
		if (cost === undefined) continue;
		for (const [way, most] of [
			['+', room(name).upper],
			['-', room(name).lower]
		] as const) {
			variables.set(way + name, new Map([['cost', cost + 1e-4]]));
			if (most === Infinity) continue;
			constraints.set(`most ${way}${name}`, { max: Math.max(0, most) });
			variables.get(way + name)?.set(`most ${way}${name}`, 1);
		}
	}
	system.sums.forEach((sum, s) => {
		for (const name of membersOf(sum)) {
			const sign = name === sum.total ? -1 : 1;
			variables.get(`+${name}`)?.set(`sum ${s}`, sign);
			variables.get(`-${name}`)?.set(`sum ${s}`, -sign);
		}
		constraints.set(`sum ${s}`, { equal: 0 });
	});
	constraints.set('goal', { equal: by });
	variables.get(`+${goal}`)?.set('goal', 1);
	variables.get(`-${goal}`)?.set('goal', -1);
	const solved = solve({ direction: 'minimize', objective: 'cost', constraints, variables });
	if (solved.status !== 'optimal') return undefined;
	const names = solved.variables.filter(([, by]) => by > 1e-7).map(([name]) => name.slice(1));
	return { cost: solved.result, names: [...new Set(names)] };
}

/** Fewer or cheaper further cells: dearest dropped if still safe, then small patterns tried in full. */
function smaller(
	system: System,
	primary: ReadonlySet<string>,
	hidden: ReadonlySet<string>,
	{ price, known }: Protection
): Set<string> {
	const cost = (name: string) => price(name) ?? Infinity;
	const kept = new Set(hidden);
	const added = [...hidden].filter((name) => !primary.has(name));
	for (const name of added.sort((a, b) => cost(b) - cost(a))) {
		kept.delete(name);
		if (!isSafe(system, kept, known)) kept.add(name);
	}
	const candidates = [...system.cells.keys()].filter(
		(name) => !primary.has(name) && cost(name) < dear
	);
	for (let size = 0, trials = 0; size < kept.size - primary.size; size++) {
		trials += choose(candidates.length, size);
		if (trials > mostTrials) break;
		const found = combinations(candidates, size)
			.map((extra) => ({ extra, total: extra.reduce((a, name) => a + cost(name), 0) }))
			.sort((a, b) => a.total - b.total)
			.find(({ extra }) => isSafe(system, new Set([...primary, ...extra]), known));
		if (found) return new Set([...primary, ...found.extra]);
	}
	return kept;
}

/** Prices from here on are for cells that are hidden only when nothing else helps: totals. */
export const dear = 1e6;

function combinations(names: readonly string[], size: number): string[][] {
	if (size === 0) return [[]];
	return names.flatMap((name, i) =>
		combinations(names.slice(i + 1), size - 1).map((rest) => [name, ...rest])
	);
}

const choose = (n: number, k: number): number =>
	k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k;
