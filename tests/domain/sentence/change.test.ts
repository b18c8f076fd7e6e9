import { describe, expect, it } from 'vitest';
import type { Polarity } from '../../../src/lib/domain/indicator.ts';
import type { Movement, Trend } from '../../../src/lib/domain/judgement.ts';
import type { Period } from '../../../src/lib/domain/period.ts';
import {
	cannotSee,
	change,
	changeHeading,
	meaning,
	trendOf
} from '../../../src/lib/domain/sentence/change.ts';

const percent = { valueKind: 'percent', unit: '%', decimals: 1 } as const;
const before = { period: year('2015'), value: 27.5, unit: percent };
const now = { period: year('2023'), value: 21, unit: percent };

describe('change: the stored test decides, and the sentence names it', () => {
	const cases: [Movement['outcome'], string, string, string][] = [
		[
			'lower',
			'MOVER',
			'That is lower than in 2015, by more than chance would explain.',
			'Lower than in 2015'
		],
		[
			'higher',
			'MOVER',
			'That is higher than in 2015, by more than chance would explain.',
			'Higher than in 2015'
		],
		[
			'no clear change',
			'MOVER',
			'Since 2015 there is no clear change.',
			'No clear change since 2015'
		],
		[
			'cannot tell',
			'no limits',
			'It was 27.5% in 2015. These figures come without a range, so we cannot say whether the change is more than chance.',
			'27.5% in 2015, 21.0% in 2023'
		],
		[
			'cannot tell',
			'series break',
			'It was 27.5% in 2015. The source changed in between, so the two cannot be compared.',
			'27.5% in 2015, 21.0% in 2023'
		]
	];
	it.each(cases)('%s (%s)', (outcome, method, sentence, heading) => {
		const movement = made({ outcome, method });
		expect(change(movement, before)).toEqual({ text: sentence, judgements: [7] });
		expect(changeHeading(movement, before, now)).toEqual({ text: heading, judgements: [7] });
	});
});

describe('meaning: better and worse only where a direction is better', () => {
	const cases: [Polarity, Movement['outcome'], string | undefined][] = [
		['higher', 'higher', 'That is a change for the better.'],
		['higher', 'lower', 'That is a change for the worse.'],
		['lower', 'higher', 'That is a change for the worse.'],
		['lower', 'lower', 'That is a change for the better.'],
		['lower to zero', 'lower', undefined],
		['neutral', 'higher', 'A change in this measure is neither good nor bad by itself.'],
		['ambiguous', 'lower', 'A change in this measure is neither good nor bad by itself.'],
		['higher', 'no clear change', undefined],
		['higher', 'cannot tell', undefined]
	];
	it.each(cases)('%s, %s', (polarity, outcome, text) => {
		expect(meaning(made({ outcome }), polarity)?.text).toBe(text);
	});
});

describe('trend: five points or nothing', () => {
	const cases: [Trend['outcome'], string | undefined][] = [
		[
			'increasing',
			'Over the last five years it has been rising, by more than chance would explain.'
		],
		[
			'decreasing',
			'Over the last five years it has been falling, by more than chance would explain.'
		],
		['no change', 'Over the last five years there is no clear trend.'],
		['cannot be calculated', undefined]
	];
	it.each(cases)('%s', (outcome, text) => {
		const { againstPeriod: _, ...rest } = made({});
		expect(trendOf({ ...rest, kind: 'trend', outcome })?.text).toBe(text);
	});
});

describe('cannot see it: half the width of the interval of the difference', () => {
	it('is told in points', () => {
		expect(cannotSee(made({ lower: -8.4, upper: 2.4 }), percent)?.text).toBe(
			'A change smaller than 5.4 percentage points cannot be seen between these two figures.'
		);
	});
	it('is left out without limits', () => {
		expect(cannotSee(made({}), percent)).toBeUndefined();
	});
	it('is left out when it rounds to nothing', () => {
		expect(cannotSee(made({ lower: -0.01, upper: 0.01 }), percent)).toBeUndefined();
	});
});

function year(text: string): Period {
	return {
		...{ id: text, kind: 'calendar_year', label: text },
		...{ starts: `${text}-01-01`, ends: `${text}-12-31` }
	};
}

function made(given: Partial<Movement>): Movement {
	return {
		...{ id: 7, kind: 'movement', indicator: 'W07', area: 'E08000030', breakdown: 'all' },
		...{ period: '2023', againstPeriod: '2015', outcome: 'no clear change' },
		...{ difference: null, lower: null, upper: null, p: null },
		...{ confidence: 0.95, method: 'MOVER', methodVersion: 1 },
		...given
	};
}
