import { NEIGHBOURHOODS } from '$lib/domain/area.ts';
import { bivariate } from '$lib/domain/spatial/bivariate.ts';
import { carried } from '$lib/domain/selection.ts';
import * as areas from '$lib/server/db/areas.ts';
import { shapesOf } from '../../geo/shapes.ts';
import type { PageServerLoad } from './$types';
import { content } from './content.ts';
import { chosen, pairsOf } from './pairs.ts';

// An analyst's page: two measures at neighbourhood level, and an honest word about what that shows.

export const load: PageServerLoad = async ({ locals: { db, edition }, url }) => {
	const at = edition.publishedAt;
	const [{ offered, x, y, unknown }, shapes, places] = await Promise.all([
		chosen(db, at, url.searchParams),
		shapesOf(db, NEIGHBOURHOODS),
		areas.ofVintage(db, NEIGHBOURHOODS)
	]);
	const area = url.searchParams.get('area')?.toUpperCase() ?? null;
	const choices = offered.map(({ code, title }) => ({ code, title }));
	if (!x || !y || !shapes) return { choices, unknown, view: null };
	const dated = carried(url.searchParams).replace('?', '&');
	const { pairs, figures } = await pairsOf(db, at, x, y);
	const found = bivariate(pairs);
	return {
		choices,
		unknown,
		view: content({ x, y, pairs, figures, found, places, area, shapes, dated })
	};
};
