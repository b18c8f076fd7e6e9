import { geoCentroid } from 'd3';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { Inputs } from '../../domain/coldspot/inputs.ts';
import type { Table } from '../../domain/coldspot/measure.ts';
import type { Recipe } from '../../domain/coldspot/recipe.ts';
import { contiguity } from '../../domain/spatial/contiguity.ts';
import { gridPoint } from '../../domain/spatial/grid.ts';
import { nearest, type Point, subgraph } from '../../domain/spatial/neighbours.ts';
import type { Read } from '../load/open-data.ts';
import { Refusal } from '../refusal.ts';
import { tablesOf } from './tables.ts';

// Neighbourhoods just outside the borough. They are read here and nowhere else: they lend their weight
// to the border and are no areas of the product. Files and their format: docs/operations.md.

export const RING = 'cold-spots/ring';
const BOUNDARIES = `${RING}/boundaries.geojson`;

type Boundaries = FeatureCollection<Polygon | MultiPolygon, { code: string }>;

interface Own {
	recipe: Recipe;
	codes: string[];
	tables: ReadonlyMap<string, Table>;
	points: Point[];
	/** How many nearest neighbours the changed recipe takes. */
	nearest: number;
}

/** The borough's neighbourhoods with those outside that touch one of them. */
export function ringOf(own: Own, read: Read): Inputs['ring'] & object {
	const { recipe, codes, tables, points } = own;
	const { features } = boundaries(read);
	const drawn = new Map(features.map((one) => [one.properties.code, one]));
	const missing = codes.filter((code) => !drawn.has(code));
	if (missing.length > 0) {
		throw new Refusal(`${BOUNDARIES} lacks neighbourhoods of the borough: ${missing.join(', ')}.`);
	}
	const all = [...codes, ...[...drawn.keys()].filter((code) => !codes.includes(code)).sort()];
	// Outlines of one publication share their corners.
	const ordered = all.flatMap((code) => drawn.get(code) ?? []);
	const touching = contiguity({ type: 'FeatureCollection', features: ordered }, 'queen');
	const kept = all.map(
		(_, i) => i < codes.length || (touching[i] ?? []).some((j) => j < codes.length)
	);
	const outside = all.filter((_, i) => kept[i]).slice(codes.length);
	if (outside.length === 0)
		throw new Refusal(`${BOUNDARIES} has no neighbourhood that touches one of the borough.`);
	const theirs = tablesOf(recipe, outside, (path) => read(`${RING}/${path}`));
	const middles = outside.flatMap((code) => drawn.get(code) ?? []).map(middle);
	return {
		codes: outside,
		tables: new Map(
			[...tables].map(([name, table]) => [name, joined(name, table, theirs.get(name))])
		),
		neighbours: subgraph(touching, kept),
		nearest: nearest([...points, ...middles], own.nearest)
	};
}

function boundaries(read: Read): Boundaries {
	try {
		return read<Boundaries>(BOUNDARIES);
	} catch {
		throw new Refusal(
			`The recipe asks for the neighbourhoods outside the borough, and ${BOUNDARIES} is not there.`
		);
	}
}

/** The middle of its corners: whichever way round the ring was drawn. */
function middle({ geometry }: Boundaries['features'][number]): Point {
	const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
	return gridPoint(...geoCentroid({ type: 'MultiPoint', coordinates: rings.flat() }));
}

function joined(name: string, own: Table, theirs: Table | undefined): Table {
	if (JSON.stringify(own.columns) !== JSON.stringify(theirs?.columns)) {
		throw new Refusal(`${RING}/${name}.json has other columns than ${name}.json.`);
	}
	const values = own.values.map((column, i) => [...column, ...(theirs?.values[i] ?? [])]);
	return { columns: own.columns, values };
}
