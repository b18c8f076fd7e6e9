import { describe, expect, it } from 'vitest';
import {
	ofProportions,
	ofRatios,
	proportionLimits,
	ratioLimits
} from '../../../src/lib/domain/stats/funnel.ts';
import { count, wilson } from '../../../src/lib/domain/stats/interval.ts';
import { dsr, dsrNonIndependent, isr } from '../../../src/lib/domain/stats/standardise.ts';

const pop = [1000, 1000];
const stdpop = [600, 400];

describe('directly standardised rate', () => {
	it('of equal band populations is the weighted mean of the band rates', () => {
		expect(dsr({ count: [10, 20], pop, stdpop, multiplier: 1000 })?.value).toBeCloseTo(14, 12);
	});

	it('has no value below ten events but keeps its totals', () => {
		expect(dsr({ count: [4, 5], pop, stdpop })).toMatchObject({
			totalCount: 9,
			value: undefined,
			upper: undefined
		});
	});

	it('says how many bands had no count', () => {
		expect(dsr({ count: [null, 20], pop, stdpop })?.missingBands).toBe(1);
	});

	it('needs every population', () => {
		expect(dsr({ count: [10, 20], pop: [1000, null], stdpop })).toBeUndefined();
	});

	it('of persons with one event each is the plain one', () => {
		const plain = dsr({ count: [10, 20], pop, stdpop });
		const repeated = dsrNonIndependent({ personsByFrequency: { 1: [10, 20] }, pop, stdpop });
		expect(repeated).toEqual(plain);
	});
});

it('an area like its reference has an indirectly standardised ratio of 1', () => {
	const found = isr({
		observed: 30,
		pop,
		refcount: [10, 20],
		refpop: pop,
		kind: 'ratio',
		multiplier: 1
	});
	expect(found).toMatchObject({ expected: 30, value: 1, refRate: undefined });
});

it('a missing population leaves no indirectly standardised rate', () => {
	const given = {
		observed: 30,
		pop: [null, 1],
		refcount: [10, 20],
		refpop: pop,
		kind: 'rate' as const
	};
	expect(isr(given)).toBeUndefined();
});

describe('funnel', () => {
	it.each([50, 400, 3000])(
		'a proportion outside the limits has an interval without the baseline (n %d)',
		(n) => {
			for (let x = 0; x <= n; x += Math.ceil(n / 97)) {
				const { lower, upper } = wilson(x, n, 0.998) ?? { lower: 0, upper: 1 };
				const funnel = proportionLimits(0.3, n, 0.998);
				const outside = x / n < funnel.lower || x / n > funnel.upper;
				expect(outside).toBe(lower > 0.3 || upper < 0.3);
			}
		}
	);

	it.each([0.5, 4, 20, 150])(
		'a count outside the limits has limits without the expected %d',
		(expected) => {
			const funnel = ratioLimits(expected, 0.95);
			for (let x = 0; x < 3 * expected + 10; x++) {
				const { lower, upper } = count(x, 0.95) ?? { lower: 0, upper: Infinity };
				const outside = x / expected < funnel.lower || x / expected > funnel.upper;
				expect(outside).toBe(lower > expected || upper < expected);
			}
		}
	);

	it('an area without figures is not compared', () => {
		expect(ofProportions([5, null], [50, 50])?.significance[1]).toBe('Not compared');
		expect(ofRatios([5, 5], [null, 5]).significance).toEqual(['Not compared', 'Not significant']);
	});
});
