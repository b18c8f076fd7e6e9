import { geoPath, type GeoProjection, geoTransverseMercator } from 'd3';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type Box, type Point, SHEET } from './shapes.ts';

// Longitude and latitude to whole numbers on one sheet. A unit is about 7 metres: finer than a
// screen shows at this size, and whole steps from point to point compress well.

export interface Outline {
	code: string;
	name: string;
	/** Path data: absolute start of each ring, then relative whole steps. */
	path: string;
	box: Box;
	centre: Point;
}

type Named = Record<string, string | undefined>;

/** Every area of a topology as a GeoJSON feature whose id is its code. */
export function areasOf(topology: Topology): Feature<Geometry, { code: string; name: string }>[] {
	return Object.values(topology.objects).flatMap((object) =>
		feature(topology, object as GeometryCollection<Named>).features.map(
			({ id, geometry, properties }) => {
				const code = String(id ?? properties?.['code']);
				const name = String(properties?.['name'] ?? code);
				return { type: 'Feature' as const, id: code, properties: { code, name }, geometry };
			}
		)
	);
}

/**
 * GeoJSON for the world outside: outer rings run anticlockwise there (RFC 7946, 3.1.6), and clockwise
 * in d3 and in our topologies.
 */
export function openFeatures(topology: Topology): FeatureCollection {
	const features = areasOf(topology).map((area) => ({ ...area, geometry: rewound(area.geometry) }));
	return { type: 'FeatureCollection', features };
}

function rewound(geometry: Geometry): Geometry {
	const turn = (rings: Position[][]) => rings.map((ring) => ring.toReversed());
	switch (geometry.type) {
		case 'Polygon':
			return { ...geometry, coordinates: turn(geometry.coordinates) };
		case 'MultiPolygon':
			return { ...geometry, coordinates: geometry.coordinates.map(turn) };
		default:
			return geometry;
	}
}

/**
 * Transverse Mercator about 2 degrees west (the meridian of the British grid), fitted so that the
 * whole fills the sheet: shapes and areas are true to well under a thousandth across a borough.
 */
export function projectionFor(whole: Topology): GeoProjection {
	const { width, height, margin } = SHEET;
	return geoTransverseMercator()
		.rotate([2, 0])
		.precision(0)
		.fitExtent(
			[
				[margin, margin],
				[width - margin, height - margin]
			],
			{ type: 'FeatureCollection', features: areasOf(whole) }
		);
}

/** Outlines of a topology on the sheet, in its own order. */
export function outlines(topology: Topology, projection: GeoProjection): Outline[] {
	const measure = geoPath(projection);
	return areasOf(topology).map((area) => {
		const [[left, top], [right, bottom]] = measure.bounds(area);
		const [x, y] = measure.centroid(area);
		return {
			...area.properties,
			path: pathOf(area, projection),
			box: [Math.floor(left), Math.floor(top), Math.ceil(right), Math.ceil(bottom)],
			centre: [Math.round(x), Math.round(y)]
		};
	});
}

function pathOf(area: Feature, projection: GeoProjection): string {
	const pen = wholeSteps();
	geoPath(projection, pen)(area);
	return pen.path();
}

/** A drawing context that writes relative whole steps and leaves out those that go nowhere. */
function wholeSteps() {
	const parts: string[] = [];
	let [x, y] = [0, 0];
	return {
		moveTo(toX: number, toY: number) {
			[x, y] = [Math.round(toX), Math.round(toY)];
			parts.push(`M${x} ${y}l`);
		},
		lineTo(toX: number, toY: number) {
			const [dx, dy] = [Math.round(toX) - x, Math.round(toY) - y];
			if (dx === 0 && dy === 0) return;
			parts.push(signed(dx, parts.at(-1)?.endsWith('l') ?? true) + signed(dy, false));
			[x, y] = [x + dx, y + dy];
		},
		closePath: () => void parts.push('z'),
		beginPath: () => {},
		arc: () => {},
		path: () => parts.join('')
	};
}

/** A number after another one needs a space, unless its minus sign parts them. */
const signed = (step: number, isFirst: boolean): string =>
	step < 0 || isFirst ? String(step) : ` ${step}`;
