import { error } from '@sveltejs/kit';
import { readComparators } from '$lib/domain/selection.ts';
import { asked } from './asked.ts';
import { mapOf } from './map-of.ts';
import { menuOf } from './menu.ts';
import type { PageServerLoad } from './$types';

// The one reading page with client code: the picture becomes a map that can be moved.
export const csr = true;

/** Before the first edition: the page says so, as every other page does. */
const nothingYet = { isTooEarly: true, groups: [], map: undefined, none: undefined };

export const load: PageServerLoad = async ({ locals: { db, edition }, url }) => {
	const ask = asked(url.searchParams);
	const groups = await menuOf(db, edition.publishedAt);
	const indicator = ask.indicator ?? groups[0]?.items[0]?.code;
	if (groups.length === 0) return { ...nothingYet, asked: ask, compare: [] };
	if (!indicator) error(404, 'There is no measure to map.');
	const shown = await mapOf(db, edition.publishedAt, { ...ask, indicator });
	return {
		isTooEarly: false,
		groups,
		asked: ask,
		compare: readComparators(url.searchParams),
		...shown
	};
};
