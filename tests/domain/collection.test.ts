import { describe, expect, test } from 'vitest';
import {
	cadenceIn,
	cadenceOf,
	CADENCES,
	periodsEnding
} from '../../src/lib/domain/collection/cadence.ts';
import {
	dateFault,
	datesOf,
	financialYearOf,
	plan,
	weekendOf
} from '../../src/lib/domain/collection/calendar.ts';
import {
	boxesOf,
	type CollectionRule,
	readRule,
	type RuleBoxes
} from '../../src/lib/domain/collection/rule.ts';
import {
	isLoosened,
	isTightened,
	type OwnerRule,
	readOwnerRule,
	ruleWords,
	stricterOf
} from '../../src/lib/domain/disclosure/owner-rule.ts';
import { BY_HISTORY, expectedBy } from '../../src/lib/domain/entry/expected.ts';

describe('a year has the periods that end in it', () => {
	test.each([
		['month', 12, '2026-04', '2027-03'],
		['quarter', 4, 'FY2026-Q1', 'FY2026-Q4'],
		['term', 3, 'AY2025-summer', 'AY2026-spring'],
		['financial_year', 1, 'FY2026', 'FY2026'],
		['academic_year', 1, 'AY2025', 'AY2025'],
		['calendar_year', 1, '2026', '2026']
	] as const)('%s', (cadence, count, first, last) => {
		const made = periodsEnding(cadence, 2026);
		expect([made.length, made[0]?.id, made.at(-1)?.id]).toEqual([count, first, last]);
		expect(made.map(({ ends }) => financialYearOf(ends))).toEqual(made.map(() => 2026));
		expect(made.map(cadenceOf)).toEqual(made.map(() => cadence));
	});
	test('no two years share one, and none is left between', () => {
		for (const cadence of CADENCES.filter((one) => one !== 'by hand')) {
			const made = [2025, 2026, 2027].flatMap((year) => periodsEnding(cadence, year));
			expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
			const gaps = made.slice(1).map(({ starts }, i) => {
				return (Date.parse(starts) - Date.parse(made[i]?.ends ?? '')) / 86_400_000;
			});
			expect(gaps).toEqual(gaps.map(() => 1));
		}
	});
	test.each([
		['Termly', 'term'],
		['Quarterly', 'quarter'],
		['Monthly, six weeks later', 'month'],
		['Each school year', 'academic_year'],
		['Every ten years', 'by hand']
	])('“%s” is %s', (words, cadence) => expect(cadenceIn(words)).toBe(cadence));
});

const rule: CollectionRule = {
	...{ isCollected: true, cadence: 'quarter', dueDays: 30, lockDays: 44, areas: 'localities' },
	...{ hasUnknown: true, isAdditive: true, groups: null, skipsAssurance: false },
	...{ expected: BY_HISTORY, revision: 3 }
};

describe('dates', () => {
	test('are counted from the end of the period', () => {
		expect(datesOf(rule, { ends: '2026-06-30' })).toEqual({
			...{ dueOn: '2026-07-30', locksOn: '2026-08-13' }
		});
	});
	test.each([
		['2026-07-25', 'a Saturday'],
		['2026-07-26', 'a Sunday'],
		['2026-07-27', undefined]
	])('%s is %s', (day, words) => expect(weekendOf(day)).toBe(words));
	test.each([
		['2026-07-30', '2026-08-13', undefined],
		['2026-07-30', null, undefined],
		['2026-06-29', null, 'dueOn'],
		['2026-07-09', null, 'dueOn'],
		['2026-02-30', null, 'dueOn'],
		['', null, 'dueOn'],
		['2026-07-30', '2026-07-29', 'locksOn'],
		['2026-07-30', 'soon', 'locksOn']
	])('due %s, closed %s: wrong in %s', (dueOn, locksOn, field) => {
		const fault = dateFault({ dueOn, locksOn }, { ends: '2026-06-30', today: '2026-07-10' });
		expect(fault?.field).toBe(field);
	});
});

test('a plan keeps what is there and what was taken out', () => {
	const uncollected = { ...rule, isCollected: false };
	const rules = new Map([['W02', rule] as const, ['C08', uncollected] as const]);
	const made = plan(rules, 2026, [
		{ indicator: 'W02', period: 'FY2026-Q1', isTakenOut: false },
		{ indicator: 'W02', period: 'FY2026-Q2', isTakenOut: true }
	]);
	expect(made.map(({ indicator, state }) => [indicator, state])).toEqual([
		...[
			['W02', 'there'],
			['W02', 'taken out'],
			['W02', 'new'],
			['W02', 'new']
		]
	]);
});

describe('a rule as a form', () => {
	const boxes = boxesOf(rule);
	test('is read as it was shown', () => {
		expect(readRule(boxes, 3)).toEqual({ rule });
		const whole = { lower: 40, upper: 62.5 };
		const expected = { from: 'set', whole, part: null, reason: 'A new course' } as const;
		const set = { ...rule, groups: ['sex', 'age'], expected };
		expect(readRule(boxesOf(set), 3)).toEqual({ rule: set });
	});
	test.each<[Partial<RuleBoxes>, string]>([
		[{ dueDays: '-1' }, 'dueDays'],
		[{ dueDays: '401', lockDays: '400' }, 'dueDays'],
		[{ dueDays: '30.5' }, 'dueDays'],
		[{ lockDays: '29' }, 'lockDays'],
		[{ cadence: 'weekly' }, 'cadence'],
		[{ areas: 'streets' }, 'areas'],
		[{ areas: 'borough', additive: '' }, 'unknown'],
		[{ areas: 'borough', unknown: '' }, 'additive'],
		[{ expected: 'guess' }, 'expected'],
		[{ expected: 'off' }, 'expectedReason'],
		[{ expected: 'set', lower: '5', upper: '4', expectedReason: 'x' }, 'lower'],
		[{ expected: 'set', lower: 'five', upper: '6', expectedReason: 'x' }, 'lower'],
		[{ expected: 'set', lower: '5', upper: '6', partLower: '1', expectedReason: 'x' }, 'partLower']
	])('with %o is wrong in %s', (given, field) => {
		const read = readRule({ ...boxes, ...given }, 3);
		expect('faults' in read && read.faults.map((fault) => fault.field)).toEqual([field]);
	});
});

describe('the expected range', () => {
	const earlier = [10, 12, 11, 13, 12, 11];
	const set = { from: 'set', whole: { lower: 1, upper: 2 }, part: null, reason: 'x' } as const;
	test('comes from the history, from a person, or from nowhere', () => {
		const own = expectedBy(BY_HISTORY, true, earlier);
		expect(own?.lower).toBeLessThan(own?.upper ?? 0);
		expect(expectedBy(set, true, earlier)).toEqual({ lower: 1, upper: 2 });
		expect(expectedBy(set, false, earlier)).toEqual(own);
		expect(expectedBy({ ...set, from: 'off' }, true, earlier)).toBeUndefined();
	});
});

describe('which disclosure rule protects more', () => {
	const usual: OwnerRule = { kind: 'people', threshold: 5, hideZero: false, roundTo: null };
	test.each<[string, Partial<OwnerRule>, boolean, boolean]>([
		['the same', {}, false, false],
		['a higher threshold', { threshold: 10 }, true, false],
		['a lower threshold', { threshold: 3 }, false, true],
		['noughts hidden', { hideZero: true }, true, false],
		['rounded', { roundTo: 5 }, true, false],
		['higher and, in another part, looser', { threshold: 10, kind: 'open' }, true, true],
		['open data', { kind: 'open' }, false, true]
	])('%s', (_, given, tightened, loosened) => {
		const other = { ...usual, ...given };
		expect([isTightened(usual, other), isLoosened(usual, other)]).toEqual([tightened, loosened]);
		const both = stricterOf(usual, other);
		expect([isLoosened(usual, both), isLoosened(other, both)]).toEqual([false, false]);
	});
	test('rounding to 10 is stricter than to 5, and both than none', () => {
		const to = (roundTo: number | null) => ({ ...usual, roundTo });
		expect(stricterOf(to(5), to(10)).roundTo).toBe(10);
		expect(stricterOf(to(5), to(null)).roundTo).toBe(5);
		expect(stricterOf(to(null), to(null)).roundTo).toBeNull();
	});
	test('a rule is read from its boxes, with every fault', () => {
		const boxes = { kind: 'people', threshold: '5', hideZero: '', roundTo: '' };
		expect(readOwnerRule(boxes)).toEqual({ rule: usual });
		const wrong = readOwnerRule({ ...boxes, threshold: '1', roundTo: '101', kind: 'x' });
		expect('faults' in wrong && wrong.faults).toHaveLength(3);
		expect(ruleWords(usual)).toContain('Counts from 1 to 4 are hidden. Noughts are shown.');
	});
});
