// Made-up maps for the spatial tests.
import fc from 'fast-check';
import type { Neighbours } from '../../../src/lib/domain/spatial/neighbours.ts';

/** A grid of squares, each next to those that share an edge. */
export function grid(width: number, height: number): number[][] {
	return Array.from({ length: width * height }, (_, i) => {
		const [x, y] = [i % width, Math.floor(i / width)];
		return [
			[x - 1, y],
			[x + 1, y],
			[x, y - 1],
			[x, y + 1]
		].flatMap(([a = -1, b = -1]) =>
			a >= 0 && a < width && b >= 0 && b < height ? [b * width + a] : []
		);
	});
}

/** A symmetric random graph with values, islands included. */
export const maps = fc.integer({ min: 5, max: 14 }).chain((n) =>
	fc.record({
		y: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: n, maxLength: n }),
		neighbours: fc
			.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { minLength: n, maxLength: 2 * n })
			.map((pairs) => symmetric(n, pairs)),
		order: fc.shuffledSubarray(
			Array.from({ length: n }, (_, i) => i),
			{ minLength: n, maxLength: n }
		)
	})
);

/** The same map with the areas listed in another order. */
export function reordered(
	y: readonly number[],
	neighbours: Neighbours,
	order: readonly number[]
): { y: number[]; neighbours: number[][] } {
	return {
		y: order.map((i) => y[i] ?? 0),
		neighbours: order.map((i) => (neighbours[i] ?? []).map((j) => order.indexOf(j)))
	};
}

function symmetric(n: number, pairs: readonly (readonly [number, number])[]): number[][] {
	const sets = Array.from({ length: n }, () => new Set<number>());
	for (const [i, j] of pairs) {
		if (i === j) continue;
		sets[i]?.add(j);
		sets[j]?.add(i);
	}
	return sets.map((set) => [...set]);
}
