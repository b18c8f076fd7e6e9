import { describe, expect, it } from 'vitest';
import type { Comparison, ComparisonOutcome } from '../../../src/lib/domain/judgement.ts';
import {
	beside,
	clearOf,
	other,
	similarAreas
} from '../../../src/lib/domain/sentence/comparison.ts';

const unit = { valueKind: 'percent', unit: '%', decimals: 1 } as const;

describe('beside: the stored comparison chooses the word', () => {
	const cases: [ComparisonOutcome, string][] = [
		['similar', 'Walsall is similar to England (21.0%).'],
		['higher', 'Walsall is higher than England (21.0%).'],
		['lower', 'Walsall is lower than England (21.0%).'],
		['cannot tell', 'England is at 21.0%; we cannot tell whether the two differ.']
	];
	it.each(cases)('%s', (outcome, text) => {
		const words = { place: 'Walsall', other: 'England', otherValue: 21, unit };
		expect(beside(made(outcome, 3), words)).toEqual({ text, judgements: [3] });
	});
});

it('without a stored comparison no difference is claimed', () => {
	const said = other({ other: 'England', otherValue: 4, unit });
	expect(said).toEqual({
		text: 'England: 4.0%. We have not tested the difference.',
		judgements: []
	});
});

it('similar areas are a middle and a range, never a judgement', () => {
	const said = similarAreas({ middle: 23, low: 18, high: 28.4, areas: 14 }, unit);
	expect(said).toEqual({
		text: 'The middle one of 14 similar areas is at 23.0%; they run from 18.0% to 28.4%.',
		judgements: []
	});
});

describe('clear of Walsall: counted from stored comparisons', () => {
	const wards = { one: 'ward', many: 'wards' };
	const cases: [ComparisonOutcome[], string | undefined][] = [
		[
			['higher', 'higher', 'lower', 'similar'],
			'2 of 4 wards clearly higher than Walsall, 1 clearly lower'
		],
		[['higher', 'similar'], '1 of 2 wards clearly higher than Walsall'],
		[['lower', 'similar'], '1 of 2 wards clearly lower than Walsall'],
		[['similar', 'similar'], 'None of the 2 wards is clearly different from Walsall'],
		[['cannot tell'], undefined],
		[[], undefined]
	];
	it.each(cases)('%j', (outcomes, text) => {
		const said = clearOf(
			outcomes.map((outcome, i) => made(outcome, i)),
			wards
		);
		expect(said?.text).toBe(text);
		if (said) expect(said.judgements).toHaveLength(outcomes.length);
	});
});

function made(outcome: ComparisonOutcome, id: number): Comparison {
	return {
		...{ id, kind: 'comparison', indicator: 'W04', area: 'E08000030', breakdown: 'all' },
		...{ period: '2023', againstArea: 'E92000001', outcome },
		...{ difference: null, lower: null, upper: null, p: null, q: null },
		...{ confidence: 0.998, method: 'Wilson', methodVersion: 1 }
	};
}
