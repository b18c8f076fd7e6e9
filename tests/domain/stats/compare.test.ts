import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Polarity as Declared } from '../../../src/lib/domain/indicator.ts';
import {
	benchmark,
	category,
	differenceFromLimits,
	differenceOfProportions,
	goodDirection,
	type Polarity,
	twoProportions,
	worded
} from '../../../src/lib/domain/stats/compare.ts';
import { wilson } from '../../../src/lib/domain/stats/interval.ts';

it.each([
	[1, 2, 0.5, 'higher'],
	[1, 2, 3, 'lower'],
	[1, 2, 1.5, 'similar'],
	[1, 2, 1, 'similar'],
	[1, 2, 2, 'similar']
] as const)('limits %d to %d against %d are %s', (lower, upper, against, position) => {
	expect(benchmark(lower, upper, against)).toBe(position);
});

it.each<[Declared, Polarity]>([
	['higher', 'high_is_good'],
	['lower', 'low_is_good'],
	['lower to zero', 'low_is_good'],
	['neutral', 'not_applicable'],
	['ambiguous', 'not_applicable']
])('an indicator declared "%s" is tested as %s', (declared, polarity) => {
	expect(goodDirection(declared)).toBe(polarity);
});

it('polarity flips the words and nothing else', () => {
	const flipped = { better: 'worse', worse: 'better' } as Record<string, string>;
	const number = fc.integer({ min: -50, max: 50 });
	fc.assert(
		fc.property(number, fc.nat(20), number, (lower, width, against) => {
			const limits = { lower, upper: lower + width };
			const [up, down, none] = (['high_is_good', 'low_is_good', 'not_applicable'] as const).map(
				(polarity) => category(limits, against, polarity)
			);
			const position = benchmark(limits.lower, limits.upper, against);
			expect(none).toBe(position);
			expect(down).toBe(flipped[up ?? ''] ?? up);
			expect(up === 'similar').toBe(position === 'similar');
			expect(worded(position, 'high_is_good')).toBe(up);
		})
	);
});

describe('the difference of two proportions (Newcombe 1998, table II, method 10)', () => {
	it.each([
		[56, 70, 48, 80, 0.0524, 0.3339],
		[9, 10, 3, 10, 0.1705, 0.809],
		[6, 7, 2, 7, 0.0582, 0.8062],
		[5, 56, 0, 29, -0.0381, 0.1926],
		[0, 10, 0, 20, -0.1611, 0.2775],
		[0, 10, 0, 10, -0.2775, 0.2775],
		[10, 10, 0, 20, 0.6791, 1.0],
		[10, 10, 0, 10, 0.6075, 1.0]
	])('%d/%d - %d/%d', (x1, n1, x2, n2, lower, upper) => {
		const found = differenceOfProportions(x1, n1, x2, n2);
		expect(found?.lower).toBeCloseTo(lower, 4);
		expect(found?.upper).toBeCloseTo(upper, 4);
	});
});

const cases = fc.tuple(fc.nat(300), fc.nat(300), fc.nat(300), fc.nat(300));

it('a difference contains its estimate, lies in -1 to 1, and turns with its order', () => {
	fc.assert(
		fc.property(cases, ([x1, y1, x2, y2]) => {
			const [n1, n2] = [x1 + y1 + 1, x2 + y2 + 1];
			const there = differenceOfProportions(x1, n1, x2, n2);
			const back = differenceOfProportions(x2, n2, x1, n1);
			if (!there || !back) throw new Error('no answer');
			expect(there.lower).toBeLessThanOrEqual(there.difference);
			expect(there.upper).toBeGreaterThanOrEqual(there.difference);
			expect(there.lower).toBeGreaterThanOrEqual(-1 - 1e-12);
			expect(there.upper).toBeLessThanOrEqual(1 + 1e-12);
			expect(back.lower).toBeCloseTo(-there.upper, 12);
		})
	);
});

it('published 95% limits give the same difference as the counts behind them', () => {
	fc.assert(
		fc.property(cases, ([x1, y1, x2, y2]) => {
			const [n1, n2] = [x1 + y1 + 1, x2 + y2 + 1];
			const [first, second] = [wilson(x1, n1), wilson(x2, n2)];
			if (!first || !second) throw new Error('no answer');
			const found = differenceFromLimits(first, second);
			expect(found.lower).toBeCloseTo(differenceOfProportions(x1, n1, x2, n2)?.lower ?? 9, 12);
		})
	);
});

it('a higher confidence stretches both arms alike', () => {
	const [a, b] = [
		{ value: 5, lower: 4, upper: 7 },
		{ value: 3, lower: 2, upper: 4 }
	];
	const [narrow, wide] = [differenceFromLimits(a, b), differenceFromLimits(a, b, 0.998)];
	const stretch = 3.090232306167813 / 1.959963984540054;
	expect(wide.upper - 2).toBeCloseTo(stretch * (narrow.upper - 2), 12);
	expect(2 - wide.lower).toBeCloseTo(stretch * (2 - narrow.lower), 12);
});

it.each([
	[0, 10, 0, 20],
	[10, 10, 20, 20]
])('%d/%d and %d/%d show no difference', (x1, n1, x2, n2) => {
	expect(twoProportions(x1, n1, x2, n2)).toEqual({ chi2: 0, p: 1 });
});

it('a missing count gives no test', () => {
	expect(twoProportions(null, 10, 3, 20)).toBeUndefined();
	expect(category({ lower: null, upper: 1 }, 2, 'high_is_good')).toBe('not_compared');
});
