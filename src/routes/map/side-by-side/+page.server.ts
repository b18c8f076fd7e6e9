import { geographies, geographyBy } from '$lib/map/geographies.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import { type MenuGroup, menuOf } from '../menu.ts';
import { multiplesOf } from '../multiples.ts';
import type { PageServerLoad } from './$types';

const MOST = 6;

export const load: PageServerLoad = async ({ locals: { db, edition }, url }) => {
	const at = edition.publishedAt;
	const geography = geographyBy(url.searchParams.get('by')) ?? geographies[0]!;
	const [groups, catalogue] = await Promise.all([
		menuOf(db, at, geography.vintage),
		indicators.all(db)
	]);
	const codes = chosen(groups, url.searchParams);
	const shown = codes.flatMap((code) => catalogue.find((one) => one.code === code) ?? []);
	const multiples = await multiplesOf(db, at, { indicators: shown, geography, every: 'measure' });
	return { groups, codes, geography, most: MOST, ...multiples };
};

/** Measures named in the address; else the theme of the one named; else the first theme. */
function chosen(groups: readonly MenuGroup[], params: URLSearchParams): string[] {
	const mappable = new Set(groups.flatMap(({ items }) => items.map(({ code }) => code)));
	const listed = params.getAll('indicators').flatMap((part) => part.toUpperCase().split(','));
	const held = [...new Set(listed)].filter((code) => mappable.has(code));
	if (held.length > 0) return held.slice(0, MOST);
	const one = params.get('indicator')?.toUpperCase() ?? '';
	const group = groups.find(({ items }) => items.some(({ code }) => code === one)) ?? groups[0];
	const rest = (group?.items ?? []).map(({ code }) => code).filter((code) => code !== one);
	return [...(mappable.has(one) ? [one] : []), ...rest].slice(0, MOST);
}
