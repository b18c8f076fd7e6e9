import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { assignByCentroid, holds } from '../../../src/lib/domain/spatial/centroid.ts';
import { contiguity, topologyContiguity } from '../../../src/lib/domain/spatial/contiguity.ts';
import {
	nearest,
	subgraph,
	withinDistance,
	withoutIslands
} from '../../../src/lib/domain/spatial/neighbours.ts';

// Four squares around one point, and a fifth far away.
const squares = [
	[0, 0],
	[1, 0],
	[0, 1],
	[1, 1],
	[5, 5]
].map(([x = 0, y = 0]) => [
	[x, y],
	[x + 1, y],
	[x + 1, y + 1],
	[x, y + 1],
	[x, y]
]);
const collection: FeatureCollection = {
	type: 'FeatureCollection',
	features: squares.map((ring, i) => ({
		type: 'Feature',
		properties: {},
		geometry:
			i % 2 === 0
				? { type: 'Polygon', coordinates: [ring] }
				: { type: 'MultiPolygon', coordinates: [[ring]] }
	}))
};

describe('contiguity', () => {
	it('queen sees corners, rook edges only; an island has none', () => {
		expect(contiguity(collection, 'queen')).toEqual([
			[1, 2, 3],
			[0, 2, 3],
			[0, 1, 3],
			[0, 1, 2],
			[]
		]);
		expect(contiguity(collection, 'rook')).toEqual([[1, 2], [0, 3], [0, 3], [1, 2], []]);
	});

	it('snapping forgives small gaps, a feature without geometry is alone', () => {
		const shifted = structuredClone(collection);
		const ring = squares[1]?.map(([x = 0, y = 0]) => [x + 0.001, y]) ?? [];
		shifted.features[1] = {
			type: 'Feature',
			properties: {},
			geometry: { type: 'Polygon', coordinates: [ring] }
		};
		expect(contiguity(shifted, 'rook')[1]).toEqual([]);
		expect(contiguity(shifted, 'rook', 0.01)[1]).toEqual([0, 3]);
		const nowhere = [{ type: 'Feature' as const, properties: {}, geometry: null }];
		expect(contiguity({ type: 'FeatureCollection', features: nowhere }, 'queen')).toEqual([[]]);
	});

	it('from a topology: shared arcs, or shared ends of arcs', () => {
		// Two triangles that share a side, and one that touches a corner of both.
		const arcs = [
			[
				[0, 0],
				[0, 10]
			],
			[
				[0, 10],
				[-5, 5],
				[0, 0]
			],
			[
				[0, 0],
				[5, 5],
				[0, 10]
			],
			[
				[0, 10],
				[3, 20],
				[-3, 20],
				[0, 10]
			]
		];
		const areas = [[[0, 1]], [[2, ~0]], [[[3]]], null];
		expect(topologyContiguity({ arcs }, areas, 'rook')).toEqual([[1], [0], [], []]);
		expect(topologyContiguity({ arcs }, areas, 'queen')).toEqual([[1, 2], [0, 2], [0, 1], []]);
		const steps = [
			[
				[0, 0],
				[0, 10]
			],
			[
				[0, 10],
				[-5, -5],
				[5, -5]
			],
			[
				[0, 0],
				[5, 5],
				[-5, 5]
			],
			[
				[0, 10],
				[3, 10],
				[-6, 0],
				[3, -10]
			]
		];
		const packed = { arcs: steps, transform: { scale: [1, 1], translate: [0, 0] } };
		expect(topologyContiguity(packed, areas, 'queen')).toEqual([[1, 2], [0, 2], [0, 1], []]);
	});
});

it('nearest neighbours: ties go to the earlier point; distance bands include their edge', () => {
	const points = [
		[0, 0],
		[10, 0],
		[-10, 0],
		[30, 0]
	] as [number, number][];
	expect(nearest(points, 1)).toEqual([[1], [0], [0], [1]]);
	expect(withinDistance(points, 10)).toEqual([[1, 2], [0], [0], []]);
});

it('a subgraph renumbers, and forgets who was left out', () => {
	expect(subgraph([[1, 2], [0], [0]], [true, false, true])).toEqual([[1], [0]]);
	expect(withoutIslands([5, 6, 7], [[2], [], [0]])).toEqual({ y: [5, 7], neighbours: [[1], [0]] });
});

describe('a point in a polygon', () => {
	const hole = [
		[
			[0, 0],
			[10, 0],
			[10, 10],
			[0, 10]
		],
		[
			[4, 4],
			[6, 4],
			[6, 6],
			[4, 6]
		]
	];
	it.each([
		[1, 1, true],
		[5, 5, false],
		[4, 5, true],
		[0, 0, true],
		[10, 3, true],
		[11, 3, false],
		[-1, 10, false]
	])('%d, %d', (x, y, inside) => expect(holds(hole, x, y)).toBe(inside));

	it('goes to the first target that holds it, or to none', () => {
		const targets = [
			{
				code: 'A',
				polygon: [
					[
						[0, 0],
						[5, 0],
						[5, 5],
						[0, 5]
					]
				]
			},
			{
				code: 'B',
				polygons: [
					[
						[
							[5, 0],
							[9, 0],
							[9, 5],
							[5, 5]
						]
					],
					[
						[
							[20, 0],
							[21, 0],
							[21, 1],
							[20, 1]
						]
					]
				]
			}
		];
		const points = [
			{ code: 'edge', x: 5, y: 2 },
			{ code: 'island', x: 20.5, y: 0.5 },
			{ code: 'sea', x: 15, y: 2 }
		];
		expect(assignByCentroid(points, targets)).toEqual({ edge: 'A', island: 'B', sea: undefined });
	});
});
