import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	entropy,
	localEntropy,
	localSimpson,
	simpson,
	simpsonOverall
} from '../../../src/lib/domain/spatial/diversity.ts';
import { margins } from '../../../src/lib/domain/spatial/groups.ts';
import {
	localSegregation,
	locationQuotient
} from '../../../src/lib/domain/spatial/local-segregation.ts';
import {
	multigroupDissimilarity,
	normalisedExposure,
	relativeDiversity,
	theilH
} from '../../../src/lib/domain/spatial/multigroup.ts';
import {
	againstChance,
	needsReference
} from '../../../src/lib/domain/spatial/segregation-reference.ts';
import {
	adjustedIsolation,
	againstRest,
	dissimilarity,
	interaction,
	isolation
} from '../../../src/lib/domain/spatial/two-group.ts';

const matrices = fc.integer({ min: 2, max: 5 }).chain((groups) =>
	fc.array(fc.array(fc.nat(60), { minLength: groups, maxLength: groups }), {
		minLength: 2,
		maxLength: 10
	})
);
const indices = [
	['H', (m: number[][]) => theilH(m)?.H],
	['D', multigroupDissimilarity],
	['R', relativeDiversity],
	['P', normalisedExposure]
] as const;

describe.each(indices)('multigroup %s', (_, index) => {
	it('lies between 0 and 1', () => {
		fc.assert(
			fc.property(matrices, (matrix) => {
				const value = index(matrix) ?? 0;
				expect(value > -1e-9 && value < 1 + 1e-9).toBe(true);
			})
		);
	});

	it('is 0 where every area mirrors the whole, 1 where no group shares an area', () => {
		expect(
			index([
				[10, 20, 30],
				[1, 2, 3],
				[5, 10, 15]
			])
		).toBeCloseTo(0, 12);
		expect(
			index([
				[10, 0, 0],
				[0, 20, 0],
				[0, 0, 30]
			])
		).toBeCloseTo(1, 12);
	});

	it('depends neither on the order of areas or groups nor on splitting an even area', () => {
		fc.assert(
			fc.property(matrices, (matrix) => {
				const value = index(matrix) ?? 9;
				const turned = [...matrix].reverse().map((row) => [...row].reverse());
				const [first = [], ...rest] = matrix.map((row) => row.map((x) => 2 * x));
				const half = first.map((x) => x / 2);
				expect(index(turned) ?? 9).toBeCloseTo(value, 9);
				expect(index([half, half, ...rest]) ?? 9).toBeCloseTo(value, 9);
			})
		);
	});

	it('has no answer with one group only, or nobody', () => {
		expect(
			index([
				[5, 0],
				[7, 0]
			])
		).toBeUndefined();
		expect(index([[0, 0]])).toBeUndefined();
	});
});

it('the population-weighted mean of local segregation is M', () => {
	fc.assert(
		fc.property(matrices, (matrix) => {
			const whole = margins(matrix);
			const local = localSegregation(matrix);
			const mean = local.reduce<number>(
				(sum, value, i) => sum + (value ?? 0) * ((whole?.areas[i] ?? 0) / (whole?.total ?? 1)),
				0
			);
			expect(mean).toBeCloseTo(theilH(matrix)?.M ?? 0, 9);
		})
	);
});

it('exposures to all groups add to one', () => {
	fc.assert(
		fc.property(matrices, (matrix) => {
			const all = (matrix[0] ?? []).map((_, y) => interaction(matrix, 0, y));
			if (all[0] === undefined) return;
			expect(all.reduce<number>((a, b) => a + (b ?? 0), 0)).toBeCloseTo(1, 9);
			expect(isolation(matrix, 0)).toBe(all[0]);
		})
	);
});

it('an empty group has no answer; an empty area is skipped', () => {
	expect(dissimilarity([0, 0], [1, 2])).toBeUndefined();
	expect(isolation([[0, 2]], 0)).toBeUndefined();
	expect(adjustedIsolation([[5], [5]], 0)).toBeUndefined();
	expect(
		localEntropy([
			[0, 0],
			[1, 1]
		])
	).toEqual({ values: [undefined, Math.log(2)], normalised: [undefined, 1] });
	expect(localSimpson([[0, 0]])).toEqual([undefined]);
	expect(
		locationQuotient([
			[1, 0],
			[0, 0]
		])
	).toEqual([
		[1, undefined],
		[undefined, undefined]
	]);
	expect(entropy([0, 0])).toBeUndefined();
});

it('a group against the rest', () => {
	expect(
		againstRest(
			[
				[1, 2, 3],
				[4, 5, 6]
			],
			1
		)
	).toEqual({ x: [2, 5], rest: [4, 10] });
});

it("diversity treats all groups alike, and Simpson's two faces add to one", () => {
	expect(simpson([1, 2, 7])).toBe(simpson([7, 1, 2]));
	const faces = simpsonOverall([
		[1, 2],
		[3, 4]
	]);
	expect((faces?.concentration ?? 0) + (faces?.interaction ?? 0)).toBeCloseTo(1, 12);
});

it.each([
	['ragged rows', [[1, 2], [3]]],
	['a negative count', [[1, -2]]]
])('%s are a programmer error', (_, matrix) => {
	expect(() => margins(matrix)).toThrow(RangeError);
});

describe('a small group against its randomisation reference', () => {
	const totals = new Array<number>(40).fill(500);

	it('dealt evenly at random looks segregated, and the reference says it is chance', () => {
		const scattered = totals.map((_, i) => ((i * 7) % 40 < 15 ? 1 : 0));
		const found = againstChance(scattered, totals, { deals: 200, seed: 1 });
		expect(found?.observed).toBeGreaterThan(0.6);
		expect(Math.abs(found?.beyondChance ?? 1)).toBeLessThan(0.25);
		expect(needsReference(15, 20_000, 40)).toBe(true);
	});

	it('gathered in two areas is beyond chance', () => {
		const gathered = totals.map((_, i) => (i < 2 ? 40 : 0));
		const found = againstChance(gathered, totals, { deals: 200, seed: 1 });
		expect(found?.beyondChance).toBeGreaterThan(0.9);
		expect(found?.p).toBeCloseTo(1 / 201, 12);
	});

	it('repeats with its seed; an empty group has no answer', () => {
		const x = totals.map((_, i) => i % 3);
		const run = () => againstChance(x, totals, { deals: 20, seed: 9 });
		expect(run()).toEqual(run());
		expect(
			againstChance(
				totals.map(() => 0),
				totals,
				{ deals: 5, seed: 1 }
			)
		).toBeUndefined();
	});
});
