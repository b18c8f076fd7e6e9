import { describe, expect, test } from 'vitest';
import { against } from '../../../src/lib/domain/judgement/against.ts';
import { comparison } from '../../../src/lib/domain/judgement/comparison.ts';
import { movement } from '../../../src/lib/domain/judgement/movement.ts';
import type { Point } from '../../../src/lib/domain/judgement/point.ts';
import { trend } from '../../../src/lib/domain/judgement/trend.ts';
import type { Period } from '../../../src/lib/domain/period.ts';

const counted = { intervalMethod: 'wilson', multiplier: 100 };
const published = { intervalMethod: 'published', multiplier: 1 };
const bare = { intervalMethod: 'none', multiplier: 1 };

describe('movement at 95%', () => {
	const cases: [string, Point, Point, typeof counted, string, RegExp][] = [
		[
			'clear rise of a share',
			share(2021, 300, 1000),
			share(2016, 200, 1000),
			counted,
			'higher',
			/Newcombe/
		],
		[
			'clear fall of a share',
			share(2021, 200, 1000),
			share(2016, 300, 1000),
			counted,
			'lower',
			/Newcombe/
		],
		[
			'few people: nothing clear',
			share(2021, 6, 20),
			share(2016, 4, 20),
			counted,
			'no clear change',
			/Newcombe/
		],
		[
			'none at all, twice',
			share(2021, 0, 50),
			share(2016, 0, 50),
			counted,
			'no clear change',
			/Newcombe/
		],
		[
			'limits apart',
			limits(2021, 80, 78, 82),
			limits(2016, 70, 68, 72),
			published,
			'higher',
			/MOVER/
		],
		[
			'limits overlap, yet different',
			limits(2021, 74, 72, 76),
			limits(2016, 71, 69, 73),
			published,
			'higher',
			/MOVER/
		],
		[
			'limits wide',
			limits(2021, 56.2, 51.6, 60.8),
			limits(2016, 58.7, 56.3, 61.1),
			published,
			'no clear change',
			/MOVER/
		],
		[
			'limits that are not symmetric',
			limits(2021, 5, 4.9, 9),
			limits(2016, 4, 3.9, 4.1),
			published,
			'higher',
			/MOVER/
		],
		['no limits', value(2021, 5.9), value(2016, 4.2), bare, 'cannot tell', /no limits/],
		[
			'limits on one side only',
			limits(2021, 5, 4, 6),
			value(2016, 1),
			published,
			'cannot tell',
			/no limits/
		],
		[
			'small base',
			{ ...share(2021, 30, 40), isSmall: true },
			share(2016, 1, 40),
			counted,
			'cannot tell',
			/too few/
		]
	];
	test.each(cases)('%s', (_, later, earlier, measured, outcome, method) => {
		const found = movement(later, earlier, measured);
		expect(found.outcome).toBe(outcome);
		expect(found.method).toMatch(method);
		expect(found.difference).toBeCloseTo(later.value - earlier.value, 9);
	});

	test('the interval of the difference is in the unit of the value', () => {
		const { difference, lower, upper } = movement(
			share(2021, 300, 1000),
			share(2016, 200, 1000),
			counted
		);
		expect(difference).toBeCloseTo(10, 9);
		expect(lower).toBeGreaterThan(6);
		expect(upper).toBeLessThan(14);
	});
});

describe('comparison with a benchmark at 99.8%', () => {
	const cases: [string, Point, number, typeof counted, string | undefined][] = [
		['far above', share(2021, 300, 1000), 20, counted, 'higher'],
		['far below', share(2021, 100, 1000), 20, counted, 'lower'],
		['outside 95%, inside 99.8%', share(2021, 228, 1000), 20, counted, 'similar'],
		['published limits are widened', limits(2021, 73.5, 70, 77), 69, published, 'similar'],
		['published limits far away', limits(2021, 73.5, 72, 75), 69, published, 'higher'],
		['too few to judge', { ...share(2021, 60, 60), isSmall: true }, 20, counted, 'cannot tell'],
		['no limits: nothing is said', value(2021, 5), 4, bare, undefined]
	];
	test.each(cases)('%s', (_, area, benchmark, measured, outcome) => {
		expect(comparison(area, benchmark, measured)?.outcome).toBe(outcome);
	});
});

describe('which period a figure is tested against', () => {
	const years = [2015, 2016, 2017, 2018, 2019, 2020, 2021].map(year);
	const pooled = [2011, 2012, 2013, 2014, 2015, 2016, 2017].map((first) => pool(first, first + 2));
	const cases: [string, Period, Period[], string[], string | undefined, string | undefined][] = [
		['five years earlier and the year before', year(2022), years, [], '2017', '2021'],
		['the first available of a short series', year(2018), years, [], '2015', '2017'],
		[
			'the last before a gap of five years ago',
			year(2022),
			years.filter(({ id }) => id !== '2017'),
			[],
			'2016',
			'2021'
		],
		['not across a break', year(2022), years, ['2019-01-01'], '2019', '2021'],
		['nothing before a break', year(2022), years, ['2022-01-01'], undefined, undefined],
		['a break in the future does not count', year(2022), years, ['2025-10-01'], '2017', '2021'],
		['pooled periods that share no year', pool(2018, 2020), pooled, [], '2013-2015', '2015-2017'],
		['nothing but overlaps', pool(2018, 2020), pooled.slice(-2), [], undefined, undefined],
		['other kinds of period', year(2022), [pool(2011, 2013)], [], undefined, undefined],
		[
			'days that wander within April',
			day('2025-04-30'),
			[day('2020-04-22'), day('2019-04-10'), day('2024-04-17')],
			[],
			'2020-04-22',
			'2024-04-17'
		],
		[
			'ten years between censuses',
			day('2021-03-21'),
			[day('2001-04-29'), day('2011-03-27')],
			[],
			'2011-03-27',
			'2011-03-27'
		]
	];
	test.each(cases)('%s', (_, latest, earlier, breaks, start, previous) => {
		const found = against(latest, earlier, breaks);
		expect(found.start?.id).toBe(start);
		expect(found.previous?.id).toBe(previous);
	});

	test.each([
		['no earlier period', year(2022), [], []],
		['series break', year(2022), years, ['2022-01-01']],
		['overlapping periods', pool(2018, 2020), pooled.slice(-2), []],
		['unlike periods', year(2022), [pool(2011, 2013)], []]
	] as [string, Period, Period[], string[]][])(
		'says why: %s',
		(reason, latest, earlier, breaks) => {
			expect(against(latest, earlier, breaks).reason).toBe(reason);
		}
	);
});

describe('five-point trend', () => {
	const rising = [100, 140, 180, 220, 260].map((x, i) => share(2017 + i, x, 1000));
	const flat = [200, 199, 201, 200, 200].map((x, i) => share(2017 + i, x, 1000));
	const survey = [70, 72, 74, 76, 78].map((v, i) => limits(2017 + i, v, v - 1, v + 1));
	const cases: [string, Point[], typeof counted, string[], string, RegExp][] = [
		['rising share', rising, counted, [], 'increasing', /five-point/],
		['flat share', flat, counted, [], 'no change', /five-point/],
		['rising survey', survey, published, [], 'increasing', /five-point/],
		['four points', rising.slice(1), counted, [], 'cannot be calculated', /not five years/],
		[
			'a gap',
			[...rising.slice(0, 4), share(2023, 260, 1000)],
			counted,
			[],
			'cannot be calculated',
			/not five years/
		],
		['a break', rising, counted, ['2019-01-01'], 'cannot be calculated', /not five years/],
		[
			'no limits',
			[1, 2, 3, 4, 5].map((v, i) => value(2017 + i, v)),
			bare,
			[],
			'cannot be calculated',
			/no limits/
		],
		[
			'pooled periods',
			survey.map((p, i) => ({ ...p, period: pool(2017 + i, 2019 + i) })),
			published,
			[],
			'cannot be calculated',
			/overlapping/
		],
		[
			'small bases',
			rising.map((p) => ({ ...p, isSmall: true })),
			counted,
			[],
			'cannot be calculated',
			/too few/
		]
	];
	test.each(cases)('%s', (_, points, measured, breaks, outcome, method) => {
		const found = trend(points, measured, breaks);
		expect(found.outcome).toBe(outcome);
		expect(found.method).toMatch(method);
	});
});

function value(at: number, given: number): Point {
	return {
		period: year(at),
		value: given,
		lower: null,
		upper: null,
		numerator: null,
		denominator: null,
		isSmall: false
	};
}

function limits(at: number, given: number, lower: number, upper: number): Point {
	return { ...value(at, given), lower, upper };
}

function share(at: number, numerator: number, denominator: number): Point {
	return { ...value(at, (100 * numerator) / denominator), numerator, denominator };
}

function year(at: number): Period {
	return {
		id: String(at),
		kind: 'calendar_year',
		starts: `${at}-01-01`,
		ends: `${at}-12-31`,
		label: String(at)
	};
}

function pool(first: number, last: number): Period {
	return {
		id: `${first}-${last}`,
		kind: 'rolling',
		starts: `${first}-01-01`,
		ends: `${last}-12-31`,
		label: `${first} to ${last}`
	};
}

function day(at: string): Period {
	return { id: at, kind: 'snapshot', starts: at, ends: at, label: at };
}
