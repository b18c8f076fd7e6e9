import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { edge, highlight, ink, paper, shades } from '../shades.ts';

// The interactive map's style: no tiles, no letters, nothing from elsewhere. Colours follow the same
// rules as the server's drawing.

/** Class of an area as feature state `look`: 1 to 5; absent while it is unknown. */
const look: ExpressionSpecification = ['coalesce', ['feature-state', 'look'], 0];
const isHovered: ExpressionSpecification = ['boolean', ['feature-state', 'hover'], false];

export const fillColour: ExpressionSpecification = [
	'match',
	look,
	1,
	shades[0],
	2,
	shades[1],
	3,
	shades[2],
	4,
	shades[3],
	5,
	shades[4],
	paper
];

/** Ink on light classes, white on dark ones; the pointed-at area in full ink. */
export const edgeColour: ExpressionSpecification = [
	'case',
	isHovered,
	ink,
	['>=', look, 4],
	paper,
	edge
];

export const NOTHING: ['in', ['get', 'code'], ['literal', string[]]] = [
	'in',
	['get', 'code'],
	['literal', []]
];

/** Only these areas. */
export const only = (codes: readonly string[]) =>
	['in', ['get', 'code'], ['literal', [...codes]]] as ExpressionSpecification;

const line = (id: string, source: string, color: string, width: number): LayerSpecification => ({
	id,
	type: 'line',
	source,
	layout: { 'line-join': 'round' },
	paint: { 'line-color': color, 'line-width': width }
});

const layers: LayerSpecification[] = [
	{ id: 'paper', type: 'background', paint: { 'background-color': paper } },
	{ id: 'areas', type: 'fill', source: 'areas', paint: { 'fill-color': fillColour } },
	{
		id: 'edges',
		type: 'line',
		source: 'areas',
		paint: { 'line-color': edgeColour, 'line-width': ['case', isHovered, 2.4, 0.7] }
	},
	line('casing', 'localities', paper, 4.6),
	line('localities', 'localities', ink, 2),
	{ ...line('ring', 'areas', ink, 7), filter: NOTHING } as LayerSpecification,
	{ ...line('chosen', 'areas', highlight, 3.6), filter: NOTHING } as LayerSpecification
];

/** Layer of areas without a class; its pattern has the layer's own name and must be there first. */
export const patterned = (id: 'none' | 'hidden'): LayerSpecification => ({
	id,
	type: 'fill',
	source: 'areas',
	filter: NOTHING,
	paint: { 'fill-pattern': id }
});

export function style(sources: StyleSpecification['sources']): StyleSpecification {
	return { version: 8, sources, layers };
}
