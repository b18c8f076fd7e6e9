import { createHash } from 'node:crypto';
import { geoCentroid } from 'd3';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Inputs } from '../../domain/coldspot/inputs.ts';
import type { Table } from '../../domain/coldspot/measure.ts';
import type { Recipe } from '../../domain/coldspot/recipe.ts';
import { type ArcList, topologyContiguity } from '../../domain/spatial/contiguity.ts';
import { gridPoint } from '../../domain/spatial/grid.ts';
import { nearest } from '../../domain/spatial/neighbours.ts';
import type { Read } from '../load/open-data.ts';
import { ringOf } from './ring.ts';
import { tablesOf } from './tables.ts';

// What a recipe is run on, from the open data: tables, neighbours, the border, larger areas.

const NEAREST = 6;

interface Lookup {
	columns: string[];
	rows: [code: string, name: string, msoa: string, ward: string][];
}

/** Tables and geography of one recipe; the neighbourhoods are in the order of the lookup. */
export function inputsOf(recipe: Recipe, read: Read): Inputs {
	const rows = [...read<Lookup>('lookups/neighbourhoods.json').rows].sort(byCode);
	const codes = rows.map(([code]) => code);
	const tables = tablesOf(recipe, codes, read);
	const topology = read<Topology<{ areas: GeometryCollection }>>('boundaries/lsoa-2021.json');
	const arcs = arcsOf(topology, codes);
	const msoas = [...new Set(rows.map(([, , msoa]) => msoa))].sort();
	const of = rows.map(([, , msoa]) => msoas.indexOf(msoa));
	const points = centroids(topology, codes);
	const larger = read<Topology<{ areas: GeometryCollection }>>('boundaries/msoa-2021.json');
	return {
		codes,
		tables,
		scoreTables: new Set([...tables.keys()].filter((name) => !name.startsWith('census'))),
		neighbours: topologyContiguity(topology, arcs, 'queen'),
		nearest: nearest(points, NEAREST),
		edge: onEdge(arcs),
		communities: {
			tables: new Map([...tables].map(([name, table]) => [name, merged(table, of, msoas.length)])),
			neighbours: topologyContiguity(larger, arcsOf(larger, msoas), 'queen'),
			of
		},
		...(recipe.ring
			? { ring: ringOf({ recipe, codes, tables, points, nearest: NEAREST }, read) }
			: {})
	};
}

/** SHA-256 of the recipe and of every input, so that stored results are known to be theirs. */
export function hashOf(recipe: Recipe, inputs: Inputs): string {
	const { ring } = inputs;
	const outside = ring ? [ring.codes, [...ring.tables], ring.neighbours] : [];
	const own = [recipe, inputs.codes, [...inputs.tables], inputs.neighbours];
	const content = JSON.stringify([...own, ...outside]);
	return createHash('sha256').update(content).digest('hex');
}

/** Counts of the parts added up; scores averaged. A missing part makes the whole missing. */
function merged(table: Table, of: readonly number[], size: number): Table {
	const values = table.values.map((column) => {
		const parts = Array.from({ length: size }, (): (number | null)[] => []);
		column.forEach((value, area) => parts[of[area] ?? 0]?.push(value));
		return parts.map(average);
	});
	return { columns: table.columns, values };
}

// Shares and diversity do not change when all counts are divided by one number, so the mean of the
// parts serves counts and scores alike; parts that are missing are left out.
function average(parts: (number | null)[]): number | null {
	const known = parts.filter((value) => value !== null);
	return known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length;
}

function arcsOf(topology: Topology<{ areas: GeometryCollection }>, codes: string[]): ArcList[] {
	const byId = new Map(topology.objects.areas.geometries.map((g) => [String(g.id), g]));
	return codes.map((code) => {
		const geometry = byId.get(code);
		if (!geometry || !('arcs' in geometry)) throw new Error(`no outline for ${code}`);
		return geometry.arcs as ArcList;
	});
}

/** An arc used by one area only lies on the outside. */
function onEdge(areas: readonly ArcList[]): boolean[] {
	const uses = new Map<number, number>();
	const flat = (list: ArcList): number[] =>
		list.flatMap((item) => (typeof item === 'number' ? [item < 0 ? ~item : item] : flat(item)));
	const used = areas.map((list) => [...new Set(flat(list))]);
	for (const arc of used.flat()) uses.set(arc, (uses.get(arc) ?? 0) + 1);
	return used.map((list) => list.some((arc) => uses.get(arc) === 1));
}

function centroids(topology: Topology<{ areas: GeometryCollection }>, codes: string[]) {
	const { features } = feature(topology, topology.objects.areas);
	const byId = new Map(features.map((shape) => [String(shape.id), shape]));
	return codes.map((code) => {
		const shape = byId.get(code);
		const [longitude, latitude] = shape ? geoCentroid(shape) : [Number.NaN, Number.NaN];
		return gridPoint(longitude, latitude);
	});
}

const byCode = (a: readonly string[], b: readonly string[]) =>
	(a[0] ?? '') < (b[0] ?? '') ? -1 : 1;
