import {
	type Area,
	MSOAS,
	NEIGHBOURHOODS,
	WALSALL,
	WARDS_BEFORE,
	WARDS_NOW
} from '$lib/domain/area.ts';
import { isSplit, localityOfWards, parts, shareWords } from '$lib/domain/profile/membership.ts';
import { listed } from '$lib/domain/sentence/sentence.ts';
import type { Geography } from './geography.ts';
import { nameOf } from './naming.ts';

// Every place of Walsall, by name, under what it lies in.

export interface PlaceLink {
	code: string;
	name: string;
	href: string;
	note: string | null;
}

export function list(places: Geography) {
	const all = [...places.areas.values()];
	const ofVintage = (vintage: string) => all.filter((area) => area.vintage === vintage);
	const borough = places.areas.get(WALSALL);
	return {
		borough: borough && link(borough, places),
		localities: byName(all.filter(({ level }) => level === 'locality')).map((locality) => ({
			...link(locality, places),
			wards: wardsOf(locality, places)
		})),
		wards: byName(ofVintage(WARDS_NOW)).map((ward) => link(ward, places)),
		former: byName(ofVintage(WARDS_BEFORE)).map((ward) => link(ward, places)),
		communities: byName(ofVintage(MSOAS)).map((community) => ({
			...link(community, places),
			neighbourhoods: parts(
				{ code: community.code, vintage: NEIGHBOURHOODS },
				places.links,
				places.areas
			).map(({ area }) => link(area, places))
		}))
	};
}

export type PlaceList = ReturnType<typeof list>;

/** Wards now mainly in a locality; a split one says how much of it lies there. */
function wardsOf(locality: Area, places: Geography): PlaceLink[] {
	const { links, areas } = places;
	const ties = parts({ code: locality.code, vintage: WARDS_NOW }, links, areas);
	return ties
		.filter(({ isBestFit }) => isBestFit)
		.map((tie) => ({
			...link(tie.area, places),
			note: isSplit(tie) ? `${shareWords(tie.share)} lies here, ${rest(tie.area, places)}` : null
		}));
}

function rest(ward: Area, { links, areas }: Geography): string {
	const others = links.filter(({ child, isBestFit }) => child === ward.code && !isBestFit);
	return listed(
		others.map(
			({ parent, share }) => `${shareWords(share)} in ${areas.get(parent)?.name ?? parent}`
		)
	);
}

function link(area: Area, places: Geography): PlaceLink {
	return { code: area.code, name: nameOf(area), href: places.path(area), note: area.note };
}

const byName = (areas: readonly Area[]): Area[] =>
	areas.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'en-GB', { numeric: true }));

/** Places whose locality is by best fit only, for the note on boundaries. */
export function splitWards({ links, areas }: Geography): string[] {
	return [...localityOfWards(links, areas)]
		.filter(([, tie]) => isSplit(tie))
		.map(
			([code, tie]) =>
				`${areas.get(code)?.name ?? code} (${shareWords(tie.share)} in ${tie.area.name})`
		)
		.sort((a, b) => a.localeCompare(b, 'en-GB'));
}
