import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { exposed, ranges } from '../../../src/lib/domain/disclosure/attacker.ts';
import {
	type Edition,
	exposedTogether,
	smallSteps
} from '../../../src/lib/domain/disclosure/editions.ts';
import type { Protection } from '../../../src/lib/domain/disclosure/gate.ts';
import { cellOf, type CountRow, ledger } from '../../../src/lib/domain/disclosure/ledger.ts';
import { release } from '../../../src/lib/domain/disclosure/release.ts';
import { seal } from '../../../src/lib/domain/disclosure/seal.ts';
import type { Structure } from '../../../src/lib/domain/disclosure/structure.ts';

// Many linear programmes: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000 });

// A borough of two localities and three wards (C lies in both, by best fit in the north); two sexes.
const structure: Structure = {
	areas: [
		{ whole: 'borough', parts: ['north', 'south'] },
		{ whole: 'borough', parts: ['A', 'B', 'C'] }
	],
	breakdowns: [{ whole: 'all', parts: ['f', 'm'] }],
	periods: [{ whole: 'Q1-Q2', parts: ['Q1'] }]
};
const rule = { threshold: 5, suppressZeros: false };
const FIRST = '2026-01-01';
const SECOND = '2026-04-01';
const THIRD = '2026-07-01';

/** Counts by ward and sex, summed to localities, borough and both sexes; `lost` have no ward. */
function table(counts: readonly number[], { lost = 0, period = 'Q1' } = {}): CountRow[] {
	const at = (ward: number, sex: number) => counts[ward * 2 + sex] ?? 0;
	const sums: Record<string, number[]> = {
		A: [at(0, 0), at(0, 1)],
		B: [at(1, 0), at(1, 1)],
		C: [at(2, 0), at(2, 1)],
		north: [at(0, 0) + at(2, 0), at(0, 1) + at(2, 1)],
		south: [at(1, 0), at(1, 1)],
		borough: [at(0, 0) + at(1, 0) + at(2, 0) + lost, at(0, 1) + at(1, 1) + at(2, 1)]
	};
	return Object.entries(sums).flatMap(([area, [f = 0, m = 0]]) =>
		Object.entries({ f, m, all: f + m }).map(([breakdown, count]) =>
			row({ area, breakdown, period, count })
		)
	);
}

let last = 0;
const row = (given: Partial<CountRow>): CountRow => ({
	id: ++last,
	area: 'borough',
	period: 'Q1',
	breakdown: 'all',
	count: null,
	base: null,
	heldFrom: FIRST,
	heldTo: null,
	protection: null,
	isBarred: false,
	...given
});

function publish(rows: readonly CountRow[], given = rule) {
	const { marks, withheld } = release(rows.map(seal), structure, given);
	const decided = rows.map((one) => ({
		...one,
		protection: one.protection ?? marks.get(one.id) ?? null
	}));
	return { decided, withheld };
}

/** The next edition: rows with another count are replaced, the rest stay. */
function revise(rows: readonly CountRow[], next: readonly CountRow[], at = SECOND): CountRow[] {
	const counts = new Map(next.map((one) => [placeOf(one), one.count]));
	return rows.flatMap((old) => {
		const count = counts.get(placeOf(old)) ?? null;
		if (old.heldTo !== null || count === old.count) return [old];
		const revised = { ...old, id: ++last, count, heldFrom: at, protection: null };
		return [{ ...old, heldTo: at }, revised];
	});
}

const placeOf = ({ area, period, breakdown }: CountRow) => `${area} ${period} ${breakdown}`;
const shown = ({ protection }: CountRow) => protection === 'shown';
const heldAt = (rows: readonly CountRow[], at: string) =>
	rows.filter(({ heldFrom, heldTo }) => heldFrom <= at && (heldTo === null || heldTo > at));

/** One edition as its readers see it, for the audit: nothing in it comes from the decision. */
function edition(rows: readonly CountRow[], at: string): Edition {
	const held = heldAt(rows, at);
	const { system, smallRests } = ledger(
		held.map((one) => ({ ...one, heldFrom: FIRST, heldTo: null })),
		{ structure, rule },
		'count'
	);
	const hidden = held.filter((one) => !shown(one)).map((one) => cellOf(one, 'count'));
	return { system, hidden: new Set([...hidden, ...smallRests]) };
}

const small = fc.constantFrom(0, 0, 1, 2, 3, 4, 5, 6, 9, 14, 30);
const counts = fc.array(small, { minLength: 6, maxLength: 6 });

describe('a first publication', () => {
	it('gives no hidden count away: places in two geographies, sexes, and those without a postcode', () => {
		fc.assert(
			fc.property(counts, fc.constantFrom(0, 0, 2, 7), (values, lost) => {
				const { decided } = publish(table(values, { lost }));
				expect(exposedTogether([edition(decided, FIRST)])).toEqual([]);
			}),
			{ numRuns: 40 }
		);
	});

	it('shows no count from 1 to 4, hides each as primary, and hides nothing where none is small', () => {
		fc.assert(
			fc.property(counts, (values) => {
				const { decided } = publish(table(values));
				for (const { count, protection } of decided) {
					const isSmall = count !== null && count > 0 && count < 5;
					expect(protection === 'primary').toBe(isSmall);
				}
				const large = publish(table(values.map((value) => (value === 0 ? 0 : value + 5))));
				expect(large.decided.every(shown)).toBe(true);
			}),
			{ numRuns: 80 }
		);
	});

	it('noughts are hidden only where the owner forbids them', () => {
		const noughts = table([0, 20, 30, 40, 50, 60]);
		const zero = (rows: CountRow[]) => rows.filter(({ count }) => count === 0);
		expect(zero(publish(noughts).decided).every(shown)).toBe(true);
		expect(zero(publish(noughts, { ...rule, suppressZeros: true }).decided).some(shown)).toBe(
			false
		);
	});

	it('a group that is never shown below the borough cannot be worked out from the others', () => {
		const rows = table([30, 40, 50, 60, 70, 80]).map((one) => ({
			...one,
			isBarred: one.breakdown === 'f' && one.area !== 'borough'
		}));
		const { decided } = publish(rows);
		expect(decided.filter(({ isBarred }) => isBarred).some(shown)).toBe(false);
		expect(exposedTogether([edition(decided, FIRST)])).toEqual([]);
	});
});

describe('shares', () => {
	const share = (area: string, count: number, base: number) => row({ area, count, base });

	it('are hidden with a small count, a small complement or a small denominator, and with protectors', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(small, small), { minLength: 3, maxLength: 3 }), (pairs) => {
				const wards = pairs.map(([x, rest], i) => share('ABC'[i] ?? '', x, x + rest));
				const sum = (pick: (one: CountRow) => number | null) =>
					wards.reduce((total, one) => total + (pick(one) ?? 0), 0);
				const { decided } = publish([
					...wards,
					share(
						'borough',
						sum((w) => w.count),
						sum((w) => w.base)
					)
				]);
				for (const one of decided.filter(shown)) {
					const complement = (one.base ?? 0) - (one.count ?? 0);
					expect([one.count, complement].some((n) => n !== null && n > 0 && n < 5)).toBe(false);
					expect(one.base).toBeGreaterThanOrEqual(5);
				}
				for (const quantity of ['count', 'base'] as const) {
					const { system } = ledger(decided, { structure, rule }, quantity);
					const hidden = new Set(decided.filter((d) => !shown(d)).map((d) => cellOf(d, quantity)));
					const visible = new Set(decided.filter(shown).map((d) => cellOf(d, quantity)));
					const secret = new Set([...hidden].filter((name) => !visible.has(name)));
					expect(exposed(ranges(system, secret)), quantity).toEqual([]);
				}
			}),
			{ numRuns: 60 }
		);
	});
});

describe('a second edition', () => {
	it('joined with the first gives no hidden count of either away, unless it is withheld', () => {
		fc.assert(
			fc.property(
				counts,
				counts,
				fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
				(one, two, change) => {
					const first = publish(table(one)).decided;
					const next = table(one.map((value, i) => (change[i] ? (two[i] ?? 0) : value)));
					const { decided, withheld } = publish(revise(first, next));
					const both = [edition(decided, FIRST), edition(decided, SECOND)];
					if (withheld.length === 0) expect(exposedTogether(both)).toEqual([]);
					for (const id of withheld)
						expect(shown(decided.find((d) => d.id === id) ?? row({}))).toBe(false);
				}
			),
			{ numRuns: 25 }
		);
	});

	it('what one edition decided stays: shown is shown, hidden is hidden, also when published again', () => {
		fc.assert(
			fc.property(counts, counts, (one, two) => {
				const first = publish(table(one)).decided;
				const second = publish(revise(first, table(two))).decided;
				const later = publish(revise(second, table(one), THIRD)).decided;
				for (const old of first) {
					const same = later.filter((d) => cellOf(d, 'count') === cellOf(old, 'count'));
					expect(new Set(same.map(shown))).toEqual(new Set([shown(old)]));
				}
			}),
			{ numRuns: 10 }
		);
	});

	it('a ward that falls to a small count takes the totals that would give it away', () => {
		const first = publish(table([20, 30, 40, 50, 60, 70])).decided;
		const { decided } = publish(revise(first, table([3, 30, 40, 50, 60, 70])));
		const now = heldAt(decided, SECOND);
		const hidden = now
			.filter((d) => !shown(d))
			.map(({ area, breakdown }) => `${area} ${breakdown}`);
		expect(hidden).toEqual(expect.arrayContaining(['A f', 'A all', 'borough f', 'borough all']));
		expect(hidden).not.toContain('B f');
	});
});

it('a running total is hidden where its step from the last one is small', () => {
	fc.assert(
		fc.property(fc.integer({ min: 5, max: 60 }), fc.nat(12), (start, step) => {
			const rows = [row({ count: start }), row({ period: 'Q1-Q2', count: start + step })];
			const published = publish(rows).decided.map((one) => (shown(one) ? one.count : null));
			expect(smallSteps(published, rule)).toEqual([]);
			expect(published.includes(null)).toBe(step > 0 && step < 5);
		})
	);
});

it('a small step from a total already published is withheld from the second edition', () => {
	const first = publish([row({ count: 40 })]).decided;
	const { decided } = publish([...first, row({ period: 'Q1-Q2', count: 42, heldFrom: SECOND })]);
	expect(decided.map((one) => one.protection)).toEqual<Protection[]>(['shown', 'secondary']);
});

it('a figure replaced before it was ever published tells nobody anything', () => {
	const draft = row({ area: 'A', count: 3, heldTo: SECOND });
	const { marks } = release(
		[draft, row({ area: 'A', count: 30, heldFrom: SECOND })].map(seal),
		structure,
		rule
	);
	expect([...marks.values()]).toEqual(['shown']);
});
