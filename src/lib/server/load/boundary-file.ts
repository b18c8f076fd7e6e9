import { topology as build } from 'topojson-server';
import { WALSALL } from '../../domain/area.ts';
import type { AreaTopology } from './boundaries.ts';
import { codeField, codeProblems, noCodeField } from './boundary-codes.ts';
import { coverage, TOLERANCE } from './coverage.ts';
import { type Polygon, rewound, selfCrossing } from './rings.ts';

// Checks an official boundary file before it replaces anything, and makes it the product's own form.
// Every fault found is named with its feature and what to do; one fault is enough to refuse the file.

export interface Expected {
	/** `ward`, `lsoa`, `msoa`, `borough`. */
	level: string;
	/** Official name by code: exactly these areas must be there. */
	names: ReadonlyMap<string, string>;
	/** Outline that the areas must cover; absent for the borough itself. */
	borough: readonly Polygon[] | undefined;
}

export type Checked = { topology: AreaTopology } | { problems: string[] };

interface Feature {
	properties: Record<string, unknown> | null;
	geometry: { type: string; coordinates: unknown } | null;
}

interface Shape {
	code: string;
	polygons: Polygon[];
}

/** Grid of about a metre over a borough. */
const QUANTISATION = 1e5;

export function checkBoundaries(text: string, expected: Expected): Checked {
	const read = featuresOf(text);
	if ('problems' in read) return read;
	const field = codeField(read.features[0]?.properties ?? {}, expected.level);
	if (!field) return { problems: [noCodeField(expected.level)] };
	const local = read.features.filter((feature) => isLocal(feature, expected.level));
	const codes = local.map((feature) => String(feature.properties?.[field]));
	const problems = [
		...codeProblems(codes, expected.names),
		...local.flatMap((feature, i) => shapeProblems(feature, codes[i] ?? ''))
	];
	if (problems.length > 0) return { problems };
	const shapes = local.map((feature, i) => shapeOf(feature, codes[i] ?? ''));
	const uncovered = coverProblems(shapes, expected);
	return uncovered.length > 0 ? { problems: uncovered } : { topology: built(shapes, expected) };
}

function featuresOf(text: string): { features: Feature[] } | { problems: string[] } {
	try {
		const json = JSON.parse(text) as { type?: string; features?: Feature[] };
		if (json.type === 'FeatureCollection' && json.features?.length) {
			return { features: json.features };
		}
		return { problems: ['Not a GeoJSON FeatureCollection: export the layer as GeoJSON.'] };
	} catch (error) {
		return { problems: [`Not readable as JSON (${(error as Error).message}).`] };
	}
}

// A national file is welcome: features that name another district are passed over.
function isLocal({ properties }: Feature, level: string): boolean {
	const [, district] =
		Object.entries(properties ?? {}).find(([name]) => /^LAD\d{0,2}CD$/i.test(name)) ?? [];
	return level === 'borough' || district === undefined || district === WALSALL;
}

function shapeProblems(feature: Feature, code: string): string[] {
	const { geometry } = feature;
	if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') {
		return [`${code}: geometry is ${geometry?.type ?? 'missing'}, not Polygon or MultiPolygon.`];
	}
	for (const ring of shapeOf(feature, code).polygons.flat()) {
		const positions = ring.flat();
		if (!positions.every(Number.isFinite)) return [`${code}: a position is not two numbers.`];
		if (ring.some(([x = 0, y = 0]) => Math.abs(x) > 180 || Math.abs(y) > 90)) {
			return [
				`${code}: not longitude and latitude (WGS84). British National Grid metres must be converted first.`
			];
		}
		const [first, last] = [ring[0], ring.at(-1)];
		if (ring.length < 4 || first?.join() !== last?.join()) {
			return [`${code}: a ring is not closed or has fewer than four positions.`];
		}
		const crossing = selfCrossing(ring);
		if (crossing) return [`${code}: a ring crosses itself near ${crossing.join(', ')}.`];
	}
	return [];
}

function shapeOf({ geometry }: Feature, code: string): Shape {
	const coordinates = geometry?.coordinates;
	const polygons =
		geometry?.type === 'Polygon' ? [coordinates as Polygon] : (coordinates as Polygon[]);
	const flat = polygons.map((rings) =>
		rings.map((ring) => ring.map(([x = NaN, y = NaN]) => [x, y]))
	);
	return { code, polygons: flat.map(rewound) };
}

function coverProblems(shapes: readonly Shape[], { borough }: Expected): string[] {
	if (!borough) return [];
	const found = coverage(
		shapes.map(({ polygons }) => polygons),
		borough
	);
	const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
	return [
		...(found.gaps > TOLERANCE ? [`${percent(found.gaps)} of the borough lies in no area.`] : []),
		...(found.overlaps > TOLERANCE
			? [`${percent(found.overlaps)} of the borough lies in two or more areas.`]
			: []),
		...(found.outside > TOLERANCE
			? [`Areas reach outside the borough by ${percent(found.outside)} of its area.`]
			: [])
	];
}

function built(shapes: readonly Shape[], { names }: Expected): AreaTopology {
	const features = shapes.map(({ code, polygons }) => ({
		type: 'Feature' as const,
		id: code,
		properties: { code, name: names.get(code) ?? code },
		geometry: { type: 'MultiPolygon' as const, coordinates: polygons }
	}));
	const areas = { type: 'FeatureCollection' as const, features };
	return build({ areas }, QUANTISATION) as unknown as AreaTopology;
}
