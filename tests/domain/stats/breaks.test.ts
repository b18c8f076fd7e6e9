import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	type Breaks,
	centred,
	classOf,
	equalInterval,
	fisherJenks,
	headTail,
	legendNumbers,
	maximumBreaks,
	quantile,
	stdMean
} from '../../../src/lib/domain/stats/breaks.ts';
import { goodness } from '../../../src/lib/domain/stats/goodness.ts';

const values = fc.array(
	fc.integer({ min: -200, max: 200 }).map((x) => x / 8),
	{
		minLength: 2,
		maxLength: 60
	}
);
const methods: [string, (values: number[], k: number) => Breaks | undefined][] = [
	['quantile', quantile],
	['equalInterval', equalInterval],
	['fisherJenks', fisherJenks],
	['maximumBreaks', maximumBreaks],
	['headTail', headTail],
	['stdMean', stdMean],
	['centred', (list, k) => centred(list, 1, k)]
];

describe.each(methods)('%s', (_, method) => {
	it('ascends without equal breaks, covers every value, and counts each once', () => {
		fc.assert(
			fc.property(values, fc.integer({ min: 1, max: 9 }), (list, k) => {
				const { upper, counts, lowest } = method(list, k) as Breaks;
				expect(upper.every((bound, i) => i === 0 || bound > (upper[i - 1] ?? 0))).toBe(true);
				expect(Math.max(...list)).toBeLessThanOrEqual((upper.at(-1) ?? 0) + 1e-9);
				expect(lowest).toBeLessThanOrEqual(Math.min(...list));
				expect(counts.reduce((a, b) => a + b, 0)).toBe(list.length);
			})
		);
	});

	it('has no answer without values', () => {
		expect(method([], 5)).toBeUndefined();
	});

	it('prints legend numbers that ascend and leave no value outside', () => {
		fc.assert(
			fc.property(values, fc.nat(2), (list, decimals) => {
				const numbers = legendNumbers(method(list, 5) as Breaks, decimals);
				const sorted = [...numbers].sort((a, b) => a - b);
				expect(numbers).toEqual(sorted);
				expect(numbers[0]).toBeLessThanOrEqual(Math.min(...list));
				expect(numbers.at(-1)).toBeGreaterThanOrEqual(Math.max(...list) - 1e-9);
			})
		);
	});
});

it.each([
	[1, 0],
	[2, 0],
	[2.01, 1],
	[5, 1],
	[99, 2],
	[-99, 0]
])('value %d of classes up to 2, 5, 9 falls in class %d', (value, expected) => {
	expect(classOf(value, [2, 5, 9])).toBe(expected);
});

it.each<[string, Breaks | undefined, number[]]>([
	['ties leave fewer quantile classes', quantile([1, 1, 1, 1, 1, 1, 9], 4), [1, 9]],
	['equal values make one class', equalInterval([3, 3, 3], 5), [3]],
	['the widest gaps cut', maximumBreaks([1, 2, 10, 11, 30], 3), [6, 20.5, 30]],
	['an even number of classes breaks at the benchmark', centred([0, 14], 10, 4), [5, 10, 15, 20]],
	['an odd number has a middle class around it', centred([0, 14], 10, 5), [4, 8, 12, 16, 20]],
	['missing values are left out', quantile([1, null, 2, undefined], 1), [2]]
])('%s', (_, breaks, upper) => {
	expect(breaks?.upper).toEqual(upper);
});

it('no other cut of a few values has less spread within classes than natural breaks', () => {
	const few = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 4, maxLength: 9 });
	fc.assert(
		fc.property(few, (list) => {
			const found = fisherJenks(list, 3) as Breaks;
			const best = goodness(list, found.upper)?.withinSS ?? NaN;
			const bounds = [...new Set(list)].sort((a, b) => a - b);
			const last = bounds.at(-1) ?? 0;
			for (const a of bounds) {
				for (const b of bounds.filter((bound) => bound > a)) {
					const other = goodness(list, [a, b, last])?.withinSS ?? NaN;
					expect(best).toBeLessThanOrEqual(other + 1e-9);
				}
			}
		}),
		{ numRuns: 50 }
	);
});

it.each([
	[{ lowest: 1.26, upper: [2.349, 7.81] }, 1, [1.2, 2.3, 7.9]],
	[{ lowest: 0.1, upper: [0.11, 0.12] }, 1, [0.1, 0.11, 0.12]],
	[{ lowest: -1.26, upper: [0, 3] }, 0, [-2, 0, 3]]
])('legend of %j with %d decimals', (breaks, decimals, numbers) => {
	expect(legendNumbers(breaks, decimals)).toEqual(numbers);
});

it('a number of classes below one is a programmer error', () => {
	expect(() => quantile([1, 2], 0)).toThrow(RangeError);
});
