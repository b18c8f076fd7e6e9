import { describe, expect, it } from 'vitest';
import { comparisonWords } from '../../../src/lib/domain/profile/comparison-words.ts';
import { position } from '../../../src/lib/domain/profile/position.ts';
import { groupsOnly, rows } from '../../../src/lib/domain/profile/rows.ts';
import { counted, standouts } from '../../../src/lib/domain/profile/standout.ts';
import { breakdowns, comparison, figure, indicator, movement, periods } from './make.ts';

const WALSALL = 'E08000030';

describe('rows of a profile', () => {
	it('a place without a figure has no row, whatever the borough holds', () => {
		const others = [figure({ area: WALSALL })];
		expect(rows('PLACE', held({ own: [], others }))).toEqual([]);
	});

	it('the areas beside it are taken for the same period, group and measure only', () => {
		const others = [
			figure({ area: WALSALL, period: '2021', value: 7 }),
			figure({ area: 'E92000001', period: '2020', value: 8 }),
			figure({ area: 'E12000005', indicator: 'B2', value: 9 })
		];
		const [row] = rows('PLACE', held({ own: [figure({})], others }));
		expect([...(row?.others.keys() ?? [])]).toEqual([WALSALL]);
	});

	it('shows the latest known figure, and a missing one only where nothing is known', () => {
		const missing = figure({ period: '2021', state: 'not collected', value: null });
		const known = figure({ period: '2020', value: 3 });
		expect(rows('PLACE', held({ own: [known, missing] }))[0]?.figure.period).toBe('2020');
		expect(rows('PLACE', held({ own: [missing] }))[0]?.figure.state).toBe('not collected');
	});

	it('has a row for each sex where there is no figure for everybody, and none for finer groups', () => {
		const own = [figure({ breakdown: 'female' }), figure({ indicator: 'B2', breakdown: 'asian' })];
		const found = held({ own });
		expect(rows('PLACE', found).map(({ label }) => label)).toEqual(['Women and girls']);
		expect(groupsOnly(found).map(({ code }) => code)).toEqual(['B2']);
	});

	it('takes the stored movement that reaches furthest back', () => {
		const judgements = [
			movement({ area: 'PLACE', againstPeriod: '2020' }),
			movement({ area: 'PLACE', againstPeriod: '2016' })
		];
		const [row] = rows('PLACE', held({ own: [figure({})], judgements }));
		expect(row?.before?.id).toBe('2016');
	});
});

describe('what stands out', () => {
	const against = { code: WALSALL, name: 'Walsall' };
	const make = (codes: Record<string, Partial<ReturnType<typeof comparison>>>) =>
		rows(
			'PLACE',
			held({
				own: Object.keys(codes).map((code) => figure({ indicator: code })),
				others: Object.keys(codes).map((code) =>
					figure({ indicator: code, area: WALSALL, value: 5 })
				),
				judgements: Object.entries(codes).map(([code, given]) =>
					comparison({ indicator: code, ...given })
				)
			})
		);

	it('counts every stored comparison and tells the clearest in catalogue order', () => {
		const found = standouts(
			make({
				A1: { difference: 2, lower: 1, upper: 3 },
				B2: { outcome: 'similar' },
				C3: { difference: 20, lower: 19, upper: 21 },
				D4: { outcome: 'lower', difference: -9, lower: -10, upper: -8 },
				E5: { difference: 8, lower: 7, upper: 9 }
			}),
			'West',
			against
		);
		expect(found).toMatchObject({ higher: 3, lower: 1, similar: 1 });
		expect(found.told.map(({ code }) => code)).toEqual(['C3', 'D4', 'E5']);
		expect(counted(found, 'West', 'Walsall')).toBe(
			'Of 5 measures, West is higher than Walsall on 3, similar on 1 and lower on 1.'
		);
	});

	it('tells nothing of a measure without a good direction, and links each sentence to its test', () => {
		const [neutral, clear] = [comparison({ indicator: 'N9' }), comparison({ indicator: 'A1' })];
		const all = rows(
			'PLACE',
			held({
				own: [figure({ indicator: 'N9' }), figure({})],
				others: [figure({ indicator: 'N9', area: WALSALL }), figure({ area: WALSALL, value: 5 })],
				judgements: [neutral, clear]
			})
		);
		const { told } = standouts(all, 'West', against);
		expect(told.map(({ sentence }) => sentence)).toEqual([
			{ text: 'West is higher than Walsall (5.0%).', judgements: [clear.id] }
		]);
	});

	it('says so when nothing can be compared', () => {
		expect(counted(standouts([], 'West', against), 'West', 'Walsall')).toBe(
			'No measure of West can be compared with Walsall yet.'
		);
	});
});

describe('words for a comparison', () => {
	const against = { code: WALSALL, name: 'Walsall' };
	it.each([
		['Higher than Walsall', {}, [comparison({})]],
		['Similar to Walsall', {}, [comparison({ outcome: 'similar' })]],
		['Not tested', {}, []],
		['Too few to judge', { flags: ['u' as const] }, [comparison({ outcome: 'cannot tell' })]]
	])('%s', (words, given, judgements) => {
		const [row] = rows('PLACE', held({ own: [figure(given)], judgements }));
		expect(row && comparisonWords(row, against)).toBe(words);
	});
});

describe('position', () => {
	const all = Array.from({ length: 101 }, (_, i) => i);
	it.each([
		[0, 'in the lowest fifth'],
		[30, 'lower than most'],
		[50, 'near the middle'],
		[70, 'higher than most'],
		[100, 'in the highest fifth']
	])('%d of 0 to 100 is %s', (value, words) => expect(position(value, all)).toBe(words));

	it('says nothing among fewer than 20: fifths would be ranks', () => {
		expect(position(1, [1, 2, 3])).toBeUndefined();
	});

	it('equal values share the middle of their places', () => {
		expect(
			position(
				5,
				Array.from({ length: 40 }, () => 5)
			)
		).toBe('near the middle');
	});
});

function held(given: Partial<Parameters<typeof rows>[1]>): Parameters<typeof rows>[1] {
	return {
		catalogue: ['A1', 'B2', 'C3', 'D4', 'E5']
			.map((code) => indicator(code))
			.concat(indicator('N9', { polarity: 'neutral' })),
		own: [],
		others: [],
		judgements: [],
		periods,
		breakdowns,
		...given
	};
}
