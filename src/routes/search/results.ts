import { type Area, levels, WARDS_BEFORE, WARDS_NOW } from '$lib/domain/area.ts';
import { find } from '$lib/domain/find.ts';
import { date } from '$lib/domain/format.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import type { Theme } from '$lib/domain/theme.ts';
import { terms } from '../glossary/terms.ts';
import { searchedText } from '../indicators/filters.ts';

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

function placeHit(area: Area, pathOf: Searched['pathOf']): Hit {
	// Community areas and neighbourhoods have numbers for names; people know them by the name beside.
	const known = area.level === 'msoa' || area.level === 'lsoa' ? area.note : null;
	const title = known ? `${known} (${area.name})` : area.name;
	return { href: pathOf(area), title, note: aboutPlace(area) };
}

/** "Ward since 7 May 2026", "Ward from 2004 to 6 May 2026": two wards of one name are told apart. */
export function aboutPlace({ level, code, validFrom, validTo }: Area): string {
	const kind = levels[level].one.replace(/^./, (letter) => letter.toUpperCase());
	const span = validTo
		? ` until ${date(validTo)}`
		: level === 'ward' && validFrom
			? ` since ${date(validFrom)}`
			: '';
	return `${kind}${span} · ${code}`;
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
