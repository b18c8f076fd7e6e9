import { describe, expect, it } from 'vitest';
import type { Polarity } from '../../../src/lib/domain/indicator.ts';
import type { ComparisonOutcome } from '../../../src/lib/domain/judgement.ts';
import { hiddenIn } from '../../../src/lib/domain/profile/hidden.ts';
import { isBeyondMany } from '../../../src/lib/domain/profile/many.ts';
import { rows } from '../../../src/lib/domain/profile/rows.ts';
import { standouts } from '../../../src/lib/domain/profile/standout.ts';
import { breakdowns, comparison, figure, indicator, periods } from './make.ts';

const WALSALL = 'E08000030';

describe('what the figure of a place hides', () => {
	const cases: [Polarity, ComparisonOutcome, ComparisonOutcome, string[]][] = [
		['lower', 'similar', 'higher', ['worse']],
		['lower', 'lower', 'higher', ['worse']],
		['lower', 'higher', 'higher', []],
		['lower', 'similar', 'lower', []],
		['lower', 'cannot tell', 'higher', []],
		['higher', 'similar', 'lower', ['worse']],
		['higher', 'higher', 'lower', ['worse']],
		['higher', 'lower', 'lower', []],
		['neutral', 'similar', 'higher', ['higher']],
		['neutral', 'similar', 'lower', ['lower']],
		['neutral', 'higher', 'lower', []],
		['ambiguous', 'similar', 'higher', ['higher']],
		['lower to zero', 'similar', 'higher', ['higher']],
		['lower', 'similar', 'similar', []],
		['lower', 'similar', 'cannot tell', []]
	];
	it.each(cases)('%s better, place %s, part %s: %j', (polarity, whole, part, words) => {
		const [found] = hide(polarity, whole, [{ outcome: part }]);
		expect(found?.parts.map(({ word }) => word) ?? []).toEqual(words);
	});

	it.each([
		['another period', { period: '2011' }],
		['another group', { breakdown: 'female' }],
		['another benchmark', { againstArea: 'E92000001' }],
		['chance among many comparisons', { q: 0.06 }],
		['no test among many', { q: null }]
	])('%s hides nothing', (_, given) => {
		expect(hide('lower', 'similar', [{ outcome: 'higher', ...given }])).toEqual([]);
	});
});

describe('many comparisons at once', () => {
	it.each([
		['higher', 0.05, true],
		['lower', 0.001, true],
		['higher', 0.051, false],
		['higher', null, false],
		['similar', 0.001, false],
		['cannot tell', 0.001, false]
	] as const)('%s with q %s: %s', (outcome, q, holds) => {
		expect(isBeyondMany({ outcome, q })).toBe(holds);
	});

	it('a difference that many comparisons explain does not stand out, and is still counted', () => {
		const own = comparison({ q: 0.2, difference: 5, lower: 4, upper: 6 });
		const all = rows('PLACE', {
			catalogue: [indicator('A1')],
			...{ own: [figure({})], others: [figure({ area: WALSALL })], judgements: [own] },
			...{ periods, breakdowns }
		});
		const found = standouts(all, 'West', { code: WALSALL, name: 'Walsall' });
		expect(found).toMatchObject({ higher: 1, told: [] });
	});
});

function hide(
	polarity: Polarity,
	whole: ComparisonOutcome,
	parts: Parameters<typeof comparison>[0][]
) {
	const all = rows('PLACE', {
		catalogue: [indicator('A1', { polarity })],
		...{ own: [figure({})], others: [], periods, breakdowns },
		judgements: [comparison({ outcome: whole })]
	});
	const comparisons = parts.map((given) => comparison({ area: 'PART', ...given }));
	return hiddenIn(all, { against: WALSALL, partsAgainst: WALSALL, comparisons });
}
