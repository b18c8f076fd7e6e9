import { createHash } from 'node:crypto';
import { mergeArcs } from 'topojson-client';
import { topology as build } from 'topojson-server';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { LOCALITIES, MSOAS, NEIGHBOURHOODS, WARDS_BEFORE, WARDS_NOW } from '../../domain/area.ts';
import type { BoundarySetsTable } from '../db/schema.ts';
import type { Read } from './open-data.ts';

// Geometry as TopoJSON. Every set has one object, `areas`, whose geometries carry the area's code as
// id. Localities have no lines of their own: they are merged from the wards that they are made of.

export interface AreaProperties {
	code: string;
	name: string;
}

export type AreaTopology = Topology<{ areas: GeometryCollection<AreaProperties> }>;

export type BoundaryRow = Omit<BoundarySetsTable, 'in_use_from' | 'in_use_to' | 'topology'> & {
	topology: AreaTopology;
};

interface Given {
	vintage: string;
	level: string;
	label: string;
	source: string;
	note: string | null;
}

const given: Given[] = [
	{
		vintage: WARDS_NOW,
		level: 'ward',
		label: 'Wards since May 2026 (reconstructed)',
		source: 'ons-wards-2026',
		note: 'Reconstructed from a quantised copy; for maps, not for placing addresses. An official file replaces it.'
	},
	{
		vintage: WARDS_BEFORE,
		level: 'ward',
		label: 'Wards of 2004 to 2026 (generalised)',
		source: 'ons-wards-2004',
		note: 'Generalised: edges at street level are not exact.'
	},
	{
		vintage: NEIGHBOURHOODS,
		level: 'lsoa',
		label: 'Neighbourhoods (LSOA 2021)',
		source: 'ons-lsoa-2021',
		note: 'Built from 2011 output areas; four neighbourhoods that are new in 2021 are approximate.'
	},
	{
		vintage: MSOAS,
		level: 'msoa',
		label: 'Community areas (MSOA 2021)',
		source: 'ons-lsoa-2021',
		note: 'Built from 2011 output areas.'
	}
];

/** Locality code of each ward that the localities are merged from. */
export type Membership = ReadonlyMap<string, string>;

export function boundarySets(
	read: Read,
	membership: Membership,
	names: ReadonlyMap<string, string>
): BoundaryRow[] {
	const sets = given.map((set) => row(set, read<AreaTopology>(`boundaries/${set.vintage}.json`)));
	const wards = read<AreaTopology>(`boundaries/${WARDS_BEFORE}.json`);
	const borough = read<GeoJSON.FeatureCollection<GeoJSON.Polygon, AreaProperties>>(
		'boundaries/borough.geojson'
	);
	return [
		...sets,
		row(
			{
				vintage: LOCALITIES,
				level: 'locality',
				label: 'Localities, merged from the wards of 2004 to 2026',
				source: 'localities',
				note: 'Built from the reported list of wards; the council may have redrawn localities for May 2026.'
			},
			localities(wards, membership, names)
		),
		row(
			{
				vintage: 'borough',
				level: 'borough',
				label: 'Walsall borough',
				source: 'ons-borough-2025',
				note: null
			},
			build({ areas: withIds(borough) }, 1e5) as unknown as AreaTopology
		)
	];
}

/** Merges wards into localities along shared lines, inside the wards' own topology. */
export function localities(
	wards: AreaTopology,
	membership: Membership,
	names: ReadonlyMap<string, string>
): AreaTopology {
	type Shape = Polygon<AreaProperties> | MultiPolygon<AreaProperties>;
	const shapes = wards.objects.areas.geometries as Shape[];
	const codes = [...new Set(membership.values())].sort();
	const geometries = codes.map((code) => {
		const members = shapes.filter((shape) => membership.get(String(shape.id)) === code);
		const merged = mergeArcs(wards, members);
		return { ...merged, id: code, properties: { code, name: names.get(code) ?? code } };
	});
	return {
		...wards,
		objects: { areas: { type: 'GeometryCollection', geometries } }
	};
}

/** Hash of a topology: equal lines have equal hashes. */
export function hashOf(topology: unknown): string {
	return createHash('sha256').update(JSON.stringify(topology)).digest('hex');
}

function row(set: Given, topology: AreaTopology): BoundaryRow {
	return {
		id: `${set.vintage}.1`,
		level: set.level,
		vintage: set.vintage,
		version: 1,
		label: set.label,
		topology,
		hash: hashOf(topology),
		source_id: set.source,
		note: set.note
	};
}

function withIds<G extends GeoJSON.Geometry>(
	collection: GeoJSON.FeatureCollection<G, AreaProperties>
) {
	const features = collection.features.map((feature) => ({
		...feature,
		id: feature.properties.code
	}));
	return { ...collection, features };
}
