import { describe, expect, it } from 'vitest';
import { scaled } from '../../../src/lib/domain/overview/beyond-noise.ts';
import { inWords } from '../../../src/lib/domain/overview/in-words.ts';
import { matrix } from '../../../src/lib/domain/overview/matrix.ts';
import { counts, headline, measures } from '../../../src/lib/domain/overview/measures.ts';
import { members } from '../../../src/lib/domain/overview/members.ts';
import { awaited, awaitedInShort, due } from '../../../src/lib/domain/overview/waiting.ts';
import { figure, indicator, movement, periods } from '../profile/make.ts';

const WALSALL = 'E08000030';
const catalogue = [
	indicator('A1'),
	indicator('B2'),
	indicator('C3', {
		nextUpdate: 'First return; date not yet agreed',
		awaited: 'From the council.'
	}),
	indicator('L5', { restricted: true }),
	indicator('X1', { kind: 'context', nextUpdate: 'Census 2031' }),
	indicator('X2', { kind: 'context', nextUpdate: 'date not known' })
];
const own = ['A1', 'B2', 'X1', 'X2'].map((code) => figure({ indicator: code, area: WALSALL }));

describe('the headline without targets', () => {
	it('counts measures that have clearly moved over the longest stored test, and those that wait', () => {
		const moved = movement({ indicator: 'A1', againstPeriod: '2016' });
		const movements = [
			moved,
			movement({ indicator: 'A1', againstPeriod: '2020', outcome: 'no clear change' }),
			movement({ indicator: 'B2', againstPeriod: '2016', outcome: 'no clear change' }),
			movement({ indicator: 'B2', againstPeriod: '2020', outcome: 'lower' }),
			movement({ indicator: 'X1', outcome: 'cannot tell' })
		];
		const all = measures(catalogue, own, movements, periods);
		const said = headline(all, { label: 'First load' });
		expect(said.text).toMatch(
			/^No targets are agreed yet\. 1 of 4 measures with figures has clearly changed since .+; 1 awaits its first return\.$/
		);
		expect(said.judgements).toEqual([moved.id]);
		expect(counts(all)).toEqual({
			withFigures: 4,
			moved: 1,
			tested: 2,
			proposed: 4,
			filled: 2,
			awaiting: 1,
			restricted: 1,
			context: 2
		});
	});

	it('before the first edition it says that nothing had been published', () => {
		const all = measures(catalogue, [], [], periods);
		expect(headline(all, { label: 'Nothing had been published' }).text).toBe(
			'Nothing had been published.'
		);
	});
});

describe('sentences for members', () => {
	const told = (outcomes: Record<string, 'higher' | 'lower' | 'no clear change'>) => {
		const movements = Object.entries(outcomes).map(([code, outcome]) =>
			movement({ indicator: code, outcome })
		);
		const all = measures(catalogue, own, movements, periods);
		return members({
			measures: all,
			counts: counts(all),
			comparisons: [],
			local: { measures: 3, tested: 0 },
			awaited: 'first return 1',
			boroughPath: '/places/E08000030'
		});
	};

	it('name what moved by direction, without saying why', () => {
		const [first] = told({ A1: 'higher', B2: 'lower', X1: 'no clear change' });
		expect(first?.title).toBe('2 measures have clearly changed.');
		expect(first?.text.text).toBe(
			'Up: measure A1. Down: measure B2. 1 more could be tested and show no clear change.'
		);
	});

	it('say that nothing moved when nothing did', () => {
		expect(told({ A1: 'no clear change' })[0]).toMatchObject({ kind: 'still' });
	});

	it('leave out what there is nothing to say about', () => {
		expect(told({}).map(({ kind }) => kind)).toEqual(['places', 'awaited']);
	});
});

describe('theme by locality', () => {
	const theme = {
		code: 'P1',
		kind: 'priority' as const,
		slug: 't',
		title: 'T',
		strapline: '',
		position: 1
	};
	const shaped = (figures: ReturnType<typeof figure>[]) =>
		matrix([WALSALL, 'WLOC01'], {
			catalogue,
			themes: [theme],
			figures,
			movements: [movement({ indicator: 'A1', outcome: 'lower' })],
			periods
		})[0];

	it('counts measures with figures in each place by their movement there', () => {
		const row = shaped([...own, figure({ indicator: 'A1', area: 'WLOC01' })]);
		expect(row?.cells.map(({ filled, moved }) => [filled, moved.down, moved.unknown])).toEqual([
			[4, 1, 3],
			[1, 0, 1]
		]);
	});

	it('a place without figures of a theme that the borough has is borough only, never filled in', () => {
		expect(shaped(own)?.cells[1]).toMatchObject({ filled: 0, isBoroughOnly: true });
		expect(shaped([])?.cells[1]).toMatchObject({ filled: 0, isBoroughOnly: false });
	});
});

describe('change over margin', () => {
	it.each([
		['clear rise', { difference: 4, lower: 2, upper: 7 }, 2],
		['inside the margin', { difference: 1, lower: -1, upper: 4 }, 0.5],
		['clear fall', { difference: -6, lower: -8, upper: -4 }, -3]
	])('%s: beyond one exactly when the limits leave out zero', (_, test, inMargins) => {
		expect(scaled(test)?.inMargins).toBeCloseTo(inMargins);
	});

	it('without limits there is nothing to draw', () => {
		expect(scaled({ difference: 3, lower: null, upper: null })).toBeUndefined();
	});
});

describe('direction of a complete count', () => {
	it('is told against the period before and the longest one, nearest first, without a judgement', () => {
		const movements = [
			movement({ againstPeriod: '2016', difference: -2, outcome: 'cannot tell' }),
			movement({ againstPeriod: '2020', difference: 0.4, outcome: 'cannot tell' })
		];
		expect(inWords(movements, periods)).toBe('Up on 2020, down on 2016');
		expect(inWords([], periods)).toBeUndefined();
	});
});

describe('what is missing and what is due', () => {
	const all = measures(catalogue, own, [], periods);

	it('groups waiting indicators by what they wait for; restricted ones are not named', () => {
		expect(awaited(all)).toEqual([
			{
				next: 'First return; date not yet agreed',
				count: 1,
				reasons: [
					{ reason: 'From the council.', indicators: [{ code: 'C3', title: 'Measure C3' }] }
				]
			}
		]);
		expect(awaitedInShort(awaited(all))).toBe('first return 1');
	});

	it('lists dated updates first', () => {
		expect(due(all).map(({ when }) => when)).toEqual(['Census 2031', 'date not known']);
	});
});
