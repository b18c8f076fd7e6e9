import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sinceLastBreak } from '../../../src/lib/domain/stats/segments.ts';
import {
	cochranArmitage,
	fingertipsTrend,
	type LimitsPoint,
	mannKendall,
	theilSen,
	trendWithPolarity
} from '../../../src/lib/domain/stats/trend.ts';

const rising = [100, 140, 180, 220, 260].map((count, i) => ({
	year: 2020 + i,
	count: count as number | null,
	denominator: 1000
}));

describe('the five-point trend cannot be calculated', () => {
	it.each([
		['with four years', rising.slice(1)],
		['with a gap', rising.map((p) => (p.year === 2020 ? { ...p, year: 2018 } : p))],
		['with a missing count', rising.map((p) => (p.year === 2022 ? { ...p, count: null } : p))],
		['with more cases than people', rising.map((p) => ({ ...p, denominator: 150 }))],
		['without any case', rising.map((p) => ({ ...p, count: 0 }))]
	])('%s', (_, points) => {
		expect(fingertipsTrend({ method: 'proportion', points })).toEqual({
			marker: 'cannot_calculate'
		});
	});

	it('when a year has no limits', () => {
		const points: LimitsPoint[] = rising.map(({ year }) => ({
			year,
			value: year,
			lower: year - 1,
			upper: year === 2021 ? null : year + 1
		}));
		expect(fingertipsTrend({ method: 'other', points }).marker).toBe('cannot_calculate');
	});

	it('across a break in the series', () => {
		const broken = rising.map((p) => ({ ...p, newDefinition: p.year === 2022 }));
		const points = sinceLastBreak(broken, (p) => p.newDefinition);
		expect(points.map((p) => p.year)).toEqual([2022, 2023, 2024]);
		expect(fingertipsTrend({ method: 'proportion', points }).marker).toBe('cannot_calculate');
	});
});

it('a year without cases is given half a case, and said so', () => {
	const points = rising.map((p) => (p.year === 2020 ? { ...p, count: 0 } : p));
	expect(fingertipsTrend({ method: 'proportion', points })).toMatchObject({
		marker: 'increasing',
		halfAdded: true
	});
});

it('only the newest five years count, in whatever order they come', () => {
	const older = { year: 2019, count: 900, denominator: 1000 };
	const points = [...rising, older].reverse();
	expect(fingertipsTrend({ method: 'proportion', points })).toEqual(
		fingertipsTrend({ method: 'proportion', points: rising })
	);
});

it('turning time round turns the marker round', () => {
	const opposite = { increasing: 'decreasing', decreasing: 'increasing' } as Record<string, string>;
	const counts = fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 5, maxLength: 5 });
	fc.assert(
		fc.property(counts, (list) => {
			const marker = (xs: number[]) =>
				fingertipsTrend({
					method: 'proportion',
					points: xs.map((count, i) => ({ year: i, count, denominator: 1000 }))
				}).marker;
			const there = marker(list);
			expect(marker([...list].reverse())).toBe(opposite[there] ?? there);
		})
	);
});

it.each([
	['increasing', 'high_is_good', 'increasing_better'],
	['increasing', 'low_is_good', 'increasing_worse'],
	['decreasing', 'high_is_good', 'decreasing_worse'],
	['decreasing', 'low_is_good', 'decreasing_better'],
	['decreasing', 'not_applicable', 'decreasing'],
	['no_change', 'low_is_good', 'no_change'],
	['cannot_calculate', 'high_is_good', 'cannot_calculate']
] as const)('%s with %s is %s', (marker, polarity, label) => {
	expect(trendWithPolarity(marker, polarity)).toBe(label);
});

describe('Mann-Kendall', () => {
	it.each([
		['four rising values can never be significant', [1, 2, 3, 4], 2 / 24],
		['five rising values just can', [1, 2, 3, 4, 5], 2 / 120],
		['five with one exchange cannot', [1, 2, 3, 5, 4], 10 / 120],
		['no order at all', [2, 4, 1, 3], 1]
	])('exact: %s', (_, series, p) => {
		expect(mannKendall(series)?.exactP).toBeCloseTo(p, 12);
	});

	it('has no exact p-value with ties or above ten values', () => {
		expect(mannKendall([1, 1, 2, 3])?.exactP).toBeUndefined();
		expect(mannKendall(Array.from({ length: 11 }, (_, i) => i))?.exactP).toBeUndefined();
	});

	it('all tied: z 0 and p 1; missing values dropped; one value no answer', () => {
		expect(mannKendall([5, 5, 5])).toMatchObject({ z: 0, p: 1 });
		expect(mannKendall([1, null, 2, 3])?.s).toBe(3);
		expect(mannKendall([1, null])).toBeUndefined();
	});
});

describe('Theil-Sen', () => {
	it('a missing year keeps its place on the time axis', () => {
		expect(theilSen([0, 2, null, 6, 8])).toBe(2);
	});

	it('one wild value does not move the slope of a line', () => {
		expect(theilSen([0, 1, 2, 300, 4, 5, 6])).toBe(1);
	});

	it('needs two values at different times', () => {
		expect(theilSen([4, null])).toBeUndefined();
		expect(theilSen([4, 5], [2020, 2020])).toBeUndefined();
	});
});

it('Cochran-Armitage of two groups is the two-proportion chi-square', () => {
	expect(cochranArmitage([5, 14], [60, 55])?.chi2).toBeCloseTo(6.0989624867092, 10);
	expect(cochranArmitage([0, 0], [10, 10])).toBeUndefined();
	expect(cochranArmitage([1, null], [10, 10])).toBeUndefined();
});
