import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tail, zFor } from '../../../src/lib/domain/stats/distribution.ts';
import {
	byar,
	count,
	exactPoisson,
	type Interval,
	mean,
	rate,
	wilson
} from '../../../src/lib/domain/stats/interval.ts';

const confidence = fc.constantFrom(0.8, 0.9, 0.95, 0.98, 0.99, 0.998);

it.each([
	[0.95, 1.959963984540054],
	[0.998, 3.090232306167813],
	[0.99, 2.5758293035489],
	[0.9, 1.6448536269514722]
])('z of %s is the exact quantile', (level, z) => {
	expect(zFor(level)).toBeCloseTo(z, 13);
});

it('z of 0.95 is exact to the last digit', () => expect(zFor(0.95)).toBe(1.959963984540054));

it.each([0, 1, -0.1, 2, Number.NaN])('a confidence of %s is a programmer error', (level) => {
	expect(() => tail(level)).toThrow(RangeError);
});

describe('a missing or impossible input gives no answer', () => {
	it.each([
		['wilson', wilson(null, 10)],
		['wilson', wilson(3, undefined)],
		['wilson', wilson(Number.NaN, 10)],
		['wilson of x > n', wilson(11, 10)],
		['wilson of n = 0', wilson(0, 0)],
		['wilson of x < 0', wilson(-1, 10)],
		['byar of 0', byar(0)],
		['byar of 1 at 99.8%', byar(1, 0.998)],
		['exactPoisson', exactPoisson(undefined)],
		['exactPoisson of -1', exactPoisson(-1)],
		['count', count(null)],
		['rate of nobody', rate(3, 0)],
		['mean of one', mean([4])],
		['mean of none', mean([null, undefined])]
	])('%s', (_, answer) => expect(answer).toBeUndefined());
});

describe('an interval contains the estimate and lies in its bounds', () => {
	it('wilson: shares within 0 and 1', () => {
		fc.assert(
			fc.property(fc.nat(5000), fc.nat(5000), confidence, (a, b, level) => {
				const n = a + b;
				const interval = wilson(a, n, level);
				if (n === 0) expect(interval).toBeUndefined();
				else expectInside(interval, 0, 1);
			})
		);
	});

	it('counts and rates: from 0 up, x may exceed n', () => {
		fc.assert(
			fc.property(fc.nat(3000), fc.integer({ min: 1, max: 3000 }), confidence, (x, n, level) => {
				expectInside(count(x, level), 0, Infinity);
				expectInside(exactPoisson(x, level), 0, Infinity);
				expectInside(rate(x, n, 1000, level), 0, Infinity);
			})
		);
	});

	it('means', () => {
		const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 });
		fc.assert(
			fc.property(values, confidence, (sample, level) => {
				expectInside(mean(sample, level), -Infinity, Infinity);
			})
		);
	});
});

it('more confidence never narrows an interval', () => {
	fc.assert(
		fc.property(fc.nat(500), fc.nat(500), (a, b) => {
			const [narrow, wide] = [wilson(a, a + b + 1, 0.95), wilson(a, a + b + 1, 0.998)];
			expect(wide?.lower).toBeLessThanOrEqual(narrow?.lower ?? 0);
			expect(wide?.upper).toBeGreaterThanOrEqual(narrow?.upper ?? 1);
		})
	);
});

it("a proportion and its complement mirror each other in Wilson's interval", () => {
	fc.assert(
		fc.property(fc.nat(500), fc.nat(500), (a, b) => {
			const [yes, no] = [wilson(a, a + b + 1), wilson(b + 1, a + b + 1)];
			expect(yes?.lower).toBeCloseTo(1 - (no?.upper ?? 0), 12);
		})
	);
});

it("limits are exact below ten events and Byar's from ten on", () => {
	expect([9, 10].map((x) => rate(x, 100)?.method)).toEqual(['exact', 'byars']);
});

function expectInside(interval: Interval | undefined, low: number, high: number) {
	const { lower, value, upper } = interval ?? { lower: NaN, value: NaN, upper: NaN };
	expect(low <= lower && lower <= value && value <= upper && upper <= high).toBe(true);
}
