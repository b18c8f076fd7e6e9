import { describe, expect, it } from 'vitest';
import {
	slopeHistory,
	slopeNeeded,
	smallestVisible
} from '../../../src/lib/domain/target/realism.ts';
import { point, target, year } from './make.ts';

const yearly = (area: string, values: number[]) => ({
	area,
	points: values.map((value, i) => point(value, { period: year(2010 + i) }))
});

it('the slope needed runs from the baseline to the goal', () => {
	expect(slopeNeeded(target())?.perYear).toBeCloseTo(1, 3);
	expect(slopeNeeded(target())?.years).toBeCloseTo(10, 1);
	expect(slopeNeeded(target({ baseline: null }))).toBeUndefined();
});

describe('how often such a slope has happened', () => {
	const slope = (perYear: number, years: number) => ({ perYear, years, change: perYear * years });
	const here = yearly('A', [10, 11, 12, 13, 13, 13, 13]);
	const there = [yearly('B', [5, 5, 5, 5, 5, 5, 5]), yearly('C', [0, 2, 4, 6, 8, 10, 12])];

	it('counts stretches as long and as steep, here and elsewhere', () => {
		// Three-year stretches of A: 10-13, 11-13, 12-13, 13-13: one of four is as steep as 1 a year.
		expect(slopeHistory(slope(1, 3), 'A', [here, ...there], [])).toEqual({
			...{ here: { as: 1, of: 4 }, elsewhere: { as: 4, of: 8 }, years: 3, areas: 2 }
		});
	});
	it('a fall counts falls', () => {
		expect(slopeHistory(slope(-0.1, 3), 'A', [here], [])?.here).toEqual({ as: 0, of: 4 });
	});
	it('longer than the series: the longest stretch there is, and says so', () => {
		expect(slopeHistory(slope(1, 11), 'A', [here], [])).toMatchObject({
			...{ years: 6, here: { as: 0, of: 1 } }
		});
	});
	it('never looks across a break', () => {
		const found = slopeHistory(slope(1, 3), 'A', [here], ['2013-01-01']);
		expect(found?.here).toEqual({ as: 0, of: 1 });
	});
	it('has no answer below three years', () => {
		expect(slopeHistory(slope(1, 3), 'A', [yearly('A', [1, 2, 3])], [])).toBeUndefined();
	});
	it('pooled years that share days are no stretch', () => {
		const pooled = yearly('A', [1, 2, 3, 4, 5]).points.map((one, i) => ({
			...one,
			period: { ...year(2010 + i), starts: '2000-01-01' }
		}));
		expect(slopeHistory(slope(1, 3), 'A', [{ area: 'A', points: pooled }], [])).toBeUndefined();
	});
});

describe('the smallest change that would show, at 95% with a power of 80%', () => {
	const counted = { intervalMethod: 'wilson', multiplier: 100 };
	const published = { intervalMethod: 'published', multiplier: 100 };
	it('agrees with the textbook for a share of a half in 400', () => {
		// 2.8016 x sqrt(2) x 0.025 = 9.905 points.
		const half = point(50, { numerator: 200, denominator: 400 });
		const found = smallestVisible(half, counted, -12);
		expect(found?.change).toBeCloseTo(9.905, 3);
		expect(found?.isSeen).toBe(true);
	});
	it('reads the published range', () => {
		const survey = point(21, { lower: 15.6, upper: 26.4 });
		const found = smallestVisible(survey, published, -3);
		expect(found?.change).toBeCloseTo(2.80158 * Math.SQRT2 * (10.8 / 3.919928), 3);
		expect(found?.isSeen).toBe(false);
	});
	it('has no answer without counts or range', () => {
		expect(smallestVisible(point(21), published, -3)).toBeUndefined();
	});
});
