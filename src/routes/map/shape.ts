import type { Area, AreaLink } from '$lib/domain/area.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import type { Flag, ValueState } from '$lib/domain/observation.ts';
import { fisherJenks } from '$lib/domain/stats/breaks.ts';
import { type Look, lookOf } from '$lib/map/choropleth.ts';
import { type Histogram, histogram } from '$lib/map/legend.ts';
import type { MapFacts } from './facts.ts';

// Facts to what the page shows. Values go column by column: 169 neighbourhoods are a few kilobytes.

export interface MapColumns {
	code: string[];
	name: string[];
	/** Position in the list of localities, by best fit. */
	locality: number[];
	/** Neighbourhoods only: the ward now in force, by best fit. */
	ward: string[];
	/** Where the area lies when it is in more than one place, with shares. */
	split: Record<string, string>;
	value: (number | null)[];
	lower: (number | null)[];
	upper: (number | null)[];
	numerator: (number | null)[];
	denominator: (number | null)[];
	state: ValueState[];
	flags: Flag[][];
	look: Look[];
	/** Stored comparison with the borough: h(igher), l(ower), s(imilar), or not tested. */
	compared: string[];
}

export interface Shaped {
	columns: MapColumns;
	histogram: Histogram | null;
	/** Version of the stored breaks; null when they are this map's own. */
	breaksVersion: number | null;
}

const CLASSES = 5;

export function shape(facts: MapFacts): Shaped {
	const byArea = new Map(facts.figures.map((figure) => [figure.area, figure]));
	const values = facts.figures.flatMap(({ value, flags }) =>
		value === null || flags.includes('u') ? [] : [value]
	);
	const upper = facts.breaks?.upper ?? fisherJenks(values, CLASSES)?.upper ?? [];
	const { decimals } = facts.indicator;
	return {
		columns: columns(facts, byArea, upper),
		histogram: histogram(values, upper, decimals) ?? null,
		breaksVersion: facts.breaks?.version ?? null
	};
}

function columns(
	facts: MapFacts,
	byArea: ReadonlyMap<string, Figure>,
	upper: readonly number[]
): MapColumns {
	const placed = inPlaceOrder(facts);
	const figures = placed.map(({ area }) => byArea.get(area.code));
	const number = (key: 'value' | 'lower' | 'upper') =>
		figures.map((figure) => rounded(figure?.[key] ?? null, facts.indicator.decimals));
	const outcomes = new Map(facts.comparisons.map(({ area, outcome }) => [area, outcome]));
	return {
		code: placed.map(({ area }) => area.code),
		name: placed.map(({ name }) => name),
		locality: placed.map(({ locality }) => locality),
		ward: facts.geography.by === 'lsoa' ? placed.map(({ ward }) => ward) : [],
		split: Object.fromEntries(
			placed.flatMap(({ area, split }) => (split ? [[area.code, split]] : []))
		),
		value: number('value'),
		lower: number('lower'),
		upper: number('upper'),
		numerator: figures.map((figure) => figure?.numerator ?? null),
		denominator: figures.map((figure) => figure?.denominator ?? null),
		state: figures.map((figure) => figure?.state ?? 'not collected'),
		flags: figures.map((figure) => figure?.flags ?? []),
		look: figures.map((figure) => lookOf(figure, upper)),
		compared: placed.map(({ area }) => initial(outcomes.get(area.code)))
	};
}

export interface Placed {
	area: Area;
	name: string;
	locality: number;
	ward: string;
	split: string;
}

export type Geometry = Pick<MapFacts, 'areas' | 'links' | 'localities' | 'wards'>;

/** Areas by locality and name: the order of every list and table beside a map. */
export function inPlaceOrder(geometry: Geometry): Placed[] {
	return geometry.areas.map((area) => place(area, geometry)).sort(byPlace);
}

function place(area: Area, { links, localities, wards }: Geometry): Placed {
	const own = links.filter(({ child }) => child === area.code);
	const inLocalities = own.filter(({ parent }) => localities.some(({ code }) => code === parent));
	const inWards = own.filter(({ parent }) => wards.some(({ code }) => code === parent));
	const best = bestOf(inLocalities) ?? area.code;
	return {
		area,
		name: printed(area),
		locality: localities.findIndex(({ code }) => code === best),
		ward: wards.find(({ code }) => code === bestOf(inWards))?.name ?? '',
		split: shares(inLocalities, localities) || shares(inWards, wards)
	};
}

const bestOf = (links: readonly AreaLink[]): string | undefined =>
	(links.find(({ isBestFit }) => isBestFit) ?? links[0])?.parent;

/** "66% East, 34% South" for an area that lies in several; empty for one that lies in one. */
function shares(links: readonly AreaLink[], parents: readonly Area[]): string {
	if (links.length < 2) return '';
	return [...links]
		.sort((a, b) => b.share - a.share)
		.map(({ parent, share }) => {
			const name = parents.find(({ code }) => code === parent)?.name ?? parent;
			return `${Math.round(share * 100)}% ${name}`;
		})
		.join(', ');
}

/** A neighbourhood by the name of its community area and its own letters: "Palfrey 034B". */
function printed({ level, name, note }: Area): string {
	return level === 'lsoa' && note ? `${note} ${name.split(' ').at(-1)}` : name;
}

const byPlace = (a: Placed, b: Placed): number =>
	a.locality - b.locality || a.name.localeCompare(b.name, 'en-GB', { numeric: true });

/** As printed: classes and bars are made before this rounding. */
function rounded<T extends number | null>(value: T, decimals: number): T {
	return value === null ? value : (Number(value.toFixed(decimals)) as T);
}

const initial = (outcome: string | undefined): string =>
	outcome === undefined || outcome === 'cannot tell' ? '' : outcome.charAt(0);
