import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/lib/domain/disclosure/gate.ts';
import type { Indicator } from '../../src/lib/domain/indicator.ts';
import type { Movement } from '../../src/lib/domain/judgement.ts';
import { type Held, line, unitNote } from '../../src/routes/indicators/line.ts';

const indicator = { code: 'T09', polarity: 'higher', themes: ['E3'] } as Indicator;
const figure = (breakdown: string, period: string): Figure => ({
	indicator: 'T09',
	area: 'E08000030',
	period,
	breakdown,
	state: 'known',
	value: 56.2,
	lower: null,
	upper: null,
	numerator: null,
	denominator: null,
	flags: [],
	note: null,
	sourceId: null
});
const movement = (againstPeriod: string, outcome: Movement['outcome']) =>
	({ indicator: 'T09', breakdown: 'all', period: '2023', againstPeriod, outcome }) as Movement;
const year = (id: string) =>
	[
		id,
		{ id, kind: 'calendar_year', starts: `${id}-01-01`, ends: `${id}-12-31`, label: id }
	] as const;

const held = (figures: Figure[], movements: Movement[] = []): Held => ({
	figures,
	movements,
	periods: new Map([year('2018'), year('2022'), year('2023')]),
	breakdowns: new Map([
		['all', { dimension: 'all', label: 'Everyone' }],
		['male', { dimension: 'sex', label: 'Men and boys' }],
		['female', { dimension: 'sex', label: 'Women and girls' }],
		['age-65', { dimension: 'age', label: 'Aged 65 and over' }]
	]),
	levels: new Map([['T09', ['borough', 'lsoa']]])
});

describe('line', () => {
	it('shows the figure for everyone, and not its parts', () => {
		const { latest } = line(indicator, held([figure('all', '2023'), figure('male', '2023')]));
		expect(latest).toMatchObject([{ label: null, period: '2023' }]);
	});

	it('shows women and men where there is no figure for everyone', () => {
		const parts = [figure('female', '2023'), figure('male', '2023'), figure('age-65', '2023')];
		expect(line(indicator, held(parts)).latest.map(({ label }) => label)).toEqual([
			'Women and girls',
			'Men and boys'
		]);
	});

	it('says the movement that reaches furthest back, as stored', () => {
		const tests = [movement('2022', 'no clear change'), movement('2018', 'higher')];
		expect(line(indicator, held([figure('all', '2023')], tests)).movement).toEqual({
			outcome: 'higher',
			since: '2018',
			polarity: 'higher'
		});
	});

	it('says no movement for a figure that the test was not made for', () => {
		expect(
			line(indicator, held([figure('all', '2022')], [movement('2018', 'higher')])).movement
		).toBe(null);
	});

	it('names the levels in words', () => {
		expect(line(indicator, held([])).levels).toBe('borough, neighbourhood');
	});
});

describe('unitNote', () => {
	it.each([
		['percent', '%', null],
		['rate', 'per 1,000 homes', 'per 1,000 homes'],
		['money', '£ a week', 'a week'],
		['count', 'count', null]
	] as const)('%s in "%s" adds %s', (valueKind, unit, note) => {
		expect(unitNote({ valueKind, unit })).toBe(note);
	});
});
