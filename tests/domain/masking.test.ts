import { describe, expect, it } from 'vitest';
import type { Comparison, ComparisonOutcome } from '../../src/lib/domain/judgement.ts';
import type { TargetWord } from '../../src/lib/domain/judgement/target.ts';
import type { Polarity } from '../../src/lib/domain/indicator.ts';
import { masked, maskedTarget } from '../../src/lib/domain/masking.ts';

type Case = [
	law: string,
	polarity: Polarity,
	whole: ComparisonOutcome,
	parts: ComparisonOutcome[],
	expected: number
];

const cases: Case[] = [
	['a good whole hides a clearly worse part', 'lower', 'lower', ['higher', 'similar'], 1],
	['a similar whole hides worse parts', 'higher', 'similar', ['lower', 'lower'], 2],
	['a whole that is worse itself hides nothing', 'lower', 'higher', ['higher'], 0],
	['better parts are not hidden', 'lower', 'lower', ['lower', 'similar'], 0],
	['a measure without direction is never masked', 'neutral', 'similar', ['higher', 'lower'], 0],
	['an ambiguous measure is never masked', 'ambiguous', 'lower', ['higher'], 0],
	['a gap that should close has a sign', 'lower to zero', 'lower', ['higher'], 0],
	['without a judgement of the whole nothing is said', 'lower', 'cannot tell', ['higher'], 0]
];

describe('masking reads stored comparisons', () => {
	it.each(cases)('%s', (_, polarity, whole, parts, expected) => {
		const found = masked({
			indicator: { code: 'X', polarity },
			whole: 'B',
			benchmark: 'E',
			comparisons: [
				comparison(1, 'B', 'E', whole),
				...parts.map((outcome, i) => comparison(i + 2, `P${i}`, 'B', outcome))
			]
		});
		expect(found?.parts.length ?? 0).toBe(expected);
		if (found) expect(found.judgements).toHaveLength(expected + 1);
	});
});

describe('a whole on track may hide a part off track', () => {
	const cases: [string, string, string[], number][] = [
		['one part off track', 'on track', ['off track', 'on track'], 1],
		['two parts off track', 'on track', ['off track', 'off track'], 2],
		['a part to watch hides nothing', 'on track', ['watch'], 0],
		['a whole to watch hides nothing', 'watch', ['off track'], 0],
		['stale parts have no colour', 'on track', ['no new data'], 0]
	];
	it.each(cases)('%s', (_, whole, parts, expected) => {
		const words = [whole, ...parts].map((outcome, i) => ({
			...{ id: i + 1, area: i === 0 ? 'B' : `P${i}`, outcome: outcome as TargetWord }
		}));
		const found = maskedTarget('X', 'B', words);
		expect(found?.parts.length ?? 0).toBe(expected);
		if (found) expect(found.judgements).toHaveLength(expected + 1);
	});
});

function comparison(
	id: number,
	area: string,
	againstArea: string,
	outcome: ComparisonOutcome
): Comparison {
	return {
		...{ id, kind: 'comparison', indicator: 'X', area, againstArea, outcome, breakdown: 'all' },
		...{ period: '2021', difference: null, lower: null, upper: null, p: null, q: null },
		...{ confidence: 0.998, method: 'wilson', methodVersion: 1 }
	};
}
