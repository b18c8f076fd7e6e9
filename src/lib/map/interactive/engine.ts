import type { FeatureCollection } from 'geojson';
import { type LngLatBoundsLike, Map, Marker, prewarm, setWorkerUrl } from 'maplibre-gl';
import styleUrl from 'maplibre-gl/dist/maplibre-gl.css?url';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Found } from '../found.ts';
import { changes, type Looks } from './changes.ts';
import { showFound } from './found.ts';
import { addPatterns } from './patterns.ts';
import { only, style } from './style.ts';

// The one place that holds a maplibre map. It is imported when a reader's browser has time for it,
// and on the map page only.

export interface Engine {
	show(looks: Looks): void;
	select(code: string | undefined): void;
	/** Findings to outline, from the geometry of neighbourhoods. */
	outline(topology: Topology | undefined, found: Found): void;
	zoom(step: 1 | -1): void;
	home(): void;
	destroy(): void;
}

export interface Options {
	container: HTMLElement;
	topology: Topology;
	looks: Looks;
	selected: string | undefined;
	/** Names written on the map. */
	labels: readonly { code: string; name: string }[];
	/** Name of the map for readers who do not see it. */
	name: string;
	onpoint(code: string | undefined, at: { x: number; y: number }): void;
	onselect(code: string): void;
	onleave(): void;
}

const HELP = {
	'CooperativeGesturesHandler.WindowsHelpText': 'Hold Ctrl and scroll to zoom the map',
	'CooperativeGesturesHandler.MacHelpText': 'Hold ⌘ and scroll to zoom the map',
	'CooperativeGesturesHandler.MobileHelpText': 'Use two fingers to move the map'
};

setWorkerUrl(workerUrl);
// Both on their way while the geometry still is.
prewarm();
const styled = addStyleSheet();

/** Imported as a style sheet it would be in the page's head and hold up the first picture. */
function addStyleSheet(): Promise<unknown> {
	const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styleUrl });
	const loaded = new Promise((resolve) => link.addEventListener('load', resolve, { once: true }));
	document.head.append(link);
	return loaded;
}

/** Resolves at the map's first rest, when it may take the drawing's place. */
export async function start(options: Options): Promise<Engine> {
	await styled;
	const layers = layersOf(options.topology);
	const bounds = extentOf(layers.areas);
	const map = new Map({
		container: options.container,
		style: style({
			areas: { type: 'geojson', data: layers.areas, promoteId: 'code' },
			localities: { type: 'geojson', data: layers.localities }
		}),
		bounds,
		fitBoundsOptions: { padding: 12 },
		minZoom: 9,
		maxZoom: 16,
		attributionControl: false,
		cooperativeGestures: true,
		dragRotate: false,
		pitchWithRotate: false,
		touchPitch: false,
		fadeDuration: 0,
		locale: { ...HELP, 'Map.Title': options.name }
	});
	map.touchZoomRotate.disableRotation();
	map.keyboard.disableRotation();
	const engine = engineOf(map, bounds);
	return new Promise((resolve, reject) => {
		map.once('error', ({ error }) => reject(error));
		map.once('load', () => {
			engine.show(options.looks);
			engine.select(options.selected);
			addLabels(map, layers.localities, options.labels);
			listen(map, options);
			map.once('idle', () => resolve(engine));
		});
	});
}

function engineOf(map: Map, bounds: LngLatBoundsLike): Engine {
	let shown: Looks = new globalThis.Map();
	return {
		show(looks) {
			const { states, none, hidden } = changes(shown, looks);
			for (const { code, look } of states) {
				map.setFeatureState({ source: 'areas', id: code }, { look });
			}
			// A layer added to a drawn map makes its source be cut again: only where it is wanted.
			if (!map.getLayer('none') && none.length + hidden.length > 0) addPatterns(map);
			if (map.getLayer('none')) {
				map.setFilter('none', only(none));
				map.setFilter('hidden', only(hidden));
			}
			shown = looks;
		},
		select(code) {
			for (const layer of ['ring', 'chosen']) map.setFilter(layer, only(code ? [code] : []));
		},
		outline: (topology, found) => showFound(map, topology, found),
		zoom: (step) => void (step > 0 ? map.zoomIn() : map.zoomOut()),
		home: () => void map.fitBounds(bounds, { padding: 12 }),
		destroy: () => map.remove()
	};
}

function listen(map: Map, { onpoint, onselect, onleave }: Options): void {
	let pointed: string | undefined;
	const point = (code: string | undefined, at: { x: number; y: number }) => {
		if (pointed !== code) {
			if (pointed) map.removeFeatureState({ source: 'areas', id: pointed }, 'hover');
			if (code) map.setFeatureState({ source: 'areas', id: code }, { hover: true });
			map.getCanvas().style.cursor = code ? 'pointer' : '';
			pointed = code;
		}
		onpoint(code, at);
	};
	const codeAt = (at: { x: number; y: number }) =>
		map.queryRenderedFeatures([at.x, at.y], { layers: ['areas'] })[0]?.properties['code'] as
			string | undefined;
	map.on('mousemove', (event) => point(codeAt(event.point), event.point));
	map.on('mouseout', (event) => point(undefined, event.point));
	map.on('click', (event) => {
		const code = codeAt(event.point);
		if (code) onselect(code);
	});
	map.getCanvas().addEventListener('keydown', (event) => {
		if (event.key === 'Escape') onleave();
	});
}

function addLabels(map: Map, areas: FeatureCollection, labels: Options['labels']): void {
	for (const { code, name } of labels) {
		const area = areas.features.find(({ properties }) => properties?.['code'] === code);
		if (!area) continue;
		const element = document.createElement('span');
		element.className = 'map-label';
		element.textContent = name;
		// The list names the localities: a reader who hears the page does not need them again.
		element.setAttribute('aria-hidden', 'true');
		const [west, south, east, north] = extentOf({ type: 'FeatureCollection', features: [area] });
		new Marker({ element }).setLngLat([(west + east) / 2, (south + north) / 2]).addTo(map);
	}
}

function layersOf(topology: Topology): { areas: FeatureCollection; localities: FeatureCollection } {
	const layer = (name: string): FeatureCollection => {
		const object = topology.objects[name];
		if (!object) return { type: 'FeatureCollection', features: [] };
		const { features } = feature(topology, object as GeometryCollection);
		const coded = features.map((one) => ({ ...one, properties: { code: String(one.id) } }));
		return { type: 'FeatureCollection', features: coded };
	};
	return { areas: layer('areas'), localities: layer('localities') };
}

type Extent = [west: number, south: number, east: number, north: number];

function extentOf({ features }: FeatureCollection): Extent {
	const extent: Extent = [180, 90, -180, -90];
	const visit = (part: unknown): void => {
		if (!Array.isArray(part)) return;
		const [x, y] = part as number[];
		if (typeof x !== 'number' || typeof y !== 'number') return void part.forEach(visit);
		extent[0] = Math.min(extent[0], x);
		extent[1] = Math.min(extent[1], y);
		extent[2] = Math.max(extent[2], x);
		extent[3] = Math.max(extent[3], y);
	};
	for (const { geometry } of features) if ('coordinates' in geometry) visit(geometry.coordinates);
	return extent;
}
