import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator, Polarity } from '../../../src/lib/domain/indicator.ts';
import { colourRule } from '../../../src/lib/domain/judgement/colour-rule.ts';
import {
	dueDay,
	freshness,
	isFrequency,
	lagMonths
} from '../../../src/lib/domain/judgement/freshness.ts';
import { grid, gridCell } from '../../../src/lib/domain/judgement/grid.ts';
import type { Point } from '../../../src/lib/domain/judgement/point.ts';
import {
	againstTarget,
	type Asked,
	targetWords
} from '../../../src/lib/domain/judgement/target.ts';
import { travel, travelPeriods, travelWord } from '../../../src/lib/domain/judgement/travel.ts';
import { goodness } from '../../../src/lib/domain/target.ts';
import { byAttention, isException } from '../../../src/lib/domain/judgement/exception.ts';
import { tally } from '../../../src/lib/domain/judgement/tally.ts';
import type { Movement } from '../../../src/lib/domain/judgement.ts';
import { point, quarter, target, year } from '../target/make.ts';

const fresh = { state: 'new', due: null, monthsLate: 0 } as const;
const flat = target({ goal: { ends: '2034-12-31', value: 40 } }); // planned: 40 throughout

type Rule = Partial<Pick<Indicator, 'kind' | 'polarity' | 'colourRule'>>;
const counts: Rule = { polarity: 'higher', colourRule: 'target tolerance' };
const survey: Rule = { polarity: 'higher', colourRule: 'no colour unless change exceeds interval' };
const gap: Rule = {
	polarity: 'lower to zero',
	colourRule: 'no colour if interval includes 0 or APS flags unreliable'
};
const pay: Rule = { polarity: 'lower to zero', colourRule: 'no colour if CV >10%' };
const range = (lower: number, upper: number) => ({ lower, upper });

function judge(latest: Point | undefined, rule: Rule, changes: Partial<Asked> = {}) {
	const indicator = { kind: 'catalogue', polarity: 'higher', colourRule: 'none', ...rule } as const;
	const history = { breaks: [], version: 1 };
	return againstTarget({ indicator, target: flat, latest, freshness: fresh, history, ...changes });
}

describe('counts: the value against the line and the tolerance of 2', () => {
	const cases: [string, number, Polarity, string][] = [
		['on the line', 40, 'higher', 'on track'],
		['better', 41, 'higher', 'on track'],
		['within the tolerance', 39, 'higher', 'watch'],
		['exactly at the tolerance', 38, 'higher', 'watch'],
		['worse than that', 37.9, 'higher', 'off track'],
		['lower is better', 41, 'lower', 'watch'],
		['lower is better, far', 43, 'lower', 'off track'],
		['a gap on the other side of zero', -43, 'lower to zero', 'off track'],
		['a gap closer to zero', -30, 'lower to zero', 'on track'],
		['binary dust does not decide', 0.1 + 0.2 + 39.7 - 1e-13, 'higher', 'on track']
	];
	it.each(cases)('%s', (_, value, polarity, word) => {
		const found = judge(point(value), { ...counts, polarity });
		expect(found).toMatchObject({ word, why: null, rule: 'tolerance', planned: 40, tolerance: 2 });
	});
	it('limits play no part', () => {
		expect(judge(point(37, range(30, 44)), counts).word).toBe('off track');
	});
});

describe('surveys: the line against the range', () => {
	const cases: [string, Rule, Point, string, string | null][] = [
		['at the line', survey, point(40, range(35, 45)), 'on track', null],
		['worse, line inside the range', survey, point(36, range(31, 41)), 'watch', null],
		['worse, line on the limit', survey, point(36, range(32, 40)), 'watch', null],
		[
			'worse, line outside, though within the tolerance',
			survey,
			point(39, range(38.5, 39.5)),
			'off track',
			null
		],
		['no range', survey, point(39), 'no judgement', 'no range'],
		[
			'a gap whose range includes zero',
			gap,
			point(45, range(-1, 91)),
			'no judgement',
			'range includes zero'
		],
		['a gap on the other side, line mirrored', gap, point(-43, range(-48, -38)), 'watch', null],
		['uncertain pay', pay, point(45, range(34, 56)), 'no judgement', 'too uncertain'],
		['certain pay', pay, point(45, range(41, 49)), 'off track', null]
	];
	it.each(cases)('%s', (_, rule, latest, word, why) => {
		expect(judge(latest, rule)).toMatchObject({ word, why, tolerance: null });
	});
});

describe('laws of the six words', () => {
	const rank: Record<string, number> = { 'off track': 0, watch: 1, 'on track': 2 };
	const number = fc.double({ min: -100, max: 100, noNaN: true });
	const polarity = fc.constantFrom<Polarity>('higher', 'lower', 'lower to zero');
	const rule = fc.constantFrom(counts, survey);
	it('a better figure with the same margin never gets a worse word', () => {
		const property = fc.property(number, number, polarity, rule, (a, b, way, of) => {
			const size = (v: number) => goodness(v, way) ?? NaN;
			const [worse, better] = size(a) <= size(b) ? [a, b] : [b, a];
			// For a gap, one side of zero: its range moves away from both lines together.
			fc.pre(way !== 'lower to zero' || a * b >= 0);
			const words = [worse, better].map(
				(v) => judge(point(v, range(v - 3, v + 3)), { ...of, polarity: way }).word
			);
			expect(rank[words[1] ?? '']).toBeGreaterThanOrEqual(rank[words[0] ?? ''] ?? NaN);
		});
		fc.assert(property);
	});
	it('a wider tolerance never makes it worse', () => {
		const amount = fc.double({ min: 0, max: 50, noNaN: true });
		const property = fc.property(number, amount, amount, (value, a, b) => {
			const words = [Math.min(a, b), Math.max(a, b)].map((allowed) => {
				const tolerance = { kind: 'absolute', amount: allowed } as const;
				return judge(point(value), counts, { target: { ...flat, tolerance } }).word;
			});
			expect(rank[words[1] ?? '']).toBeGreaterThanOrEqual(rank[words[0] ?? ''] ?? NaN);
		});
		fc.assert(property);
	});
});

describe('why there is no colour', () => {
	const late = { state: 'late', due: '2025-01-31', monthsLate: 3 } as const;
	const nothingNew = { state: 'nothing new', due: null, monthsLate: 0 } as const;
	const small: Rule = { ...counts, colourRule: 'no colour if base <20' };
	const cases: [string, Point | undefined, Rule, Partial<Asked>, string, string][] = [
		['context', point(50), { ...counts, kind: 'context' }, {}, 'no judgement', 'context measure'],
		['no target', point(50), counts, { target: undefined }, 'no judgement', 'no target'],
		[
			'withdrawn',
			point(50),
			counts,
			{ target: target({ state: 'withdrawn' }) },
			'no judgement',
			'no target'
		],
		[
			'submitted only',
			point(50),
			counts,
			{ target: target({ state: 'submitted' }) },
			'no judgement',
			'target not approved'
		],
		[
			'rule without colour',
			point(50),
			{ ...counts, colourRule: 'none' },
			{},
			'no judgement',
			'no colour by rule'
		],
		['neutral', point(50), { ...counts, polarity: 'neutral' }, {}, 'no judgement', 'no direction'],
		[
			'ambiguous',
			point(50),
			{ ...counts, polarity: 'ambiguous' },
			{},
			'no judgement',
			'no direction'
		],
		['hidden', undefined, counts, { isHidden: true }, 'no judgement', 'hidden'],
		['no figure', undefined, counts, {}, 'no new data', 'no figure'],
		['late keeps no colour', point(50), counts, { freshness: late }, 'no new data', 'late'],
		[
			'nothing new keeps no colour',
			point(50),
			counts,
			{ freshness: nothingNew },
			'no new data',
			'nothing new'
		],
		[
			'the baseline itself',
			point(50, { period: year(2024) }),
			counts,
			{},
			'too early to tell',
			'not after the baseline'
		],
		['flagged small', point(50, { isSmall: true }), counts, {}, 'no judgement', 'base too small'],
		['small base', point(50, { denominator: 19 }), small, {}, 'no judgement', 'base too small'],
		['base not known', point(50), small, {}, 'no judgement', 'base too small'],
		[
			'no plan for the period',
			point(50, { period: quarter('2026-05-31') }),
			counts,
			{ target: target({ shape: 'profiled' }) },
			'no judgement',
			'no plan for the period'
		]
	];
	it.each(cases)('%s', (_, latest, rule, changes, word, why) => {
		expect(judge(latest, rule, changes)).toMatchObject({ word, why, provisional: null });
	});
	it('a base of 20 is enough', () => {
		expect(judge(point(50, { denominator: 20 }), small).word).toBe('on track');
	});
});

it('a line across a change of source is judged, provisionally', () => {
	const history = { breaks: [{ starts: '2026-01-01', note: 'New survey' }], version: 1 };
	const found = judge(point(41), counts, { history });
	expect(found).toMatchObject({ word: 'on track', provisional: { reason: 'change of source' } });
});

describe('the catalogue', () => {
	const read = (name: string): Indicator[] =>
		JSON.parse(readFileSync(`static/open-data/catalogue/${name}.json`, 'utf8'));
	const all = [...read('indicators'), ...read('context')];
	it('every rule, frequency and lag in it is known', () => {
		expect(all.length).toBeGreaterThan(100);
		for (const { colourRule: text, frequency, lag } of all) {
			expect(() => colourRule(text)).not.toThrow();
			expect(isFrequency(frequency), frequency).toBe(true);
			expect(lagMonths(lag) !== null || ['unknown', '-'].includes(lag), lag).toBe(true);
		}
	});
	it('survey rules stand only where figures have a range', () => {
		for (const { code, colourRule: text, intervalMethod } of read('indicators')) {
			if (colourRule(text).kind === 'survey') expect(intervalMethod, code).not.toBe('none');
		}
	});
	it.each(['', 'target tolerence', 'constructor'])('unknown words throw: "%s"', (text) => {
		expect(() => colourRule(text)).toThrow(/unknown rule/);
	});
});

describe('new, nothing new, late', () => {
	const latest = { id: '2024', ends: '2024-12-31' };
	const cases: [string, string, string, string, string | null, string, number][] = [
		['first seen', '2025-06-01', 'annual', '12 months', null, 'new', 0],
		['newer than at the last edition', '2025-06-01', 'annual', '12 months', '2023', 'new', 0],
		[
			'the same as at the last edition',
			'2025-06-01',
			'annual',
			'12 months',
			'2024',
			'nothing new',
			0
		],
		['due, and not yet a month late', '2027-01-20', 'annual', '12 months', '2023', 'new', 0],
		['late', '2027-04-30', 'annual', '12 months', '2023', 'late', 3],
		['quarterly, weeks of lag', '2025-06-30', 'quarterly', '2-4 weeks', '2024', 'late', 2],
		['lag not known: never late', '2035-01-01', 'annual', 'unknown', null, 'new', 0],
		['no next one: never late', '2035-01-01', 'once', '12 months', null, 'new', 0]
	];
	it.each(cases)('%s', (_, on, frequency, lag, before, state, monthsLate) => {
		const held = { latest, before: before === null ? null : { id: before }, frequency, lag, on };
		expect(freshness(held)).toMatchObject({ state, monthsLate });
	});
	it('is due one interval and the longest lag after the figure', () => {
		expect(dueDay('2024-12-31', 'annual', '8-9 months after fieldwork')).toBe('2026-09-30');
		expect(dueDay('2025-06-30', 'quarterly', '4-8 weeks local; 7 months national')).toBe(
			'2026-04-30'
		);
	});
});

describe('the grid keeps the two judgements apart', () => {
	const cases: [string, string, Polarity, string | undefined][] = [
		['watch', 'no clear change', 'lower', 'watch / no clear change'],
		['off track', 'lower', 'lower', 'off track / improving'],
		['on track', 'higher', 'lower', 'on track / worsening'],
		['on track', 'increasing', 'neutral', 'on track / rising'],
		['no judgement', 'higher', 'higher', undefined],
		['on track', 'cannot tell', 'higher', undefined]
	];
	it.each(cases)('%s, %s, %s', (word, movement, polarity, cell) => {
		const found = gridCell({ word, movement } as Parameters<typeof gridCell>[0], polarity);
		expect(found && `${found.row} / ${found.column}`).toBe(cell);
	});
	it('holds now and last year, and says what has no cell', () => {
		const positions = {
			now: { word: 'watch', movement: 'no clear change' },
			'last year': { word: 'too early to tell', movement: 'cannot tell' }
		} as const;
		const found = grid(positions, 'lower');
		expect(found.rows[1]?.cells[1]?.marks).toEqual(['now']);
		expect(found.rows.flatMap(({ cells }) => cells.flatMap(({ marks }) => marks))).toHaveLength(1);
		expect(found.outside).toEqual([
			{ mark: 'last year', word: 'too early to tell', travel: 'cannot tell' }
		]);
	});
});

describe('direction of travel', () => {
	const cases: [Parameters<typeof travelWord>[0], Polarity, [number, number] | null, string][] = [
		['higher', 'higher', null, 'improving'],
		['higher', 'lower', null, 'worsening'],
		['higher', 'neutral', null, 'rising'],
		['decreasing', 'ambiguous', null, 'falling'],
		['no clear change', 'higher', null, 'no clear change'],
		['cannot tell', 'higher', null, 'cannot tell'],
		['lower', 'lower to zero', [3, 5], 'improving'],
		['lower', 'lower to zero', [-5, -3], 'worsening'],
		['lower', 'lower to zero', [-1, 4], 'falling'],
		['lower', 'lower to zero', null, 'falling']
	];
	it.each(cases)('%s, %s better, %s', (outcome, polarity, ends, word) => {
		const values = ends ? { later: ends[0], earlier: ends[1] } : undefined;
		expect(travelWord(outcome, polarity, values)).toBe(word);
	});
	it('is against the last period and the same period last year', () => {
		const quarters = ['2025-06-30', '2025-09-30', '2025-12-31', '2026-03-31'].map(quarter);
		const found = travelPeriods(quarter('2026-06-30'), quarters, []);
		expect([found.lastPeriod?.id, found.lastYear?.id]).toEqual(['2026-03-31', '2025-06-30']);
		const behind = travelPeriods(quarter('2026-06-30'), quarters, ['2026-01-01']);
		expect([behind.lastPeriod?.id, behind.lastYear?.id]).toEqual(['2026-03-31', undefined]);
		const movements = [{ id: 7, againstPeriod: '2025-06-30', outcome: 'higher', difference: 2 }];
		expect(
			travel(movements as Movement[], found, { polarity: 'higher', latest: 9 }).lastYear
		).toEqual({ word: 'improving', against: '2025-06-30', judgement: 7, difference: 2 });
	});
});

it('lists put what needs attention first', () => {
	expect(targetWords[0]).toBe('off track');
	expect(new Set(targetWords).size).toBe(6);
});

it('a tally counts every word, and only the three colours as judged', () => {
	expect(tally(['off track', 'on track', 'on track', 'no new data'])).toEqual({
		...{ all: 4, judged: 3, 'off track': 1, watch: 0, 'on track': 2 },
		...{ 'too early to tell': 0, 'no judgement': 0, 'no new data': 1 }
	});
});

describe('attention: worse than the target and worsening comes first', () => {
	const cases: [Parameters<typeof isException>[0], boolean][] = [
		[{ word: 'off track', travel: 'worsening' }, true],
		[{ word: 'watch', travel: 'worsening' }, true],
		[{ word: 'off track', travel: 'no clear change' }, false],
		[{ word: 'watch', travel: 'improving' }, false],
		[{ word: 'on track', travel: 'worsening' }, false],
		[{ word: 'no new data', travel: 'worsening' }, false]
	];
	it.each(cases)('%j', (standing, expected) => {
		expect(isException(standing)).toBe(expected);
	});
	it('orders exceptions before the rest, and the rest by word', () => {
		const order = [...cases].map(([standing]) => standing).sort(byAttention);
		expect(order.map(({ word }) => word)).toEqual([
			...['off track', 'watch', 'off track', 'watch', 'on track', 'no new data']
		]);
	});
});
