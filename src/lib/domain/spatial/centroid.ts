// Which polygon holds a point: neighbourhoods go to the area that holds their population-weighted
// centroid (ONS best fit). A point on a border belongs to the first target that holds it.

/** Outer ring first, then holes; rings closed or open. */
export type Polygon = readonly (readonly (readonly number[])[])[];

export interface Target {
	code: string;
	/** One polygon, or several for an area in pieces. */
	polygon?: Polygon;
	polygons?: readonly Polygon[];
}

/** Target code of each point; undefined = outside every target, to be reported and not dropped. */
export function assignByCentroid(
	points: readonly { code: string; x: number; y: number }[],
	targets: readonly Target[]
): Record<string, string | undefined> {
	return Object.fromEntries(
		points.map(({ code, x, y }) => [
			code,
			targets.find((target) => piecesOf(target).some((polygon) => holds(polygon, x, y)))?.code
		])
	);
}

const piecesOf = ({ polygon, polygons }: Target): readonly Polygon[] =>
	polygons ?? (polygon ? [polygon] : []);

/** Inside the outer ring and no hole; the border counts as inside. */
export function holds([outer, ...holes]: Polygon, x: number, y: number): boolean {
	if (!outer) return false;
	if ([outer, ...holes].some((ring) => onRing(ring, x, y))) return true;
	return inRing(outer, x, y) && !holes.some((hole) => inRing(hole, x, y));
}

type Ring = readonly (readonly number[])[];

/** Each edge of a ring with its start, closing it where it is open. */
const edgesOf = (ring: Ring) =>
	ring.map(([x2 = 0, y2 = 0], i) => {
		const [x1 = 0, y1 = 0] = ring[(i + ring.length - 1) % ring.length] ?? [];
		return { x1, y1, x2, y2 };
	});

/** Ray casting: an odd number of edges to the right of the point. */
function inRing(ring: Ring, x: number, y: number): boolean {
	const crossed = edgesOf(ring).filter(
		({ x1, y1, x2, y2 }) => y1 > y !== y2 > y && x < x1 + ((y - y1) * (x2 - x1)) / (y2 - y1)
	);
	return crossed.length % 2 === 1;
}

const onRing = (ring: Ring, x: number, y: number): boolean =>
	edgesOf(ring).some(
		({ x1, y1, x2, y2 }) =>
			(x - x1) * (y2 - y1) === (y - y1) * (x2 - x1) &&
			x >= Math.min(x1, x2) &&
			x <= Math.max(x1, x2) &&
			y >= Math.min(y1, y2) &&
			y <= Math.max(y1, y2)
	);
