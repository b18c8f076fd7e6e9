import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gi } from '../../src/lib/domain/spatial/getis-ord.ts';
import { localMoran } from '../../src/lib/domain/spatial/local-moran.ts';
import { moran } from '../../src/lib/domain/spatial/moran.ts';
import { zScores } from '../../src/lib/domain/composite/normalise.ts';
import { average } from '../../src/lib/domain/number.ts';
import * as breaks from '../../src/lib/domain/stats/breaks.ts';
import { byar, exactPoisson, rate, wilson } from '../../src/lib/domain/stats/interval.ts';
import { classify } from '../../src/lib/domain/stats/spc.ts';

// Laws that hold for every input, ties and rounding included.

const number = fc.oneof(
	fc.double({ min: -1e6, max: 1e6, noNaN: true }),
	fc.integer({ min: -1000, max: 1000 }).map((x) => x / 10)
);
const numbers = fc.array(number, { minLength: 1, maxLength: 30 });
const wanted = fc.integer({ min: 1, max: 9 });

describe('a mean', () => {
	test('lies between the lowest and the highest value', () => {
		fc.assert(
			fc.property(numbers, (values) => {
				const mean = average(values) ?? Number.NaN;
				return mean >= Math.min(...values) && mean <= Math.max(...values);
			})
		);
	});
});

describe('map classes', () => {
	const methods = ['quantile', 'equalInterval', 'fisherJenks', 'maximumBreaks'] as const;
	test.each(methods)('%s: at most as many as asked for, and every value in one', (method) => {
		fc.assert(
			fc.property(numbers, wanted, (values, k) => {
				const { upper = [], counts = [] } = breaks[method](values, k) ?? {};
				expect(upper.length).toBeLessThanOrEqual(k);
				expect((upper.at(-1) ?? NaN) === Math.max(...values)).toBe(true);
				expect(counts.reduce((a, b) => a + b, 0)).toBe(values.length);
				expect(upper.every((bound, i) => i === 0 || bound > (upper[i - 1] ?? NaN))).toBe(true);
			})
		);
	});

	test('centred on a benchmark they reach the furthest value on either side', () => {
		fc.assert(
			fc.property(numbers, number, wanted, (values, benchmark, k) => {
				const found = breaks.centred(values, benchmark, k);
				expect(found?.lowest).toBeLessThanOrEqual(Math.min(...values));
				expect(found?.upper.at(-1)).toBeGreaterThanOrEqual(Math.max(...values));
			})
		);
	});

	test('head/tail ends where values differ by less than rounding', () => {
		const low = 0.8774487582900814;
		const values = [...new Array<number>(20).fill(low), low + 2 ** -52];
		expect(breaks.headTail(values)?.counts).toEqual([20, 1]);
	});
});

describe('a control chart', () => {
	test('finds nothing unusual in a series that never changes', () => {
		fc.assert(
			fc.property(number, fc.integer({ min: 2, max: 40 }), (value, n) => {
				const [segment] = classify(new Array<number>(n).fill(value), 'increase') ?? [];
				expect(new Set(segment?.types)).toEqual(new Set(['Common Cause']));
			})
		);
	});

	test.each([[0], [8], [9], [-1]])('a rebasing at %i of 8 points begins nothing', (start) => {
		const values = [3, 5, 4, 6, 5, 4, 6, 5];
		const plain = classify(values, 'neutral');
		expect(plain).toHaveLength(1);
		expect(classify(values, 'neutral', { starts: [start] })).toEqual(plain);
	});

	test('polarity changes the words improvement and concern, and nothing else', () => {
		fc.assert(
			fc.property(fc.array(number, { minLength: 2, maxLength: 30 }), (values) => {
				const [up, down, none] = (['increase', 'decrease', 'neutral'] as const).map(
					(direction) => classify(values, direction)?.[0]
				);
				const turned = up?.pointTypes.map((type) =>
					type.replace(/improvement|concern/, (word) =>
						word === 'concern' ? 'improvement' : 'concern'
					)
				);
				expect(down?.pointTypes).toEqual(turned);
				expect([down?.types, none?.types]).toEqual([up?.types, up?.types]);
				expect(none?.pointTypes.join()).not.toMatch(/improvement|concern/);
			})
		);
	});
});

describe('an interval contains its estimate, whatever the size and the confidence', () => {
	test('proportions, counts and rates', () => {
		const size = fc.integer({ min: 1, max: 1e9 });
		const part = fc.double({ min: 0, max: 1, noNaN: true });
		fc.assert(
			fc.property(size, part, fc.constantFrom(0.5, 0.95, 0.998, 0.999999), (n, share, level) => {
				const x = Math.round(n * share);
				const few = Math.min(x, 1e6);
				const found = [
					wilson(x, n, level),
					byar(x, level),
					exactPoisson(few, level),
					rate(x, n, 1000, level)
				];
				for (const one of found.filter((limits) => limits !== undefined)) {
					expect(one.lower).toBeLessThanOrEqual(one.value);
					expect(one.upper).toBeGreaterThanOrEqual(one.value);
					expect(Number.isFinite(one.upper)).toBe(true);
				}
			})
		);
	});
});

describe('spatial statistics', () => {
	const ring = (n: number) => Array.from({ length: n }, (_, i) => [(i + 1) % n, (i + n - 1) % n]);

	test('Gi* does not change when all values move together', () => {
		const share = fc.integer({ min: 0, max: 1000 }).map((x) => x / 1000);
		const values = fc.array(share, { minLength: 6, maxLength: 20 });
		fc.assert(
			fc.property(values, fc.constantFrom(1, 1e3, 1e6, 1e7), (y, shift) => {
				const graph = ring(y.length);
				const moved = gi(
					y.map((value) => value + shift),
					graph,
					true
				);
				gi(y, graph, true).forEach((z, i) => {
					if (z === undefined) expect(moved[i]).toBeUndefined();
					else expect(moved[i]).toBeCloseTo(z, 4);
				});
			})
		);
	});

	test('where all areas are equal there is no answer, and no cluster of rounding', () => {
		fc.assert(
			fc.property(number, fc.integer({ min: 3, max: 20 }), (value, n) => {
				const y = new Array<number>(n).fill(value);
				const local = [
					...gi(y, ring(n), true),
					...gi(y, ring(n), false),
					...localMoran(y, ring(n), 'row')
				];
				expect(local.every((answer) => answer === undefined)).toBe(true);
				expect(moran(y, ring(n), 'row')).toBeUndefined();
				expect(zScores(y)).toBeUndefined();
			})
		);
	});
});
