import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { geoArea } from 'd3';
import type { FeatureCollection, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { layered } from '../../src/lib/map/layers.ts';
import { areasOf, openFeatures, outlines, projectionFor } from '../../src/lib/map/project.ts';
import { SHEET, viewAround } from '../../src/lib/map/shapes.ts';
import { sprite } from '../../src/lib/map/sprite.ts';

const held = (name: string): Topology =>
	JSON.parse(readFileSync(`static/open-data/boundaries/${name}`, 'utf8'));

// Two squares of a hundredth of a degree side by side, clockwise as d3 wants them.
const square = (code: string, west: number): GeoJSON.Feature<Polygon> => ({
	type: 'Feature',
	id: code,
	properties: { code, name: `Place ${code}` },
	geometry: {
		type: 'Polygon',
		coordinates: [
			[
				[west, 52.5],
				[west, 52.51],
				[west + 0.01, 52.51],
				[west + 0.01, 52.5],
				[west, 52.5]
			]
		]
	}
});
const pair: Topology = topology({
	areas: {
		type: 'FeatureCollection',
		features: [square('A', -2), square('B', -1.99)]
	} as FeatureCollection
});

/** Corners of a path as text, without the closing repeat. */
function corners(path: string): string[] {
	let [x, y] = [0, 0];
	const steps = [...path.matchAll(/(-?\d+)[ ]?(-?\d+)/g)].map(([, dx, dy]) => {
		[x, y] = [x + Number(dx), y + Number(dy)];
		return `${x} ${y}`;
	});
	return [...new Set(steps)];
}

describe('outlines on the sheet', () => {
	const drawn = outlines(pair, projectionFor(pair));

	it('fill the sheet without touching its edge', () => {
		const [left, , right] = [0, 1, 2].map((i) => drawn.map(({ box }) => box[i as 0]));
		expect(Math.min(...(left ?? []))).toBe(SHEET.margin);
		expect(Math.max(...(right ?? []))).toBe(SHEET.width - SHEET.margin);
	});

	it('neighbours share their border to the unit', () => {
		const [a, b] = drawn.map(({ path }) => corners(path));
		expect(a?.filter((corner) => b?.includes(corner))).toHaveLength(2);
	});

	it('are written in whole relative steps, each ring closed', () => {
		for (const { path } of drawn) expect(path).toMatch(/^M\d+ \d+l(?:-?\d+[ -]?)+z$/);
	});

	it('carry their code and name', () => {
		expect(drawn.map(({ code, name }) => [code, name])).toEqual([
			['A', 'Place A'],
			['B', 'Place B']
		]);
	});

	it('a view around an area keeps it inside', () => {
		expect(viewAround([100, 200, 300, 300], 0.1)).toBe('80 180 240 140');
	});
});

describe('sprite', () => {
	const svg = sprite(outlines(pair, projectionFor(pair)));

	it('has one path an area under its code, and no colour of its own', () => {
		expect([...svg.matchAll(/<path id="([^"]+)"/g)].map(([, id]) => id)).toEqual(['A', 'B']);
		expect(svg).not.toMatch(/fill|stroke=/);
	});

	it('neighbourhoods weigh at most 16 kB after gzip', () => {
		const borough = topology({
			areas: JSON.parse(readFileSync('static/open-data/boundaries/borough.geojson', 'utf8'))
		});
		const whole = sprite(outlines(held('lsoa-2021.json'), projectionFor(borough)));
		expect(whole.match(/<path/g)).toHaveLength(169);
		expect(gzipSync(whole).length).toBeLessThan(16 * 1024);
	});
});

describe('geometry of the interactive map', () => {
	const layers = { areas: held('lsoa-2021.json'), wards: held('wards-2026.json') };
	const compact = layered(layers) as unknown as Topology;
	const codes = (layer: string) =>
		(compact.objects[layer] as GeometryCollection).geometries.map(({ id }) => id);

	it('neighbourhoods and wards together weigh at most 28 kB after gzip', () => {
		expect(gzipSync(JSON.stringify(compact)).length).toBeLessThan(28 * 1024);
	});

	it('keeps every area of every layer, by code', () => {
		expect(codes('areas')).toEqual(areasOf(layers.areas).map(({ id }) => id));
		expect(codes('wards')).toHaveLength(20);
	});

	it('moves no line by more than two steps of its grid', () => {
		const steps = compact.transform!.scale;
		const [before, after] = [layers.wards, compact].map(
			(held) =>
				feature(held, (held.objects['wards'] ?? held.objects['areas']) as GeometryCollection)
					.features[0]!
		);
		const first = (one: GeoJSON.Feature) => (one.geometry as Polygon).coordinates[0]![0]!;
		expect(Math.abs(first(before!)[0]! - first(after!)[0]!)).toBeLessThan(2 * steps[0]);
		expect(Math.abs(first(before!)[1]! - first(after!)[1]!)).toBeLessThan(2 * steps[1]);
	});
});

it('open GeoJSON runs its outer rings anticlockwise, as RFC 7946 asks', () => {
	const open = openFeatures(held('wards-2026.json')) as FeatureCollection;
	expect(open.features).toHaveLength(20);
	// d3 takes an anticlockwise ring for the rest of the globe.
	for (const area of open.features) expect(geoArea(area)).toBeGreaterThan(6);
});
