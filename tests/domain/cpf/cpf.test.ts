import { describe, expect, it } from 'vitest';
import { filtered, grouped, NOBODY } from '../../../src/lib/domain/cpf/filter.ts';
import { health, healthWords } from '../../../src/lib/domain/cpf/health.ts';
import {
	isExceptional,
	type Measure,
	type Part,
	usedBy
} from '../../../src/lib/domain/cpf/measure.ts';
import {
	columnsText,
	readColumns,
	returnColumns,
	TEMPLATE
} from '../../../src/lib/domain/cpf/return-columns.ts';
import { headline, tallyOf } from '../../../src/lib/domain/cpf/words.ts';
import type { TargetWord } from '../../../src/lib/domain/judgement/target.ts';
import type { TravelWord } from '../../../src/lib/domain/judgement/travel.ts';

const part = (word: TargetWord | null, travel: TravelWord | null): Part =>
	({
		group: null,
		figure: { value: 1, breakdown: 'all', flags: [] },
		period: { label: '2025' },
		target: word && { outcome: word },
		travel: travel && { word: travel }
	}) as unknown as Part;

const measure = (code: string, given: Partial<Measure> = {}): Measure => ({
	indicator: { code, title: code, themes: ['P1'] } as unknown as Measure['indicator'],
	areas: ['CS'],
	owner: null,
	contributors: [],
	influence: null,
	parts: [],
	overdue: [],
	lateSince: null,
	isCommented: false,
	standing: null,
	...given
});

describe('what a meeting looks at first', () => {
	it.each<[TargetWord | null, TravelWord | null, boolean]>([
		['off track', 'worsening', true],
		['watch', 'worsening', true],
		['on track', 'worsening', false],
		['off track', 'improving', false],
		['off track', 'falling', false],
		['off track', 'no clear change', false],
		['no new data', 'worsening', false],
		['off track', null, false],
		[null, 'worsening', false]
	])('%s and %s: %s', (word, travel, wanted) => {
		expect(isExceptional(measure('A', { parts: [part(word, travel)] }))).toBe(wanted);
	});
});

describe('how well a framework is kept', () => {
	it('counts in words, each from its own facts', () => {
		const owner = { directorate: 'D', post: 'P' };
		const all = [
			measure('A', { parts: [part(null, null)], owner, isCommented: true }),
			measure('B', {
				parts: [part(null, null)],
				overdue: [{ label: '2025', dueOn: '2026-01-01' }]
			}),
			measure('C', { parts: [part(null, null)], lateSince: '2026-01-01' }),
			measure('D')
		];
		expect(health(all)).toEqual({ of: 4, withFigures: 3, upToDate: 1, commented: 1, owned: 1 });
		expect(healthWords(health(all))).toEqual([
			'3 of 4 indicators have figures.',
			'1 of 4 is up to date.',
			'1 of 3 with figures has commentary.',
			'1 of 4 has a named owner.'
		]);
		expect(healthWords(health([]))).toEqual(['No indicator is linked yet.']);
	});

	it.each<[(TargetWord | null)[], string]>([
		[[null, null], 'No targets are agreed yet. 2 of 2 indicators have figures'],
		[['off track', null], '1 of 2 indicators can be judged: 1 off track, 0 to watch, 0 on track'],
		[['no new data', null], '0 of 2 indicators can be judged: 1 have a target']
	])('%j leads with “%s”', (words, wanted) => {
		const all = words.map((word, i) => measure(`A${i}`, { parts: [part(word, null)] }));
		expect(headline(all)).toBe(wanted);
	});

	it('an indicator with two groups counts once, at its worst', () => {
		const both = measure('A', { parts: [part('on track', null), part('off track', null)] });
		expect(tallyOf([both])).toMatchObject({ all: 1, 'off track': 1, 'on track': 0 });
	});
});

describe('one figure in many areas', () => {
	const owner = { directorate: 'Adults', post: 'Lead' };
	const shared = measure('A', {
		areas: ['CS', 'PH'],
		owner,
		contributors: [{ directorate: 'Health', post: 'X' }]
	});
	const other = measure('B', { areas: ['PH'] });
	const names = {
		areas: [
			{ code: 'CS', label: 'Customers' },
			{ code: 'PH', label: 'Health' }
		],
		themes: [{ code: 'P1', label: 'One' }]
	};
	const none = { area: null, owner: null, theme: null };

	it('stands under each of its areas as the same thing, and once under its theme and owner', () => {
		const byArea = grouped([shared, other], 'area', names);
		expect(byArea.map(({ code, measures }) => [code, measures.length])).toEqual([
			['CS', 1],
			['PH', 2]
		]);
		expect(byArea[0]?.measures[0]).toBe(byArea[1]?.measures[0]);
		expect(grouped([shared, other], 'theme', names).map(({ measures }) => measures.length)).toEqual(
			[2]
		);
		expect(grouped([shared, other], 'owner', names).map(({ label }) => label)).toEqual([
			'Adults',
			'No owner named yet'
		]);
	});

	it.each([
		[{ ...none, area: 'CS' }, ['A']],
		[{ ...none, owner: 'Health' }, ['A']],
		[{ ...none, owner: NOBODY }, ['B']],
		[{ ...none, theme: 'P2' }, []],
		[none, ['A', 'B']]
	])('%j leaves %j', (ask, wanted) => {
		expect(filtered([shared, other], ask).map(({ indicator }) => indicator.code)).toEqual(wanted);
	});

	it('is used by an area once, however many of its elements link it', () => {
		const element = (code: string, parent: string | null, position: number) => ({
			...{ code, parent, position, slug: code.toLowerCase(), label: code, description: null },
			...{ owner: null, source: null, validFrom: '2024-01-01', validTo: null }
		});
		const link = (code: string) => ({
			indicator: 'A',
			element: code,
			validFrom: '2024-01-01',
			validTo: null,
			evidence: 'x'
		});
		const tree = {
			elements: [element('CS', null, 1), element('CS1', 'CS', 2)],
			links: [link('CS'), link('CS1')]
		};
		expect([...usedBy(tree, '2026-01-01')]).toEqual([['A', ['CS']]]);
	});
});

describe('columns of a return', () => {
	it('are the corporate template unless the address says otherwise', () => {
		expect(TEMPLATE).toEqual([
			'reference',
			'measure',
			'owner',
			'period',
			'actual',
			'target',
			'tolerance',
			'status',
			'direction_of_travel',
			'commentary',
			'data_note'
		]);
		expect(readColumns(null)).toEqual(readColumns(TEMPLATE.join(',')));
		const read = readColumns('');
		expect(read.ok && columnsText(read.columns)).toBe('');
	});

	it.each([
		[
			'reference:KPI,actual',
			[
				['reference', 'KPI'],
				['actual', 'Actual']
			]
		],
		[
			'actual,reference',
			[
				['actual', 'Actual'],
				['reference', 'Reference']
			]
		],
		['status:<b>RAG</b>: now', [['status', '<b>RAG</b>: now']]]
	])('%s is read in its order and by its names, and written back the same', (text, wanted) => {
		const read = readColumns(text);
		if (!read.ok) throw new Error(read.wrong);
		expect(read.columns.map(({ name, title }) => [name, title])).toEqual(wanted);
		expect(readColumns(columnsText(read.columns))).toEqual(read);
	});

	it.each(['zz', 'reference,reference', 'constructor'])('%s is refused in a sentence', (text) => {
		expect(readColumns(text)).toMatchObject({ ok: false });
	});

	it('have names of their own', () => {
		expect(new Set(returnColumns.map(({ name }) => name)).size).toBe(returnColumns.length);
	});
});
