// How the cost of Gi* with conditional permutation grows with areas and permutations: for the benchmark.
import { generator, uniform } from '../random.ts';
import { nearest, type Point } from './neighbours.ts';
import { draws, giPermutation } from './permutation.ts';

/** One measurement. `drawing` is paid once for all recipes that share the draws. */
export interface Growth {
	areas: number;
	permutations: number;
	drawingMs: number;
	testingMs: number;
}

/**
 * Times a made-up map of random points with six neighbours each, for every pair of sizes. `now` is a
 * clock in milliseconds; the least of `repeats` runs is given.
 */
export function growth(
	now: () => number,
	sizes: { areas: readonly number[]; permutations: readonly number[] },
	repeats = 3
): Growth[] {
	return sizes.areas.flatMap((areas) => {
		const random = generator(areas);
		const points = Array.from({ length: areas }, (): Point => [uniform(random), uniform(random)]);
		const y = points.map(() => uniform(random));
		const neighbours = nearest(points, 6);
		return sizes.permutations.map((permutations) => {
			const drawn = draws(neighbours, permutations, 1);
			const drawingMs = least(now, repeats, () => draws(neighbours, permutations, 1));
			const testingMs = least(now, repeats, () => giPermutation(y, neighbours, drawn));
			return { areas, permutations, drawingMs, testingMs };
		});
	});
}

function least(now: () => number, repeats: number, work: () => unknown): number {
	const times = Array.from({ length: repeats }, () => {
		const start = now();
		work();
		return now() - start;
	});
	return Math.min(...times);
}
