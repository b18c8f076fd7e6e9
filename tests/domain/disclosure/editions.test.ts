import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	exposedTogether,
	smallDifferences,
	smallSteps,
	totalsLeak
} from '../../../src/lib/domain/disclosure/editions.ts';
import {
	countsFromShare,
	isSmall,
	isSmallShare,
	roundToBase
} from '../../../src/lib/domain/disclosure/rule.ts';
import type { Sum } from '../../../src/lib/domain/disclosure/system.ts';

const rule = { threshold: 5, suppressZeros: false };

describe('publications put side by side', () => {
	const wards = { a: 3, b: 4, c: 20 };
	const edition = (cells: Record<string, number>, sums: Sum[], hidden: string[]) => ({
		system: { cells: new Map(Object.entries(cells)), sums },
		hidden: new Set(hidden)
	});
	const first = edition(wards, [{ parts: ['a', 'b', 'c'] }], ['a', 'b']);

	it.each([
		['alone two gaps are safe', [first], []],
		[
			'an earlier edition that showed one gives both away',
			[first, edition(wards, [], ['b', 'c'])],
			['a', 'b', 'c']
		],
		[
			'another geography with one of them in another sum gives both away',
			[first, edition({ b: 4, d: 9 }, [{ parts: ['b', 'd'] }], ['b'])],
			['a', 'b']
		],
		[
			'the total of all but one does so too',
			[first, edition({ b: 4, c: 20 }, [{ parts: ['b', 'c'] }], ['b'])],
			['a', 'b']
		]
	])('%s', (_, editions, expected) => {
		expect(exposedTogether(editions)).toEqual(expected);
	});

	it('the same name with two values is a programmer error', () => {
		expect(() => exposedTogether([first, edition({ a: 9 }, [], [])])).toThrow(RangeError);
	});
});

it('a small change between editions shows who moved; a large one, none, or a gap does not', () => {
	expect(smallDifferences([20, 20, 20, null, 5], [22, 20, 40, 3, null], rule)).toEqual([0]);
});

it('a running total gives a small quarter away', () => {
	expect(smallSteps([20, 22, 40, 40, 41], rule)).toEqual([1, 4]);
});

it.each([
	['one gap', [null, 7, 12, 20], 43, { 0: 4 }],
	['two gaps', [null, null, 12], 20, {}],
	['two gaps with nothing left for them', [null, null, 12], 12, { 0: 0, 1: 0 }],
	['no gap', [1, 2], 3, {}]
])('a list with %s and a total', (_, published, total, recoverable) => {
	expect(totalsLeak(published, total).recoverable).toEqual(recoverable);
});

it.each([
	[0, false, false],
	[0, true, true],
	[1, false, true],
	[4, false, true],
	[5, false, false],
	[null, true, false]
])('a count of %s, noughts hidden %s: hidden %s', (count, suppressZeros, hidden) => {
	expect(isSmall(count, { threshold: 5, suppressZeros })).toBe(hidden);
});

it('a share is hidden with its complement', () => {
	fc.assert(
		fc.property(fc.nat(60), fc.nat(60), (x, rest) => {
			const n = x + rest;
			expect(isSmallShare(x, n, rule)).toBe(isSmallShare(n - x, n, rule));
			if (x > 0 && x < 5) expect(isSmallShare(x, n, rule)).toBe(true);
		})
	);
});

it('rounding to base 5 moves a count by two at most', () => {
	fc.assert(
		fc.property(fc.nat(10_000), (count) => {
			expect(roundToBase(count, 5) % 5).toBe(0);
			expect(Math.abs(roundToBase(count, 5) - count)).toBeLessThanOrEqual(2);
		})
	);
	expect(() => roundToBase(3, 0)).toThrow(RangeError);
});

it('the counts that a published share allows contain the true one; few people give it away', () => {
	fc.assert(
		fc.property(fc.nat(300), fc.nat(300), (x, rest) => {
			const n = x + rest + 1;
			const { lower, upper } = countsFromShare(Number(((100 * x) / n).toFixed(1)), 1, n);
			expect(lower <= x && x <= upper).toBe(true);
			if (n < 900) expect(lower).toBe(upper);
		})
	);
	expect(countsFromShare(3.1, 0, 5000)).toEqual({ lower: 130, upper: 180 });
});
