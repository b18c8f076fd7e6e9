import { describe, expect, it } from 'vitest';
import type { Area } from '../../../src/lib/domain/area.ts';
import type { Figure } from '../../../src/lib/domain/disclosure/gate.ts';
import type { Indicator } from '../../../src/lib/domain/indicator.ts';
import type { Period } from '../../../src/lib/domain/period.ts';
import type { Target } from '../../../src/lib/domain/target.ts';

import { judgeTargets } from '../../../src/lib/server/workflow/judge-targets.ts';
import type { Series, TargetTimes } from '../../../src/lib/server/workflow/judged-series.ts';
import { target, year } from '../../domain/target/make.ts';

// Yearly figures against a line from 40 in 2024 to 50 on the last day of 2034: one a year, 2 allowed.

const periods = new Map<string, Period>([2024, 2025, 2026].map((y) => [String(y), year(y)]));

const indicator = {
	...{ code: 'X', kind: 'catalogue', polarity: 'higher', valueKind: 'count', decimals: 0 },
	...{ colourRule: 'target tolerance', intervalMethod: 'none', multiplier: 1, version: 1 },
	...{ frequency: 'annual', lag: '3 months', evidence: 'confirmed', unit: 'events' }
} as Indicator;

const area = (code: string, level: Area['level']) => ({ code, level, isLocal: true }) as Area;
const BOROUGH = area('A', 'borough');
const NORTH = area('N', 'locality');

const figure = (of: Area, period: string, value: number | null): Figure => ({
	...{ indicator: 'X', area: of.code, breakdown: 'all', period, value },
	state: value === null ? 'suppressed' : 'known',
	...{ lower: null, upper: null, numerator: null, denominator: null },
	...{ flags: [], note: null, sourceId: null }
});

function series(of: Area, values: Record<string, number | null>): Series {
	const figures = Object.entries(values).map(([period, value]) => figure(of, period, value));
	return { area: of, breakdown: 'all', figures };
}

const times = (changes: Partial<TargetTimes> = {}): TargetTimes => ({
	...{ periods, breaks: [], rebasings: [], influence: undefined, before: new Map() },
	...{ targets: [target()], on: '2027-02-01' },
	...changes
});

function judged(all: readonly Series[], changes: Partial<TargetTimes> = {}) {
	return judgeTargets(indicator, all, times(changes));
}

const words = (rows: ReturnType<typeof judged>) =>
	rows
		.filter(({ kind }) => kind === 'target')
		.map(({ area: code, period, outcome, reason }) => [code, period, outcome, reason]);

describe('judging targets at publication', () => {
	it('judges each period since the baseline against the line', () => {
		const rows = judged([series(BOROUGH, { 2024: 40, 2025: 41, 2026: 39.5 })]);
		expect(words(rows)).toEqual([
			['A', '2025', 'on track', null],
			['A', '2026', 'off track', null]
		]);
	});

	it.each<[string, Record<string, number | null>, Partial<TargetTimes>, string, string]>([
		[
			'context by influence',
			{ 2026: 60 },
			{ influence: 'context' },
			'no judgement',
			'context measure'
		],
		['hidden', { 2025: 60, 2026: null }, {}, 'no judgement', 'hidden'],
		['late', { 2025: 60 }, { on: '2027-12-01' }, 'no new data', 'late'],
		[
			'held before',
			{ 2026: 60 },
			{ before: new Map([['A all', '2026']]) },
			'no new data',
			'nothing new'
		],
		[
			'only the baseline',
			{ 2024: 40 },
			{ on: '2025-02-01' },
			'too early to tell',
			'not after the baseline'
		]
	])('takes no colour: %s', (_, values, changes, outcome, reason) => {
		const [last] = words(judged([series(BOROUGH, values)], changes)).slice(-1);
		expect(last?.slice(2)).toEqual([outcome, reason]);
	});

	it('stores nothing against target where no target is set', () => {
		const rows = judged([series(BOROUGH, { 2024: 40, 2025: 41 })], { targets: [] });
		expect(rows.map(({ kind }) => kind)).toEqual(['chance', 'reliability']);
	});

	const north: Target = { ...target(), id: 'n', area: 'N' };
	it.each([
		['on track over one off track: masked', 60, 30, true],
		['on track over one on track: nothing to mask', 60, 60, false],
		['off track over one off track: nothing is masked', 30, 30, false],
		['watch over one off track: a watch is no good figure', 41, 30, false]
	])('%s', (_, whole, part, isMasked) => {
		const all = [
			series(BOROUGH, { 2024: 40, 2026: whole }),
			series(NORTH, { 2024: 40, 2026: part })
		];
		const rows = judged(all, { targets: [target(), north] });
		const masked = rows.filter(({ kind }) => kind === 'masking');
		expect(masked.map(({ detail }) => detail)).toEqual(isMasked ? [{ parts: ['N'] }] : []);
	});

	it('keeps the target, its version and the rule with every word', () => {
		const rows = judged([series(BOROUGH, { 2024: 40, 2026: 41 })]);
		const word = rows.find(({ kind }) => kind === 'target');
		expect(word).toMatchObject({
			...{ target: 't', target_version: 1, rule: 'count against line and tolerance' },
			...{ method_version: 1, provisional: false }
		});
	});

	it('is provisional across a change of source after the baseline', () => {
		const rows = judged([series(BOROUGH, { 2024: 40, 2026: 60 })], { breaks: ['2026-01-01'] });
		expect(rows.find(({ kind }) => kind === 'target')).toMatchObject({
			...{ outcome: 'on track', provisional: true }
		});
	});
});
