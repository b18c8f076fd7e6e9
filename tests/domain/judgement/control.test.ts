import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { control } from '../../../src/lib/domain/judgement/control.ts';
import type { Point } from '../../../src/lib/domain/judgement/point.ts';
import type { PeriodKind } from '../../../src/lib/domain/period.ts';

const steady = [20, 22, 21, 19, 20, 21, 22, 20, 19, 21, 20, 22];

describe('each point of a control chart', () => {
	const cases: [string, number[], string][] = [
		['steady: usual', steady, 'usual'],
		['far above', [...steady, 40], 'above the limit'],
		['far below', [...steady, 2], 'below the limit'],
		['7 rising in a row', [...steady, 16, 17, 18, 19, 20, 21, 22], 'rising run'],
		['7 falling in a row', [...steady, 24, 23, 22, 21, 20, 19, 18], 'falling run'],
		['7 above the average', [...steady, 22, 23, 22, 23, 22, 23, 22], 'run above the average'],
		['7 below the average', [...steady, 19, 18, 19, 18, 19, 18, 19], 'run below the average'],
		['2 of 3 near the upper limit', [...steady, 23.6, 23.6], 'near the upper limit'],
		['2 of 3 near the lower limit', [...steady, 19, 17.2, 17.2], 'near the lower limit']
	];
	it.each(cases)('%s', (_, values, outcome) => {
		expect(control(series(values), []).at(-1)?.outcome).toBe(outcome);
	});

	it('yearly series have none', () => {
		expect(control(series(steady, 'calendar_year'), [])).toEqual([]);
	});
	it('7 points have none, 8 have trial limits, 12 have limits', () => {
		expect(control(series(steady.slice(0, 7)), [])).toEqual([]);
		const methods = (n: number) => control(series(steady.slice(0, n)), []).map((p) => p.method);
		expect(new Set(methods(8))).toEqual(new Set(['XmR control chart, trial limits']));
		expect(new Set(methods(11))).toEqual(new Set(['XmR control chart, trial limits']));
		expect(new Set(methods(12))).toEqual(new Set(['XmR control chart']));
	});
	it('limits start again at a known change, and wait for 8 points', () => {
		const values = [...steady, 40, 41, 39, 40];
		const found = control(series(values), ['2033-01-01']);
		expect(found.slice(0, 12).every(({ outcome }) => outcome === 'usual')).toBe(true);
		expect(new Set(found.slice(12).map(({ outcome }) => outcome))).toEqual(
			new Set(['too early to tell'])
		);
		expect(found.at(-1)?.upper).toBeNull();
	});
	it('nothing after a change alters what was said before it', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 8, maxLength: 30 }),
				(later) => {
					const both = control(series([...steady, ...later]), ['2033-01-01']);
					expect(both.slice(0, 12)).toEqual(control(series(steady), []));
				}
			),
			{ numRuns: 50 }
		);
	});
	it('the average is the value less its difference, midway between the limits', () => {
		for (const [i, point] of control(series(steady), []).entries()) {
			const mean = (steady[i] ?? 0) - (point.difference ?? NaN);
			expect(mean).toBeCloseTo(((point.lower ?? 0) + (point.upper ?? 0)) / 2, 9);
		}
	});
	it('a quarter with too few people is not judged and moves no limit', () => {
		const points = series([...steady, 90]);
		const last = points.at(-1);
		if (last) last.isSmall = true;
		const found = control(points, []);
		expect(found.at(-1)?.outcome).toBe('cannot tell');
		expect(found[0]?.upper).toBe(control(series(steady), [])[0]?.upper);
	});
});

function series(values: number[], kind: PeriodKind = 'quarter'): Point[] {
	return values.map((value, i) => {
		const [year, quarter] = [2030 + Math.floor(i / 4), i % 4];
		const month = (n: number) => String(n).padStart(2, '0');
		const starts = `${year}-${month(quarter * 3 + 1)}-01`;
		const ends = `${year}-${month(quarter * 3 + 3)}-28`;
		return {
			period: {
				id: `${year}Q${quarter + 1}`,
				kind,
				starts,
				ends,
				label: `Q${quarter + 1} ${year}`
			},
			...{ value, lower: null, upper: null, numerator: null, denominator: null, isSmall: false }
		};
	});
}
