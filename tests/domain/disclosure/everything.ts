// An attacker that knows nothing of linear programmes: tries every table of whole numbers.
import { membersOf } from '../../../src/lib/domain/disclosure/attacker.ts';
import type { System } from '../../../src/lib/domain/disclosure/system.ts';

/** Every value that each hidden cell takes in some table that agrees with all that is published. */
export function possibleValues(
	system: System,
	hidden: ReadonlySet<string>,
	candidates: (name: string) => readonly number[]
): Map<string, Set<number>> {
	const names = [...hidden];
	const place = new Map(names.map((name, i) => [name, i]));
	const found = new Map(names.map((name) => [name, new Set<number>()]));
	const trial = new Map(system.cells);
	// A sum is checked as soon as the last of its hidden cells has a value.
	const due = names.map((_, i) =>
		system.sums.filter(
			(sum) => Math.max(...membersOf(sum).map((member) => place.get(member) ?? -1)) === i
		)
	);
	const target = new Map(
		system.sums.map((sum) => [sum, sum.parts.reduce((a, p) => a + (system.cells.get(p) ?? 0), 0)])
	);
	const agrees = (i: number) =>
		(due[i] ?? []).every((sum) => {
			const parts = sum.parts.reduce((a, p) => a + (trial.get(p) ?? 0), 0);
			return parts === (sum.total === undefined ? target.get(sum) : trial.get(sum.total));
		});
	const fill = (i: number) => {
		const name = names[i];
		if (name === undefined) {
			for (const each of names) found.get(each)?.add(trial.get(each) ?? 0);
			return;
		}
		for (const value of candidates(name)) {
			trial.set(name, value);
			if (agrees(i)) fill(i + 1);
		}
	};
	fill(0);
	return found;
}

export const upTo = (most: number, from = 0): number[] =>
	Array.from({ length: most - from + 1 }, (_, i) => from + i);
