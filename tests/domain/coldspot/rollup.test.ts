import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Label } from '../../../src/lib/domain/coldspot/recipe.ts';
import { labels } from '../../../src/lib/domain/coldspot/recipe.ts';
import { poisson, redrawn } from '../../../src/lib/domain/coldspot/redraw.ts';
import {
	agreement,
	changedLabels,
	type Rollup,
	rollup,
	rollupWords
} from '../../../src/lib/domain/coldspot/rollup.ts';
import type { StoredArea } from '../../../src/lib/domain/coldspot/stored.ts';
import { generator } from '../../../src/lib/domain/random.ts';
import { town } from './made-up.ts';

const stored = (area: string, label: Label): StoredArea => ({
	...{ area, label, score: 0, z: 0, p: 0.5, q: 0.5, confidence: null, heldShare: 0, edge: false },
	labelWithoutEdge: null,
	profile: { domains: {}, measures: {} }
});
const results = (given: Record<string, Label>) =>
	new Map(Object.entries(given).map(([area, label]) => [area, stored(area, label)]));

describe('the roll-up', () => {
	it('counts neighbourhoods and the residents of cold ones, parent by parent', () => {
		const parents = new Map([
			['a', 'P'],
			['b', 'P'],
			['c', 'P'],
			['d', 'Q']
		]);
		const people = new Map([
			['a', 100],
			['b', 200],
			['c', 700],
			['d', 50]
		]);
		const found = results({ a: 'cold spot', b: 'cold spot', c: 'possible', d: 'no evidence' });
		const rows = rollup(found.values(), parents, people);
		expect(rows.get('P')).toEqual({
			...{ parent: 'P', neighbourhoods: 3, cold: 2, possible: 1, residents: 1000 },
			residentsShare: 0.3
		});
		expect(rows.get('Q')).toMatchObject({ neighbourhoods: 1, cold: 0, residentsShare: 0 });
	});

	it('keeps totals whatever the labels are', () => {
		const label = fc.constantFrom(...labels);
		fc.assert(
			fc.property(fc.array(fc.tuple(label, fc.nat(3), fc.nat(900)), { minLength: 1 }), (rows) => {
				const found = rows.map(([one], i) => stored(`n${i}`, one));
				const parents = new Map(rows.map(([, parent], i) => [`n${i}`, `p${parent}`]));
				const people = new Map(rows.map(([, , residents], i) => [`n${i}`, residents]));
				const rolled = [...rollup(found, parents, people).values()];
				const total = (pick: (row: Rollup) => number) =>
					rolled.reduce((a, row) => a + pick(row), 0);
				expect(total((row) => row.neighbourhoods)).toBe(rows.length);
				expect(total((row) => row.cold)).toBe(rows.filter(([one]) => one === 'cold spot').length);
				expect(rolled.every(({ residentsShare: share }) => share >= 0 && share <= 1)).toBe(true);
			})
		);
	});

	it.each<[Partial<Rollup>, string]>([
		[
			{ cold: 3, neighbourhoods: 7, residentsShare: 0.406 },
			'3 of 7 neighbourhoods, 41% of residents'
		],
		[{ cold: 0, neighbourhoods: 7 }, 'none of 7 neighbourhoods'],
		[{ cold: 8, neighbourhoods: 8, residentsShare: 1 }, '8 of 8 neighbourhoods, 100% of residents']
	])('in words: %j', (given, words) => {
		const empty = {
			parent: 'P',
			neighbourhoods: 0,
			cold: 0,
			possible: 0,
			residents: 0,
			residentsShare: 0
		};
		expect(rollupWords({ ...empty, ...given })).toBe(words);
	});
});

describe('two lenses, or two versions of one', () => {
	const first = results({ a: 'cold spot', b: 'cold spot', c: 'possible', d: 'no evidence' });
	const second = results({ a: 'cold spot', b: 'possible', c: 'cold spot', d: 'no evidence' });

	it('agree and differ by neighbourhood; possible is not found', () => {
		expect(agreement(first, second)).toEqual({ both: 1, onlyFirst: 1, onlySecond: 1, neither: 1 });
	});

	it('list the neighbourhoods whose label changed', () => {
		expect(changedLabels(first, second)).toEqual([
			{ area: 'b', before: 'cold spot', after: 'possible' },
			{ area: 'c', before: 'possible', after: 'cold spot' }
		]);
		expect(changedLabels(new Map(), results({ x: 'possible' }))).toEqual([
			{ area: 'x', before: 'not tested', after: 'possible' }
		]);
	});
});

describe('redraws', () => {
	it('have the published count as their mean, and its square root as their spread', () => {
		const random = generator(7);
		for (const mean of [2, 12, 29, 30, 400]) {
			const drawn = Array.from({ length: 4000 }, () => poisson(mean, random));
			const average = drawn.reduce((a, b) => a + b, 0) / drawn.length;
			const spread = drawn.reduce((a, b) => a + (b - average) ** 2, 0) / drawn.length;
			expect(Math.abs(average - mean)).toBeLessThan(5 * Math.sqrt(mean / drawn.length));
			expect(spread / mean).toBeGreaterThan(0.85);
			expect(spread / mean).toBeLessThan(1.15);
			expect(drawn.every((count) => count >= 0 && Number.isInteger(count))).toBe(true);
		}
	});

	it('leave nought, gaps and published scores alone, and repeat by the generator', () => {
		const tables = new Map([
			...town().tables,
			['scores', { columns: ['s'], values: [[1.5, null]] }]
		]);
		const once = redrawn(tables, new Set(['scores']), generator(3));
		expect(once.get('scores')).toBe(tables.get('scores'));
		expect(redrawn(tables, new Set(['scores']), generator(3))).toEqual(once);
		expect(once.get('groups')).not.toEqual(tables.get('groups'));
		const gaps = new Map([['t', { columns: ['a'], values: [[0, null]] }]]);
		expect(redrawn(gaps, new Set(), generator(1)).get('t')?.values).toEqual([[0, null]]);
	});
});
