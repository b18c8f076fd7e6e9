import { type Area, WARDS_BEFORE, WARDS_NOW } from '$lib/domain/area.ts';
import { find } from '$lib/domain/find.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import type { Theme } from '$lib/domain/theme.ts';
import { terms } from '../glossary/terms.ts';
import { searchedText } from '../indicators/filters.ts';
import { fullName, kindOf } from '../places/naming.ts';

// What a search finds, in the order of the catalogue and of places: never by a score.

export interface Hit {
	href: string;
	title: string;
	note: string;
}

export interface HitGroup {
	id: string;
	title: string;
	hits: Hit[];
	/** How many were found in all, when only the first are listed. */
	found: number;
}

export interface Searched {
	areas: readonly Area[];
	indicators: readonly Indicator[];
	themes: readonly Theme[];
	/** Path of an area's own page. */
	pathOf: (area: Area) => string;
}

/** More than this of one kind is not read to the end. */
const LISTED = 20;

export function results(asked: string, searched: Searched): HitGroup[] {
	const places = find(searched.areas, asked, (area) => `${area.name} ${area.note} ${area.code}`);
	const hits = (areas: readonly Area[]) => areas.map((area) => placeHit(area, searched.pathOf));
	const ofLevel = (level: Area['level']) => hits(places.filter((area) => area.level === level));
	const ofVintage = (vintage: string) => hits(places.filter((area) => area.vintage === vintage));
	const groups = [
		{
			id: 'localities',
			title: 'The borough and its localities',
			hits: [...ofLevel('borough'), ...ofLevel('locality')]
		},
		{ id: 'wards', title: 'Wards now in force', hits: ofVintage(WARDS_NOW) },
		{ id: 'former-wards', title: 'Former wards', hits: ofVintage(WARDS_BEFORE) },
		{ id: 'community-areas', title: 'Community areas', hits: ofLevel('msoa') },
		{ id: 'neighbourhoods', title: 'Neighbourhoods', hits: ofLevel('lsoa') },
		{
			id: 'themes',
			title: 'Themes',
			hits: find(searched.themes, asked, ({ title, strapline }) => `${title} ${strapline}`).map(
				themeHit
			)
		},
		{
			id: 'indicators',
			title: 'Indicators',
			hits: find(searched.indicators, asked, (indicator) => searchedText({ indicator })).map(
				indicatorHit
			)
		},
		{
			id: 'words',
			title: 'Words explained',
			hits: find(terms, asked, ({ word, also }) => `${word} ${also ?? ''}`).map(termHit)
		}
	];
	return groups
		.filter((group) => group.hits.length > 0)
		.map((group) => ({ ...group, found: group.hits.length, hits: group.hits.slice(0, LISTED) }));
}

/** Two wards of one name are told apart by their dates. */
function placeHit(area: Area, pathOf: Searched['pathOf']): Hit {
	return { href: pathOf(area), title: fullName(area), note: `${kindOf(area)} · ${area.code}` };
}

function themeHit({ slug, title, kind }: Theme): Hit {
	return {
		href: `/themes/${slug}`,
		title,
		note: kind === 'priority' ? 'Priority area' : 'Emerging theme'
	};
}

function indicatorHit({ code, title, kind, sourceText }: Indicator): Hit {
	const what = kind === 'context' ? 'Context measure' : 'Proposed indicator';
	return {
		href: `/indicators/${code.toLowerCase()}`,
		title,
		note: `${what} ${code} · ${sourceText}`
	};
}

function termHit({ id, word, meaning }: (typeof terms)[number]): Hit {
	return { href: `/glossary#${id}`, title: word, note: meaning };
}
