// Plane geometry of rings in longitude and latitude, for checking a boundary file. Fine for one
// borough: nothing here crosses a pole or the date line.

export type Position = number[];
export type Ring = Position[];
export type Polygon = Ring[];
export type Box = [west: number, south: number, east: number, north: number];

const x = (position: Position | undefined) => position?.[0] ?? Number.NaN;
const y = (position: Position | undefined) => position?.[1] ?? Number.NaN;

/** Shoelace area in square degrees: above 0 = counter-clockwise. */
export function signedArea(ring: Ring): number {
	let doubled = 0;
	ring.forEach((from, i) => {
		const to = ring[(i + 1) % ring.length];
		doubled += x(from) * y(to) - x(to) * y(from);
	});
	return doubled / 2;
}

/** Outer rings clockwise, holes the other way: what d3-geo draws as the inside. */
export function rewound(polygon: Polygon): Polygon {
	return polygon.map((ring, i) => {
		const isClockwise = signedArea(ring) < 0;
		return isClockwise === (i === 0) ? ring : [...ring].reverse();
	});
}

export function boxOf(polygons: readonly Polygon[]): Box {
	const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
	for (const position of polygons.flatMap((polygon) => polygon[0] ?? [])) {
		box[0] = Math.min(box[0], x(position));
		box[1] = Math.min(box[1], y(position));
		box[2] = Math.max(box[2], x(position));
		box[3] = Math.max(box[3], y(position));
	}
	return box;
}

/** Inside by the even-odd rule, so holes are outside. */
export function contains(polygons: readonly Polygon[], [px = 0, py = 0]: Position): boolean {
	let inside = false;
	for (const ring of polygons.flat()) {
		for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
			const [a, b] = [ring[i], ring[j]];
			const crosses = y(a) > py !== y(b) > py;
			if (crosses && px < ((x(b) - x(a)) * (py - y(a))) / (y(b) - y(a)) + x(a)) inside = !inside;
		}
	}
	return inside;
}

/** The first place where a closed ring crosses itself; undefined = it does not. */
export function selfCrossing(ring: Ring): Position | undefined {
	const sides = ring
		.slice(0, -1)
		.map((from, i) => ({ i, from, to: ring[i + 1] ?? from }))
		.sort((a, b) => west(a) - west(b));
	const last = sides.length - 1;
	for (const [at, side] of sides.entries()) {
		for (let next = at + 1; next < sides.length; next++) {
			const other = sides[next];
			if (!other || west(other) > Math.max(x(side.from), x(side.to))) break;
			const apart = Math.abs(side.i - other.i);
			if (apart > 1 && apart < last && cross(side, other)) return other.from;
		}
	}
	return undefined;
}

interface Side {
	from: Position;
	to: Position;
}

const west = ({ from, to }: Side) => Math.min(x(from), x(to));

function cross(a: Side, b: Side): boolean {
	const turn = (o: Position, p: Position, q: Position) =>
		Math.sign((x(p) - x(o)) * (y(q) - y(o)) - (y(p) - y(o)) * (x(q) - x(o)));
	return (
		turn(a.from, a.to, b.from) * turn(a.from, a.to, b.to) < 0 &&
		turn(b.from, b.to, a.from) * turn(b.from, b.to, a.to) < 0
	);
}
