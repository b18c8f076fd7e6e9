import { describe, expect, it } from 'vitest';
import { oneIn } from '../../../src/lib/domain/format.ts';
import type { Period } from '../../../src/lib/domain/period.ts';
import { level, likely, type LevelInput } from '../../../src/lib/domain/sentence/level.ts';

const census: Period = {
	id: '2021-03-21',
	kind: 'snapshot',
	starts: '2021-03-21',
	ends: '2021-03-21',
	label: 'Census 2021'
};
const year: Period = {
	id: '2023',
	kind: 'calendar_year',
	starts: '2023-01-01',
	ends: '2023-12-31',
	label: '2023'
};

describe('level: how high a figure is', () => {
	const cases: [string, Partial<LevelInput>, string][] = [
		[
			'numerator and denominator travel with a percentage',
			{ figure: figure({ value: 2.7437, numerator: 7501, denominator: 273392 }) },
			'About 1 in 36 in Walsall at the 2021 census: 2.7% (7,501 of 273,392 residents aged 3 and over).'
		],
		[
			'parts of people come from estimates, and are about that many',
			{ figure: figure({ value: 4, numerator: 40.4, denominator: 1010.2, flags: ['e'] }) },
			'About 1 in 25 in Walsall at the 2021 census: 4.0% (about 40 of 1,010 residents aged 3 and over). This figure is estimated.'
		],
		[
			'a share above one half is not told as one in n',
			{ figure: figure({ value: 67.4, numerator: 674, denominator: 1000 }) },
			'The figure for Walsall was 67.4% at the 2021 census (674 of 1,000 residents aged 3 and over).'
		],
		[
			'zero is a value',
			{ figure: figure({ value: 0, numerator: 0, denominator: 50 }) },
			'The figure for Walsall was 0.0% at the 2021 census (0 of 50 residents aged 3 and over).'
		],
		[
			'money is written as money',
			{
				figure: figure({ value: 605.4 }),
				unit: { valueKind: 'money', unit: '£ a week', decimals: 0 },
				period: year
			},
			'The figure for Walsall was £605 in 2023.'
		],
		[
			'a hidden value says so and shows nothing',
			{ figure: figure({ state: 'suppressed', value: null }) },
			'Walsall at the 2021 census: hidden.'
		]
	];
	it.each(cases)('%s', (_, given, text) => {
		expect(level(input(given)).text).toBe(text);
	});
});

describe('likely: only a published range speaks of a true figure', () => {
	const survey = figure({ value: 21, lower: 15.6, upper: 26.4 });
	it('says between which values', () => {
		const said = likely(input({ figure: survey, intervalMethod: 'published' }));
		expect(said?.text).toBe('The true figure is likely to be between 15.6% and 26.4%.');
	});
	it('says nothing for a count of everyone', () => {
		expect(likely(input({ figure: survey, intervalMethod: 'wilson' }))).toBeUndefined();
	});
	it('says nothing without a range', () => {
		expect(likely(input({ intervalMethod: 'published' }))).toBeUndefined();
	});
});

function figure(given: Partial<LevelInput['figure']>): LevelInput['figure'] {
	return {
		...{ state: 'known', value: 1, lower: null, upper: null },
		...{ numerator: null, denominator: null, flags: [] },
		...given
	};
}

function input(given: Partial<LevelInput>): LevelInput {
	return {
		figure: figure({}),
		period: census,
		place: 'Walsall',
		unit: { valueKind: 'percent', unit: '%', decimals: 1 },
		denominator: 'usual residents 3+',
		intervalMethod: 'wilson',
		...given
	};
}

describe('"about 1 in"', () => {
	it.each([
		[0.5, '1 in 2'],
		[0.46, '1 in 2'],
		[0.4, undefined],
		[0.34, '1 in 3'],
		[0.285, undefined],
		[0.21, '1 in 5'],
		[0.01, '1 in 100'],
		[0.0096, undefined],
		[0.6, undefined],
		[0, undefined],
		[Number.NaN, undefined]
	])('%f is %s', (share, words) => {
		expect(oneIn(share)).toBe(words);
	});
});
