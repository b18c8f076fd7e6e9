import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../../src/lib/domain/indicator.ts';
import { allowance, goodness, type Target } from '../../../src/lib/domain/target.ts';
import { check, isSound } from '../../../src/lib/domain/target/check.ts';
import { plannedAt, plannedLine } from '../../../src/lib/domain/target/plan.ts';
import { requiredPace } from '../../../src/lib/domain/target/pace.ts';
import { isProvisional } from '../../../src/lib/domain/target/provisional.ts';
import { fromRows, quarterEnds, toRows } from '../../../src/lib/domain/target/quarters.ts';
import { quarter, target, year } from './make.ts';

const measure = {
	kind: 'catalogue',
	polarity: 'higher',
	valueKind: 'percent',
	colourRule: 'target tolerance'
} as const satisfies Partial<Indicator>;

const milestone = { ends: '2028-12-31', value: 48 };
const profiled = {
	shape: 'profiled',
	cumulative: true,
	goal: { ends: '2027-03-31', value: 600, quarters: [100, 150, 200, 150] },
	milestones: [{ ends: '2026-03-31', value: 400 }]
} satisfies Partial<Target>;

describe('the planned line', () => {
	const cases: [string, Partial<Target>, string, number | undefined][] = [
		['starts at the baseline', {}, '2024-12-31', 40],
		['says nothing before the baseline', {}, '2024-06-30', undefined],
		['ends at the goal', {}, '2034-12-31', 50],
		['is held after the goal', {}, '2035-12-31', 50],
		['bends at a milestone', { milestones: [milestone] }, '2028-12-31', 48],
		[
			'steps keep the last value reached',
			{ shape: 'stepped', milestones: [milestone] },
			'2030-12-31',
			48
		],
		[
			'steps stay on the baseline before the first',
			{ shape: 'stepped', milestones: [milestone] },
			'2028-12-30',
			40
		],
		['a profile adds up within the year', profiled, '2026-12-31', 450],
		['a profile reaches the year', profiled, '2027-03-31', 600],
		['a year without quarters is planned at its end', profiled, '2026-03-31', 400],
		['a profile has no plan between quarters', profiled, '2026-11-30', undefined],
		['levels are not added up', { ...profiled, cumulative: false }, '2026-09-30', 150],
		['without a baseline there is no line', { baseline: null }, '2030-12-31', undefined]
	];
	it.each(cases)('%s', (_, changes, day, planned) => {
		expect(plannedAt(target(changes), day)).toBe(planned);
	});

	it('half-way in time is half-way in value', () => {
		expect(plannedAt(target(), year(2029))).toBeCloseTo(45, 2);
	});

	it('never leaves the span of its points', () => {
		const day = fc.integer({ min: 0, max: 365 * 10 });
		const property = fc.property(day, fc.integer({ min: 41, max: 60 }), (days, value) => {
			const on = new Date(Date.UTC(2024, 11, 31 + days)).toISOString().slice(0, 10);
			const line = target({ milestones: [{ ends: '2030-12-31', value }] });
			const planned = plannedAt(line, on) ?? NaN;
			expect(planned).toBeGreaterThanOrEqual(40);
			expect(planned).toBeLessThanOrEqual(Math.max(50, value));
		});
		fc.assert(property);
	});

	it('a stepped line is drawn with its corners', () => {
		const drawn = plannedLine(target({ shape: 'stepped', milestones: [milestone] }));
		expect(drawn.map(({ value }) => value)).toEqual([40, 40, 48, 48, 50]);
	});
});

describe('quarters', () => {
	it('end on the last days of months', () => {
		expect(quarterEnds('2028-02-29')).toEqual([
			...['2027-05-31', '2027-08-31', '2027-11-30', '2028-02-29']
		]);
	});
	it.each([true, false])('come back from their stored rows (cumulative: %s)', (cumulative) => {
		const goal = cumulative ? profiled.goal : { ...profiled.goal, value: 150 };
		const rows = toRows([...profiled.milestones, goal], cumulative);
		expect(rows.at(-1)?.value).toBe(goal.value);
		const found = fromRows(rows.slice(0, -1), rows.at(-1) ?? goal, cumulative);
		expect(found).toEqual({ milestones: profiled.milestones, goal });
	});
});

describe('what is wrong with a target is said at once, with what to do', () => {
	const cases: [string, Partial<Target>, Partial<Indicator>, string[]][] = [
		['a sound target', {}, {}, []],
		['no baseline', { baseline: null }, {}, ['no baseline']],
		[
			'milestones out of order',
			{ milestones: [{ ends: '2030-12-31', value: 44 }, milestone] },
			{},
			['not in order']
		],
		[
			'milestone before the baseline',
			{ milestones: [{ ends: '2020-12-31', value: 41 }] },
			{},
			['before baseline']
		],
		[
			'goal before a milestone',
			{ goal: { ends: '2027-12-31', value: 50 }, milestones: [milestone] },
			{},
			['not in order']
		],
		['goal in the wrong direction', {}, { polarity: 'lower' }, ['wrong direction']],
		['a gap that should close', {}, { polarity: 'lower to zero' }, ['wrong direction']],
		['goal after 2035', { goal: { ends: '2036-03-31', value: 50 } }, {}, ['beyond 2035']],
		[
			'negative tolerance',
			{ tolerance: { kind: 'relative', amount: -1 } },
			{},
			['negative tolerance']
		],
		['not a percentage', { goal: { ends: '2034-12-31', value: 120 } }, {}, ['not a percentage']],
		[
			'a count may pass 100',
			{ goal: { ends: '2034-12-31', value: 120 } },
			{ valueKind: 'count' },
			[]
		],
		[
			'a count below nought',
			{ goal: { ends: '2034-12-31', value: -1 } },
			{ valueKind: 'count', polarity: 'lower' },
			['below nought']
		],
		['a goal without a figure', { goal: { ends: '2034-12-31', value: NaN } }, {}, ['no value']],
		['quarters add up', profiled, { valueKind: 'count' }, []],
		[
			'quarters do not add up',
			{ ...profiled, goal: { ...profiled.goal, value: 650 } },
			{ valueKind: 'count' },
			['quarters do not add up']
		],
		[
			'three quarters',
			{ ...profiled, goal: { ...profiled.goal, quarters: [200, 200, 200] } },
			{ valueKind: 'count' },
			['not four quarters']
		],
		[
			'the last quarter is the level of the year',
			{ ...profiled, cumulative: false },
			{ valueKind: 'count' },
			['quarters do not add up']
		],
		['no direction: a plan without a judgement', {}, { polarity: 'ambiguous' }, ['no judgement']],
		['context: a plan without a judgement', {}, { kind: 'context' }, ['no judgement']],
		['no colour by rule: a plan without a judgement', {}, { colourRule: 'none' }, ['no judgement']],
		[
			'several at once',
			{
				baseline: null,
				tolerance: { kind: 'absolute', amount: -2 },
				goal: { ends: '2040-01-01', value: 101 }
			},
			{},
			['no baseline', 'beyond 2035', 'negative tolerance', 'not a percentage']
		]
	];
	it.each(cases)('%s', (_, changes, ofMeasure, codes) => {
		const problems = check(target(changes), { ...measure, ...ofMeasure });
		expect(problems.map(({ code }) => code)).toEqual(codes);
		expect(isSound(problems)).toBe(codes.every((code) => code === 'no judgement'));
		for (const { message } of problems) expect(message).toMatch(/^[A-Z].*\.$/);
	});
});

describe('a line across a change is provisional until its approver confirms it', () => {
	const history = { breaks: [{ starts: '2026-10-01', note: 'New survey' }], version: 1 };
	const cases: [
		string,
		Partial<Target>,
		Partial<typeof history>,
		string | undefined,
		string | undefined
	][] = [
		['crossed', {}, {}, '2027-12-31', 'change of source'],
		['crossed somewhere before the goal', {}, {}, undefined, 'change of source'],
		['not yet reached', {}, {}, '2025-12-31', undefined],
		[
			'before the baseline',
			{},
			{ breaks: [{ starts: '2020-01-01', note: '' }] },
			'2027-12-31',
			undefined
		],
		['confirmed', { confirmed: { until: '2026-10-01', version: 1 } }, {}, '2027-12-31', undefined],
		[
			'confirmed before it came',
			{ confirmed: { until: '2026-05-01', version: 1 } },
			{},
			'2027-12-31',
			'change of source'
		],
		['another definition', {}, { breaks: [], version: 2 }, '2027-12-31', 'change of definition'],
		[
			'another definition, confirmed',
			{ confirmed: { until: '2026-05-01', version: 2 } },
			{ breaks: [], version: 2 },
			'2027-12-31',
			undefined
		],
		[
			'stored as not confirmed',
			{ provisional: 'Survey replaced' },
			{ breaks: [] },
			'2027-12-31',
			'not confirmed'
		]
	];
	it.each(cases)('%s', (_, changes, ofHistory, ends, reason) => {
		const at = ends === undefined ? undefined : { ends };
		expect(isProvisional(target(changes), { ...history, ...ofHistory }, at)?.reason).toBe(reason);
	});
});

describe('required pace', () => {
	it('to the next milestone and to the goal, beside the pace so far', () => {
		const pace = requiredPace(
			target({ milestones: [milestone] }),
			{ period: year(2026), value: 41 },
			'higher'
		);
		expect(pace?.toNext?.perYear).toBeCloseTo(3.5, 2);
		expect(pace?.toGoal?.perYear).toBeCloseTo(9 / 8, 2);
		expect(pace?.soFar).toBeCloseTo(0.5, 2);
		expect(pace?.toNext?.isMet).toBe(false);
	});
	it('a goal that is reached is said to be', () => {
		const pace = requiredPace(target(), { period: year(2026), value: 55 }, 'higher');
		expect(pace?.toGoal?.isMet).toBe(true);
		expect(pace?.toNext).toBeUndefined();
	});
	it('nothing remains after the goal; a running total has no pace', () => {
		const after = { period: quarter('2035-03-31'), value: 55 };
		expect(requiredPace(target(), after, 'higher')?.toGoal).toBeUndefined();
		expect(requiredPace(target({ cumulative: true }), after, 'higher')).toBeUndefined();
	});
});

it('goodness: more is better, and a gap counts by its size', () => {
	expect([
		goodness(3, 'higher'),
		goodness(3, 'lower'),
		goodness(-3, 'lower to zero'),
		goodness(3, 'neutral')
	]).toEqual([3, -3, -3, undefined]);
});

it('a relative tolerance is a percentage of the plan', () => {
	expect(allowance({ kind: 'relative', amount: 5 }, -40)).toBe(2);
});
