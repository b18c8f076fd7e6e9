import { describe, expect, it } from 'vitest';
import type { Polarity } from '../../../src/lib/domain/indicator.ts';
import { chanceOfMeeting, fan, type Series } from '../../../src/lib/domain/judgement/outlook.ts';
import { point, quarter, year } from '../target/make.ts';

const values = [50, 52, 49, 53, 51, 54, 52, 55, 53, 56];
const points = values.map((value, i) => point(value, { period: year(2015 + i) }));
const series = (changes: Partial<Series> = {}, polarity: Polarity = 'higher'): Series => ({
	...{ points, breaks: [], indicator: { polarity, valueKind: 'percent' } },
	...changes
});

describe('why it is silent', () => {
	const pooled = points.map((one, i) => ({
		...one,
		period: { ...year(2015 + i), starts: `${2013 + i}-01-01` }
	}));
	const mixed = points.map((one, i) =>
		i === 9 ? { ...one, period: { ...year(2024), kind: 'snapshot' as const } } : one
	);
	const cases: [string, Partial<Series>, string, string][] = [
		['seven points', { points: points.slice(3) }, '2030-12-31', 'too short'],
		['few points after a break', { breaks: ['2020-01-01'] }, '2030-12-31', 'series break'],
		['pooled years', { points: pooled }, '2030-12-31', 'overlapping periods'],
		['unlike periods', { points: mixed }, '2030-12-31', 'unlike periods'],
		[
			'small bases',
			{ points: points.map((one) => ({ ...one, isSmall: true })) },
			'2030-12-31',
			'too few to judge'
		],
		['running totals', { cumulative: true }, '2030-12-31', 'running total'],
		[
			'nothing ever changed',
			{ points: points.map((one) => ({ ...one, value: 4 })) },
			'2030-12-31',
			'no variation'
		],
		['farther than it looks back', {}, '2034-12-31', 'too far ahead'],
		['the goal has passed', {}, '2024-03-31', 'goal has passed']
	];
	it.each(cases)('%s', (_, changes, ends, why) => {
		expect(chanceOfMeeting(series(changes), { ends, value: 55 })).toEqual({ silent: why });
	});
	it('no direction: a fan, and no chance', () => {
		const neutral = series({}, 'neutral');
		const goal = { ends: '2030-12-31', value: 55 };
		expect(chanceOfMeeting(neutral, goal)).toEqual({ silent: 'no direction' });
		expect(fan(neutral, '2030-12-31')).toHaveLength(6);
	});
	it('a break before the series is none', () => {
		expect(fan(series({ breaks: ['2014-06-01'] }), '2026-12-31')).toHaveLength(2);
	});
});

describe('the chance of meeting a goal', () => {
	const chance = (value: number, polarity: Polarity) => {
		const found = chanceOfMeeting(series({}, polarity), { ends: '2030-12-31', value });
		return 'chance' in found ? found.chance : NaN;
	};
	it('falls as the goal rises, and turns round with the polarity', () => {
		expect(chance(50, 'higher')).toBeGreaterThan(chance(55, 'higher'));
		expect(chance(55, 'higher') + chance(55, 'lower')).toBeCloseTo(1, 9);
		expect(chance(55, 'higher')).toBeGreaterThan(0.3);
		expect(chance(80, 'higher')).toBeLessThan(0.05);
	});
	it('a gap must come close to zero from either side', () => {
		expect(chance(60, 'lower to zero')).toBeLessThanOrEqual(chance(60, 'lower'));
	});
});

it('the fan ends on the last days of its years, inside 0 to 100', () => {
	const high = points.map((one) => ({ ...one, value: one.value + 43 }));
	const drawn = fan(series({ points: high }), '2027-03-31');
	if ('silent' in drawn) throw new Error(drawn.silent);
	expect(drawn.map(({ ends }) => ends)).toEqual(['2025-12-31', '2026-12-31', '2027-12-31']);
	for (const { nearly, most, half, value } of drawn) {
		expect(nearly[1]).toBeLessThanOrEqual(100);
		expect(nearly[0]).toBeLessThan(most[0]);
		expect(half[0]).toBeLessThan(value);
	}
});

it('quarters go on as quarters, and pay days of other Aprils as years', () => {
	const ends = ['03-31', '06-30', '09-30', '12-31'];
	const quarterly = values.map((value, i) =>
		point(value, { period: quarter(`${2023 + Math.floor(i / 4)}-${ends[i % 4]}`) })
	);
	const drawn = fan(series({ points: quarterly }), '2026-03-31');
	if ('silent' in drawn) throw new Error(drawn.silent);
	expect(drawn.map((one) => one.ends)).toEqual(['2025-09-30', '2025-12-31', '2026-03-31']);
	const pay = values.map((value, i) =>
		point(value, { period: quarter(`${2015 + i}-04-${i % 2 ? 16 : 30}`) })
	);
	const years = fan(series({ points: pay }), '2026-04-30');
	expect(years).toHaveLength(2);
});
