import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generator, uniform } from '../../../src/lib/domain/random.ts';
import { gi } from '../../../src/lib/domain/spatial/getis-ord.ts';
import {
	draws,
	giPermutation,
	localMoranPermutation,
	pValue,
	tallies
} from '../../../src/lib/domain/spatial/permutation.ts';
import { twoSided } from '../../../src/lib/domain/stats/distribution.ts';
import { grid, maps } from './map.ts';

it('a seed repeats every p-value, another seed changes some', () => {
	const map = grid(5, 5);
	const random = generator(4);
	const y = map.map(() => uniform(random));
	const run = (seed: number) => giPermutation(y, map, draws(map, 499, seed));
	expect(run(11)).toEqual(run(11));
	expect(run(11)).not.toEqual(run(12));
});

it('each draw takes different places among the other areas, all equally often', () => {
	const map = grid(4, 3);
	const { places, most } = draws(map, 22_000, 5);
	const times = new Array<number>(11).fill(0);
	for (let start = 0; start < places.length; start += most) {
		expect(new Set(places.subarray(start, start + most)).size).toBe(most);
		times[places[start] ?? 0] = (times[places[start] ?? 0] ?? 0) + 1;
	}
	for (const count of times) expect(Math.abs(count - 2000)).toBeLessThan(200);
});

it('the p-value is exact where all arrangements can be counted', () => {
	// One area with two neighbours among five others: ten pairs, two of them as high as the real one.
	const map = [[1, 2], [0], [0], [], [], []];
	const y = [0, 8, 9, 10, 2, 1];
	const drawn = draws(map, 40_000, 6);
	const [p] = giPermutation(y, map, drawn, 'greater');
	expect(Math.abs((p ?? 0) - 3 / 10)).toBeLessThan(0.01);
});

it('sums that differ only by rounding count as ties', () => {
	const map = [[1, 2, 3], [0], [0], [0], []];
	const tally = tallies([0, 0.1, 0.2, 0.3, 0.3], map, draws(map, 500, 1))[0];
	const ties = (tally?.atLeast ?? 0) + (tally?.atMost ?? 0) - 500;
	expect(ties).toBeGreaterThan(200);
});

it('p-values lie in (0, 1]; turning the values round swaps the sides', () => {
	fc.assert(
		fc.property(maps, ({ y, neighbours }) => {
			const drawn = draws(neighbours, 99, 3);
			const turned = y.map((value) => -value);
			const more = giPermutation(y, neighbours, drawn, 'greater');
			const less = giPermutation(turned, neighbours, drawn, 'less');
			expect(less).toEqual(more);
			for (const p of giPermutation(y, neighbours, drawn)) {
				if (p !== undefined) expect(p > 0 && p <= 1).toBe(true);
			}
		})
	);
});

it('two-sided p-values of local Moran and Gi* are the same (both order the neighbours)', () => {
	fc.assert(
		fc.property(maps, ({ y, neighbours }) => {
			const drawn = draws(neighbours, 99, 3);
			const mean = y.reduce((a, b) => a + b, 0) / y.length;
			const local = localMoranPermutation(y, neighbours, drawn);
			giPermutation(y, neighbours, drawn).forEach((p, i) => {
				if (y[i] !== mean) expect(local[i]).toBe(p);
			});
		})
	);
});

it('the least p-value of 9,999 two-sided permutations is 0.0002', () => {
	expect(pValue({ atLeast: 0, atMost: 9999 }, 9999, 'two-sided')).toBeCloseTo(0.0002, 15);
});

describe('9,999 permutations on 169 areas', () => {
	const map = grid(13, 13);
	const random = generator(9);
	const y = map.map(() => uniform(random));
	const drawn = draws(map, 9999, 20250401);

	it('take well under a second', () => {
		const start = performance.now();
		giPermutation(y, map, drawn);
		expect(performance.now() - start).toBeLessThan(1000);
	});

	it('agree with the conditional normal approximation of Gi', () => {
		const z = gi(y, map, false);
		const p = giPermutation(y, map, drawn);
		const gaps = p.map((value, i) => Math.abs((value ?? 1) - twoSided(z[i] ?? 0)));
		expect(gaps.reduce((a, b) => a + b, 0) / gaps.length).toBeLessThan(0.03);
	});
});

it('draws of another map are a programmer error', () => {
	const map = grid(3, 3);
	expect(() => tallies([1, 2, 3, 4], grid(2, 2), draws(map, 9, 1))).toThrow(RangeError);
});
