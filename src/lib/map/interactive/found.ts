import type { FeatureCollection } from 'geojson';
import type { FilterSpecification, GeoJSONSource, LayerSpecification, Map } from 'maplibre-gl';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Found } from '../found.ts';
import { cold, paper } from '../shades.ts';

// Outlines of findings over the map, made only once a reader asks for them: the same halo, solid and
// dashed lines as in the server's drawing.

const SOURCE = 'found';
/** Below the selected area, above everything else. */
const BELOW = 'ring';

/** Draws the outlines, or takes them away. */
export function showFound(map: Map, topology: Topology | undefined, found: Found): void {
	const data = foundAreas(topology, found);
	const source = map.getSource<GeoJSONSource>(SOURCE);
	if (source) return void source.setData(data);
	if (data.features.length === 0) return;
	map.addSource(SOURCE, { type: 'geojson', data });
	for (const layer of layers) map.addLayer(layer, BELOW);
}

/** The outlined areas alone, each with what it is. */
export function foundAreas(topology: Topology | undefined, found: Found): FeatureCollection {
	const kinds = new globalThis.Map([
		...found.possible.map((code) => [code, 'possible'] as const),
		...found.cold.map((code) => [code, 'cold'] as const)
	]);
	const object = topology?.objects['areas'] as GeometryCollection | undefined;
	if (!topology || !object) return { type: 'FeatureCollection', features: [] };
	const geometries = object.geometries.filter(({ id }) => kinds.has(String(id)));
	const { features } = feature(topology, { ...object, geometries });
	const told = features.map((one) => ({ ...one, properties: { kind: kinds.get(String(one.id)) } }));
	return { type: 'FeatureCollection', features: told };
}

const ofKind = (kind: string): { filter: FilterSpecification } => ({
	filter: ['==', ['get', 'kind'], kind]
});

const line = (id: string, color: string, width: number) => ({
	id,
	type: 'line' as const,
	source: SOURCE,
	layout: { 'line-join': 'round' as const },
	paint: { 'line-color': color, 'line-width': width }
});

const dashed = line('found-possible', cold, 3.2);
const layers: LayerSpecification[] = [
	line('found-halo', paper, 6.4),
	{ ...dashed, ...ofKind('possible'), paint: { ...dashed.paint, 'line-dasharray': [2.8, 1.9] } },
	{ ...line('found-cold', cold, 3.8), ...ofKind('cold') }
];
