// Neighbours by shared borders, from the full outlines of one file or from a topology's arcs. Outlines
// of different files, or simplified apart, do not share their points: build this once and store it.
import type { FeatureCollection, Geometry, Position } from 'geojson';

/** Queen: any shared point. Rook: a shared stretch of border. */
export type Kind = 'queen' | 'rook';

/**
 * Neighbours of each feature of a collection. Coordinates are compared after rounding to multiples
 * of `snap` (the unit of the coordinates); a corner that meets the middle of an edge is not seen.
 */
export function contiguity(
	collection: FeatureCollection<Geometry | null>,
	kind: Kind,
	snap = 1e-9
): number[][] {
	const keyOf = ([x = 0, y = 0]: Position) => `${Math.round(x / snap)},${Math.round(y / snap)}`;
	return sharing(
		collection.features.map(({ geometry }) => {
			const rings = ringsOf(geometry).map((ring) => ring.map(keyOf));
			return rings.flatMap(kind === 'queen' ? (ring) => ring : edges);
		})
	);
}

/** What this module needs of a TopoJSON topology. */
export interface Arcs {
	arcs: readonly (readonly (readonly number[])[])[];
	transform?: unknown;
}

/** A polygon or multipolygon of a topology: nested lists of arc numbers (negative = reversed). */
export type ArcList = readonly (number | ArcList)[];

/**
 * Neighbours from a topology. Rook: areas share an arc. Queen: they share an arc or the end of one
 * (outlines meet only at the ends of arcs). `areas` = the `arcs` of each geometry, null if empty.
 */
export function topologyContiguity(
	topology: Arcs,
	areas: readonly (ArcList | null | undefined)[],
	kind: Kind
): number[][] {
	return sharing(
		areas.map((list) => {
			const used = flat(list ?? []).map((arc) => (arc < 0 ? ~arc : arc));
			return kind === 'rook' ? used.map(String) : used.flatMap((arc) => endsOf(topology, arc));
		})
	);
}

/** Areas are neighbours when they hold a key in common. */
function sharing(keys: readonly (readonly string[])[]): number[][] {
	const holders = new Map<string, Set<number>>();
	keys.forEach((list, i) => {
		for (const key of list) holders.set(key, (holders.get(key) ?? new Set()).add(i));
	});
	const neighbours = keys.map(() => new Set<number>());
	for (const areas of holders.values()) {
		for (const i of areas) for (const j of areas) if (i !== j) neighbours[i]?.add(j);
	}
	return neighbours.map((set) => [...set].sort((a, b) => a - b));
}

function ringsOf(geometry: Geometry | null): Position[][] {
	if (geometry?.type === 'Polygon') return geometry.coordinates;
	if (geometry?.type === 'MultiPolygon') return geometry.coordinates.flat();
	return [];
}

const edges = (ring: readonly string[]): string[] =>
	ring.slice(1).map((end, i) => [ring[i] ?? '', end].sort().join(' '));

const flat = (list: ArcList): number[] =>
	list.flatMap((item) => (typeof item === 'number' ? [item] : flat(item)));

/** First and last point of an arc; with a transform points after the first are steps. */
function endsOf({ arcs, transform }: Arcs, number: number): string[] {
	const arc = arcs[number] ?? [];
	const last = transform
		? arc.reduce(([x = 0, y = 0], [dx = 0, dy = 0]) => [x + dx, y + dy], [0, 0])
		: arc.at(-1);
	return [arc[0], last].map((point) => `${point?.[0]},${point?.[1]}`);
}
