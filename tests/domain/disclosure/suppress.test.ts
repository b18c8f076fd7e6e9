import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exposed, ranges } from '../../../src/lib/domain/disclosure/attacker.ts';
import type { Rule, Table } from '../../../src/lib/domain/disclosure/rule.ts';
import {
	auditTable,
	suppress,
	suppressTable,
	type Suppression
} from '../../../src/lib/domain/disclosure/suppress.ts';
import {
	cell,
	columnTotal,
	grandTotal,
	ofTable,
	rowTotal,
	type System
} from '../../../src/lib/domain/disclosure/system.ts';
import { possibleValues, upTo } from './everything.ts';

const usual: Rule = { threshold: 5, suppressZeros: false };
const small = fc.constantFrom(0, 0, 1, 2, 3, 4, 5, 6, 7, 8);
const tables = fc
	.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
	.chain(([rows, columns]) =>
		fc.array(fc.array(small, { minLength: columns, maxLength: columns }), {
			minLength: rows,
			maxLength: rows
		})
	);

describe('suppression never leaves an exact disclosure', () => {
	it('not even to an attacker who tries every table and knows which cells are small', () => {
		fc.assert(
			fc.property(tables, fc.boolean(), (table, suppressZeros) => {
				const rule = { ...usual, suppressZeros };
				const system = ofTable(table);
				const hidden = hiddenOf(suppressTable(table, rule));
				const values = possibleValues(system, hidden, (name) => guesses(system, name, rule));
				for (const name of hidden) expect(values.get(name)?.size, name).toBeGreaterThan(1);
			}),
			{ numRuns: 60 }
		);
	});

	it('every small cell is hidden, and nothing is hidden of a table without one', () => {
		fc.assert(
			fc.property(tables, (table) => {
				const { suppressed } = suppressTable(table, usual);
				table.forEach((row, r) =>
					row.forEach((count, c) => {
						if (count > 0 && count < 5) expect(suppressed[r]?.[c]).toBe(true);
					})
				);
				const large = table.map((row) => row.map((count) => (count === 0 ? 0 : count + 5)));
				expect(hiddenOf(suppressTable(large, usual)).size).toBe(0);
			}),
			{ numRuns: 60 }
		);
	});

	it('in larger tables the programme finds nothing, nor with the usual symbol for all gaps', () => {
		const count = fc.nat(40);
		const large = fc.array(fc.array(count, { minLength: 5, maxLength: 5 }), {
			minLength: 8,
			maxLength: 8
		});
		fc.assert(
			fc.property(large, (table) => {
				const hidden = hiddenOf(suppressTable(table, usual));
				expect(exposed(ranges(ofTable(table), hidden))).toEqual([]);
			}),
			{ numRuns: 15 }
		);
	});
});

describe('two linked tables and two geographies', () => {
	// Three wards by two ages, and the same people by two localities: A and B make up the north.
	const counts = fc.tuple(...Array.from({ length: 6 }, () => small));

	it('are protected together', () => {
		fc.assert(
			fc.property(counts, (values) => {
				const system = linked(values);
				const hidden = suppress(system, usual, (name) => name.includes('all')) ?? new Set<string>();
				expect(hidden.size > 0).toBe([...system.cells.values()].some((v) => v > 0 && v < 5));
				const found = possibleValues(system, hidden, (name) => guesses(system, name, usual));
				for (const name of hidden) expect(found.get(name)?.size, name).toBeGreaterThan(1);
			}),
			{ numRuns: 40 }
		);
	});
});

describe('the attacker finds what the exhaustive one finds', () => {
	it('ranges of two-way tables', () => {
		const pattern = fc.array(fc.boolean(), { minLength: 9, maxLength: 9 });
		fc.assert(
			fc.property(tables, pattern, (table, gaps) => {
				const suppressed = table.map((row, r) => row.map((_, c) => gaps[r * 3 + c] ?? false));
				const hidden = new Set(
					suppressed.flatMap((row, r) => row.flatMap((is, c) => (is ? [cell(r, c)] : [])))
				);
				const values = possibleValues(ofTable(table), hidden, () => upTo(24));
				for (const [name, { lower, upper }] of Object.entries(
					auditTable(table, suppressed).intervals
				)) {
					const all = [...(values.get(name) ?? [])];
					expect([lower, upper], name).toEqual([Math.min(...all), Math.max(...all)]);
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('whole numbers, where fractions would leave room (three sums of two)', () => {
		const cells = new Map(Object.entries({ a: 1, b: 1, c: 1 }));
		const sums = [{ parts: ['a', 'b'] }, { parts: ['b', 'c'] }, { parts: ['a', 'c'] }];
		expect(exposed(ranges({ cells, sums }, new Set(['a', 'b', 'c'])))).toEqual(['a', 'b', 'c']);
	});

	it('a hidden cell in no sum at all is safe, one with a hidden total has no upper end', () => {
		const cells = new Map(Object.entries({ lone: 3, a: 2, total: 2 }));
		const sums = [{ parts: ['a'], total: 'total' }];
		const found = ranges({ cells, sums }, new Set(['lone', 'a', 'total']));
		expect(found.get('lone')).toEqual({ lower: 0, upper: Infinity });
		expect(found.get('a')).toEqual({ lower: 0, upper: Infinity });
	});
});

it('sums that cannot be hidden and give a cell away: no answer, do not publish', () => {
	const system = { cells: new Map([['a', 3]]), sums: [{ parts: ['a'] }] };
	expect(suppress(system, usual, () => false)).toBeUndefined();
});

it('a rule that hides ones only is not undone by knowing the rule', () => {
	const found = suppressTable(
		[
			[1, 20],
			[30, 40]
		],
		{ threshold: 2, suppressZeros: false }
	);
	expect(found.suppressed.flat()).toEqual([true, true, true, true]);
	expect(found.total).toBe(false);
});

it('a ragged table is a programmer error', () => {
	expect(() => suppressTable([[1, 2], [3]], usual)).toThrow(RangeError);
});

it.each<[string, Table, number]>([
	[
		'one small cell in the middle of large ones needs three more',
		[
			[2, 20],
			[30, 40]
		],
		4
	],
	['a lone cell takes its totals with it', [[3]], 4],
	['an empty table hides nothing', [], 0]
])('%s', (_, table, hidden) => {
	expect(hiddenOf(suppressTable(table, usual)).size).toBe(hidden);
});

/** What the strongest attacker would try for a hidden cell. */
function guesses(system: System, name: string, { threshold, suppressZeros }: Rule): number[] {
	const value = system.cells.get(name) ?? 0;
	const isSmall = value < threshold && (value > 0 || suppressZeros);
	return isSmall ? upTo(threshold - 1, suppressZeros ? 0 : 1) : upTo(value + 4);
}

function hiddenOf({ suppressed, rowTotals, columnTotals, total }: Suppression): Set<string> {
	return new Set([
		...suppressed.flatMap((row, r) => row.flatMap((is, c) => (is ? [cell(r, c)] : []))),
		...rowTotals.flatMap((is, r) => (is ? [rowTotal(r)] : [])),
		...columnTotals.flatMap((is, c) => (is ? [columnTotal(c)] : [])),
		...(total ? [grandTotal] : [])
	]);
}

function linked([ay = 0, ao = 0, by = 0, bo = 0, cy = 0, co = 0]: number[]): System {
	const cells = new Map(
		Object.entries({
			ay,
			ao,
			by,
			bo,
			cy,
			co,
			'north y': ay + by,
			'north o': ao + bo,
			'all a': ay + ao,
			'all b': by + bo,
			'all c': cy + co,
			'all y': ay + by + cy,
			'all o': ao + bo + co
		})
	);
	const sums = [
		{ parts: ['ay', 'ao'], total: 'all a' },
		{ parts: ['by', 'bo'], total: 'all b' },
		{ parts: ['cy', 'co'], total: 'all c' },
		{ parts: ['ay', 'by'], total: 'north y' },
		{ parts: ['ao', 'bo'], total: 'north o' },
		{ parts: ['north y', 'cy'], total: 'all y' },
		{ parts: ['north o', 'co'], total: 'all o' }
	];
	return { cells, sums };
}
