import type { GeoJsonProperties } from 'geojson';
import { quantize, transform } from 'topojson-client';
import type { GeometryObject, Objects, Topology } from 'topojson-specification';

// The interactive map's geometry: several boundary sets as layers of one compact topology, with codes
// and lines and nothing else. The grid has steps of about 3 metres: half a pixel at the closest zoom.

const STEPS = 4096;

type Codes = Record<string, never>;

/** Layers by name, such as `{ areas, localities, borough }`, as one quantised topology. */
export function layered(layers: Record<string, Topology>): Topology<Objects<Codes>> {
	const merged: Topology<Objects<Codes>> = { type: 'Topology', arcs: [], objects: {} };
	for (const [name, layer] of Object.entries(layers)) {
		const shift = merged.arcs.length;
		merged.arcs.push(...absolute(layer));
		const geometries = Object.values(layer.objects).flatMap((object) => codesOnly(object, shift));
		merged.objects[name] = { type: 'GeometryCollection', geometries };
	}
	const { type, arcs, objects, transform: grid } = quantize(merged, STEPS);
	return { type, arcs, objects, ...(grid && { transform: grid }) };
}

/** Arcs in degrees: `quantize` starts from there. */
function absolute(topology: Topology): Topology['arcs'] {
	const toDegrees = topology.transform ? transform(topology.transform) : undefined;
	if (!toDegrees) return topology.arcs;
	return topology.arcs.map((arc) => arc.map((point, i) => toDegrees(point, i > 0)));
}

type Arcs = number | readonly Arcs[];

function codesOnly(
	object: GeometryObject<GeoJsonProperties>,
	shift: number
): GeometryObject<Codes>[] {
	if (object.type === 'GeometryCollection') {
		return object.geometries.flatMap((part) => codesOnly(part, shift));
	}
	if (!('arcs' in object)) return [];
	const id = object.id ?? (object.properties as { code?: string } | undefined)?.code;
	return [{ type: object.type, id, arcs: shifted(object.arcs, shift) } as GeometryObject<Codes>];
}

/** Arc numbers moved up by `shift`; a negative one is its arc run backwards (~i). */
function shifted(arcs: Arcs, shift: number): Arcs {
	if (typeof arcs !== 'number') return arcs.map((part) => shifted(part, shift));
	return arcs < 0 ? ~(~arcs + shift) : arcs + shift;
}
