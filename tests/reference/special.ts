// Checks of answers that are not one number: permutation p-values and properties.
import type { Adapter } from './adapter.ts';
import type { Case } from './harness.ts';

/**
 * Permutation p-values agree within four standard errors of both simulations; one area, or one in a
 * hundred, may miss.
 */
export function checkMonteCarlo({ expected, input, mc }: Case, got: unknown): string[] {
	const permutations = Number(input.permutations);
	const p = (got as { p: (number | null)[] }).p;
	const reference: (number | null)[] = expected.p;
	const misses = reference.flatMap((e, i) => {
		const g = p[i] ?? null;
		if (e === null || g === null) return e === g ? [] : [`[${i}] null on one side only`];
		const allowed = tolerance(e, permutations, mc?.referenceB ?? null, mc?.sided ?? 2);
		return Math.abs(g - e) <= allowed ? [] : [`p[${i}] ${g} against ${e}`];
	});
	const tested = reference.filter((e) => e !== null).length;
	const few = misses.length <= Math.max(1, Math.floor(tested / 100));
	return few && !misses.some((miss) => miss.includes('null')) ? [] : misses;
}

function tolerance(p: number, permutations: number, referenceB: number | null, sided: number) {
	const q = Math.min(1, p / sided);
	const variance = Math.max(q * (1 - q), 1 / permutations);
	const both = 1 / permutations + (referenceB ? 1 / referenceB : 0);
	return sided * 4 * Math.sqrt(variance * both) + 2 / (permutations + 1);
}

/** Suppression keeps its primary cells, is safe and frugal; other functions state a range and a sum. */
export function checkProperty(one: Case, got: unknown, adapter: Adapter): string[] {
	if (one.fn === 'suppressTable') return checkSuppression(one, got as Suppressed, adapter);
	const { maxClasses, each, sum } = one.expected;
	if (maxClasses !== undefined) {
		const { upper } = got as { upper: number[] };
		const distinct = new Set(upper).size === upper.length;
		return upper.length <= maxClasses && distinct ? [] : ['too many or equal classes'];
	}
	const values = (got as { values: number[] }).values;
	const inRange = values.every((value) => value >= each[0] && value <= each[1]);
	const total = values.reduce((a, b) => a + b, 0);
	const again = JSON.stringify(adapter[one.fn]?.(one.input)) === JSON.stringify(got);
	return inRange && total === sum && again ? [] : ['sum, range or repeatability'];
}

interface Suppressed {
	suppressed: number[][];
	suppressedRowTotals?: unknown;
	suppressedColTotals?: unknown;
}

function checkSuppression({ expected, input }: Case, got: Suppressed, adapter: Adapter): string[] {
	const primary: number[][] = expected.primary;
	const cells = primary.flatMap((row, r) =>
		row.map((is, c) => ({ is, hidden: got.suppressed[r]?.[c] }))
	);
	const problems = cells
		.filter(({ is, hidden }) => is && !hidden)
		.map(() => 'a small cell is open');
	const extra = cells.filter(({ is, hidden }) => !is && hidden).length;
	if (!got.suppressedRowTotals && !got.suppressedColTotals) {
		const audit = adapter.auditSuppression?.({ table: input.table, suppressed: got.suppressed });
		const known = (audit as { exactDisclosure: string[] }).exactDisclosure;
		problems.push(...known.map((cell) => `recoverable: ${cell}`));
	}
	if (expected.feasible && extra > expected.maxExtraCells) problems.push(`${extra} further cells`);
	return problems;
}
