// Who is next to whom. Lists of neighbours by index, without the area itself; an island has none.

/** For each area the indices of its neighbours. */
export type Neighbours = readonly (readonly number[])[];

/** `row`: the neighbours of an area share a weight of 1. `binary`: each neighbour weighs 1. */
export type Weights = 'row' | 'binary';

/** A point in British National Grid metres: degrees would stretch distances. */
export type Point = readonly [east: number, north: number];

/** Weight of each neighbour of an area with so many neighbours. */
export const weightOf = (weights: Weights, neighbours: number): number =>
	weights === 'binary' ? 1 : 1 / neighbours;

/** The k nearest points of each point, nearest first; of equally near ones the earlier. Not symmetric. */
export function nearest(points: readonly Point[], k: number): number[][] {
	return points.map((_, i) =>
		distancesFrom(points, i)
			.sort((a, b) => a.distance - b.distance || a.j - b.j)
			.slice(0, k)
			.map(({ j }) => j)
	);
}

/** All points at most `threshold` metres away. */
export function withinDistance(points: readonly Point[], threshold: number): number[][] {
	return points.map((_, i) =>
		distancesFrom(points, i)
			.filter(({ distance }) => distance <= threshold)
			.map(({ j }) => j)
	);
}

/** The graph of the areas kept, renumbered; neighbours that were left out are forgotten. */
export function subgraph(neighbours: Neighbours, keep: readonly boolean[]): number[][] {
	const places = new Map<number, number>();
	keep.forEach((kept, i) => kept && places.set(i, places.size));
	return neighbours
		.filter((_, i) => keep[i])
		.map((list) => list.flatMap((j) => places.get(j) ?? []));
}

/** Values and graph without areas that have no neighbours: what a global statistic uses. */
export function withoutIslands(
	y: readonly number[],
	neighbours: Neighbours
): { y: number[]; neighbours: number[][] } {
	const keep = neighbours.map((list) => list.length > 0);
	return { y: y.filter((_, i) => keep[i]), neighbours: subgraph(neighbours, keep) };
}

function distancesFrom(points: readonly Point[], i: number) {
	const [east, north] = points[i] ?? [Number.NaN, Number.NaN];
	return points.flatMap((point, j) =>
		j === i ? [] : [{ j, distance: Math.hypot(point[0] - east, point[1] - north) }]
	);
}
