import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	averageScore,
	compositeIndex,
	deciles,
	type Recipe
} from '../../../src/lib/domain/composite/composite.ts';
import {
	averageRanks,
	exponentialTransform,
	lowestRanks,
	minMax,
	winsorised,
	zScores
} from '../../../src/lib/domain/composite/normalise.ts';
import {
	leaveOneOut,
	randomSets,
	rankStability
} from '../../../src/lib/domain/composite/stability.ts';
import { generator } from '../../../src/lib/domain/random.ts';
import { kendallTauB } from '../../../src/lib/domain/stats/correlation.ts';

const recipe: Recipe = { weights: [1, 2], method: 'exponential', higherIsWorse: [true, true] };
const domains = fc.array(
	fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })),
	{ minLength: 3, maxLength: 20 }
);
const methods = ['exponential', 'zscore', 'minmax'] as const;

describe.each(methods)('composite by %s', (method) => {
	it('rank 1 is the highest score, equal scores share the lowest rank', () => {
		fc.assert(
			fc.property(domains, (rows) => {
				const found = compositeIndex(rows, { ...recipe, method });
				found?.score.forEach((score = 0, i) => {
					const worse = found.score.filter((other = 0) => other > score + 1e-9).length;
					expect(found.rank[i]).toBe(worse + 1);
				});
			})
		);
	});

	it('turning a domain and its direction round changes nothing', () => {
		fc.assert(
			fc.property(domains, (rows) => {
				const turned = rows.map(([a, b]) => [a, 100 - b]);
				const one = compositeIndex(rows, { ...recipe, method });
				const other = compositeIndex(turned, { ...recipe, method, higherIsWorse: [true, false] });
				expect(other?.rank).toEqual(one?.rank);
			})
		);
	});

	it('an area without a domain has no score and does not disturb the others', () => {
		const rows = [
			[1, 5],
			[2, null],
			[3, 1],
			[4, 4]
		];
		const found = compositeIndex(rows, { ...recipe, method });
		const without = compositeIndex(
			rows.filter((_, i) => i !== 1),
			{ ...recipe, method }
		);
		expect(found?.score[1]).toBeUndefined();
		expect(found?.rank.filter((rank) => rank !== undefined)).toEqual(without?.rank);
	});
});

it('the exponential transform runs from nearly 0 to 100, about a tenth above 50', () => {
	const values = exponentialTransform(
		Array.from({ length: 1000 }, (_, i) => i),
		true
	);
	expect(values.at(-1)).toBeCloseTo(100, 9);
	const above = values.filter((value) => value > 50).length / 1000;
	expect(above).toBeGreaterThan(0.09);
	expect(above).toBeLessThan(0.12);
});

it.each([
	['zScores', zScores([3, 3, 3])],
	['minMax', minMax([3, 3])],
	[
		'a composite of equal values',
		compositeIndex(
			[
				[1, 1],
				[1, 1]
			],
			{ ...recipe, method: 'zscore' }
		)
	],
	['averageScore of nobody', averageScore([1, 2], [0, 0])]
])('%s has no answer without spread or people', (_, answer) => expect(answer).toBeUndefined());

it('ranks share ties: on average or at the lowest', () => {
	expect(averageRanks([10, 20, 20, 5])).toEqual([2, 3.5, 3.5, 1]);
	expect(lowestRanks([10, 20, 20, 5])).toEqual([2, 3, 3, 1]);
});

it('winsorising draws in the ends only', () => {
	expect(winsorised([0, 1, 2, 3, 100], 0.25, 0.75)).toEqual([1, 1, 2, 3, 3]);
});

it('decile 1 is the worst tenth', () => {
	expect(deciles([1, 10, 11, 100], 100)).toEqual([1, 1, 2, 10]);
});

it('equal weights twice: ranks agree fully; the range of ranks spans all sets', () => {
	const rows = [
		[5, 1],
		[4, 9],
		[1, 2],
		[2, 6]
	];
	const sets = [[1, 1], [2, 2], ...leaveOneOut([1, 1]), ...randomSets(generator(2), 2, 5)];
	const found = rankStability(rows, sets, 0.25);
	expect(found.spearmanToFirst[0]).toBe(1);
	expect(found.kendallTauBToFirst[0]).toBe(1);
	found.ranks.forEach((set) =>
		set.forEach((rank, i) => {
			expect(rank).toBeGreaterThanOrEqual(found.minRank[i] ?? 9);
			expect(rank).toBeLessThanOrEqual(found.maxRank[i] ?? 0);
		})
	);
});

it('weights that add to nothing, or too few of them, are a programmer error', () => {
	expect(() =>
		compositeIndex(
			[
				[1, 2],
				[2, 1]
			],
			{ ...recipe, weights: [0, 0] }
		)
	).toThrow(RangeError);
	expect(() => compositeIndex([[1, 2, 3]], recipe)).toThrow(RangeError);
});

it("Kendall's tau-b: full agreement 1, full disagreement -1, all ties no answer", () => {
	expect(kendallTauB([1, 2, 3], [2, 4, 9])).toBe(1);
	expect(kendallTauB([1, 2, 3], [3, 2, 1])).toBe(-1);
	expect(kendallTauB([1, 1], [1, 2])).toBeUndefined();
});
