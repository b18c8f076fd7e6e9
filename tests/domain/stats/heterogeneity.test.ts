import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heterogeneity } from '../../../src/lib/domain/stats/heterogeneity.ts';

const area = (value: number, se = 1) => ({
	value,
	lower: value - 1.96 * se,
	upper: value + 1.96 * se
});

describe('do areas differ by more than chance', () => {
	// The BCG vaccine trials: log risk ratios and variances as in metafor's dat.bcg; its rma(method="PM")
	// gives Q = 152.2330 on 12 df and tau² = 0.3181, and confint() by Q-profile 0.1197 to 1.1115.
	const bcg: [number, number][] = [
		[-0.8893, 0.3256],
		[-1.5854, 0.1946],
		[-1.3481, 0.4154],
		[-1.4416, 0.02],
		[-0.2175, 0.0512],
		[-0.7861, 0.0069],
		[-1.6209, 0.223],
		[0.012, 0.004],
		[-0.4694, 0.0564],
		[-1.3713, 0.073],
		[-0.3394, 0.0124],
		[0.4459, 0.5325],
		[-0.0173, 0.0714]
	];
	it('agrees with metafor on the BCG trials', () => {
		const found = heterogeneity(bcg.map(([value, variance]) => area(value, Math.sqrt(variance))));
		expect(found?.degrees).toBe(12);
		expect(found?.q).toBeCloseTo(152.23, 0);
		expect((found?.between.value ?? 0) ** 2).toBeCloseTo(0.3181, 3);
		expect((found?.between.lower ?? 0) ** 2).toBeCloseTo(0.1197, 2);
		expect((found?.between.upper ?? 0) ** 2).toBeCloseTo(1.1115, 1);
		expect(found?.p).toBeLessThan(1e-10);
	});

	const cases: [string, number[], boolean][] = [
		['equal areas', [10, 10, 10, 10], false],
		['areas within their ranges', [10, 11, 10.5, 9.5], false],
		['one area far away', [10, 10, 10, 20], true]
	];
	it.each(cases)('%s', (_, values, differ) => {
		const found = heterogeneity(values.map((value) => area(value)));
		expect((found?.p ?? 1) < 0.002).toBe(differ);
	});

	it('very unequal precision: the spread stays inside its limits', () => {
		const found = heterogeneity([area(0.6, 0.02), area(2.5, 0.1), area(6.6, 0.1), area(9, 0.4)]);
		expect(found?.between.value).toBeGreaterThan(found?.between.lower ?? Infinity);
	});

	it.each([
		['one area', [area(10)]],
		['an area without width', [area(10), area(12, 0)]]
	])('%s: no answer', (_, areas) => {
		expect(heterogeneity(areas)).toBeUndefined();
	});

	it('the spread lies inside its limits, is not negative, and does not depend on the order', () => {
		const areas = fc.array(
			fc.tuple(
				fc.double({ min: -50, max: 50, noNaN: true }),
				fc.double({ min: 0.1, max: 9, noNaN: true })
			),
			{ minLength: 2, maxLength: 20 }
		);
		fc.assert(
			fc.property(areas, (given) => {
				const made = given.map(([value, se]) => area(value, se));
				const found = heterogeneity(made);
				const turned = heterogeneity(made.toReversed());
				if (!found || !turned) throw new Error('no answer');
				expect(found.between.lower).toBeGreaterThanOrEqual(0);
				expect(found.between.lower).toBeLessThanOrEqual(found.between.value);
				expect(found.between.upper).toBeGreaterThanOrEqual(found.between.value);
				expect(turned.between.value).toBeCloseTo(found.between.value, 6);
			})
		);
	});
});
