// The audit: what somebody with a linear programme can work out about the hidden cells from everything
// that is published. Run before anything is released; a cell whose range is one number is disclosed.
import { type Model, type Solution, solve } from 'yalps';
import type { Sum, System } from './system.ts';

/** The values that a hidden cell may have, as far as the attacker can tell; ends included. */
export interface Range {
	lower: number;
	upper: number;
}

/** What the attacker knows of a hidden cell beforehand: at least nought unless told otherwise. */
export type Known = (name: string) => Range;

const atLeastNought: Known = () => ({ lower: 0, upper: Infinity });

/**
 * Range of every hidden cell. Cells are whole numbers, and so are the ends. A programme that the solver
 * cannot finish counts as solved by the attacker. The attacker's problems of Fischetti & Salazar 2001.
 */
export function ranges(
	system: System,
	hidden: ReadonlySet<string>,
	known: Known = atLeastNought
): Map<string, Range> {
	const found = new Map<string, Range>();
	for (const part of components(system, hidden)) {
		for (const name of part.names) {
			found.set(name, {
				lower: extreme(system, part, name, 'minimize', known),
				upper: extreme(system, part, name, 'maximize', known)
			});
		}
	}
	return found;
}

/** Names of the hidden cells that are known exactly. */
export const exposed = (found: ReadonlyMap<string, Range>): string[] =>
	[...found].filter(([, { lower, upper }]) => lower === upper).map(([name]) => name);

/** Hidden cells that hang together, with the sums they occur in. */
interface Component {
	names: string[];
	sums: Sum[];
}

export function components(system: System, hidden: ReadonlySet<string>): Component[] {
	const sumsOf = new Map<string, Sum[]>();
	for (const sum of system.sums) {
		for (const name of membersOf(sum)) {
			if (hidden.has(name)) sumsOf.set(name, [...(sumsOf.get(name) ?? []), sum]);
		}
	}
	const seen = new Set<string>();
	return [...hidden].flatMap((start) => {
		if (seen.has(start)) return [];
		seen.add(start);
		const names = [start];
		const sums = new Set<Sum>();
		for (const name of names) {
			for (const sum of sumsOf.get(name) ?? []) {
				sums.add(sum);
				for (const other of membersOf(sum)) {
					if (hidden.has(other) && !seen.has(other)) names.push(other);
					if (hidden.has(other)) seen.add(other);
				}
			}
		}
		return [{ names, sums: [...sums] }];
	});
}

/** The cells of a sum, its total included. */
export const membersOf = ({ parts, total }: Sum): string[] =>
	total === undefined ? [...parts] : [...parts, total];

/** Smallest or largest value of a hidden cell. Variables are measured from their lower bound. */
function extreme(
	system: System,
	{ names, sums }: Component,
	goal: string,
	direction: 'minimize' | 'maximize',
	known: Known
): number {
	const value = (name: string) => system.cells.get(name) ?? 0;
	const hidden = new Set(names);
	const constraints = new Map<string, { equal?: number; max?: number }>();
	const variables = new Map(names.map((name) => [name, new Map<string, number>()]));
	sums.forEach((sum, s) => {
		const inside = membersOf(sum).filter((name) => hidden.has(name));
		const sign = (name: string) => (name === sum.total ? -1 : 1);
		const free = inside.map((name) => sign(name) * (value(name) - known(name).lower));
		constraints.set(`sum ${s}`, { equal: free.reduce((a, b) => a + b, 0) });
		for (const name of inside) variables.get(name)?.set(`sum ${s}`, sign(name));
	});
	for (const name of names) {
		const { lower, upper } = known(name);
		if (upper < Infinity) {
			constraints.set(`most ${name}`, { max: upper - lower });
			variables.get(name)?.set(`most ${name}`, 1);
		}
	}
	variables.get(goal)?.set('goal', 1);
	const model = { direction, objective: 'goal', constraints, variables };
	const solved = wholeNumbers(model);
	if (solved.status === 'unbounded') return Infinity;
	return solved.status === 'optimal' ? known(goal).lower + Math.round(solved.result) : value(goal);
}

/** The programme's solution if it is whole, as it always is for a two-way table; else the integer one. */
function wholeNumbers(model: Model): Solution {
	const relaxed = solve(model);
	const isWhole = relaxed.variables.every(([, x]) => Math.abs(x - Math.round(x)) < 1e-6);
	if (relaxed.status !== 'optimal' || isWhole) return relaxed;
	return solve({ ...model, integers: true }, { maxIterations: 2000 });
}
