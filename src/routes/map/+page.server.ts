import { error } from '@sveltejs/kit';
import { readComparators } from '$lib/domain/selection.ts';
import { asked } from './asked.ts';
import { mapOf } from './map-of.ts';
import { menuOf } from './menu.ts';
import type { PageServerLoad } from './$types';

// The one reading page with client code: the picture becomes a map that can be moved.
export const csr = true;

export const load: PageServerLoad = async ({ locals: { db, edition }, url }) => {
	const ask = asked(url.searchParams);
	const groups = await menuOf(db, edition.publishedAt);
	const indicator = ask.indicator ?? groups[0]?.items[0]?.code;
	if (!indicator) error(404, 'No figures below the borough had been published by then.');
	const shown = await mapOf(db, edition.publishedAt, { ...ask, indicator });
	return { groups, asked: ask, compare: readComparators(url.searchParams), ...shown };
};
