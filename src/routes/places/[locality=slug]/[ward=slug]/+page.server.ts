import { error, redirect } from '@sveltejs/kit';
import { WARDS_BEFORE } from '$lib/domain/area.ts';
import { carried } from '$lib/domain/selection.ts';
import { geography, type Geography, wardBySlug } from '../../geography.ts';
import { profile } from '../../profile.ts';
import { trailOf } from '../../trail.ts';
import type { PageServerLoad } from './$types';

// The ward now in force, under the locality that most of it lies in.
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const places = await geography(locals.db, carried(url.searchParams));
	const area = wardBySlug(places, params.ward);
	if (!area) return formerWard(params.ward, places);
	const path = places.path(area);
	if (path.split('?')[0] !== url.pathname) redirect(308, path);
	return { profile: await profile(locals, url, area, places), trail: trailOf(area, places) };
};

/** A name that only a former ward had leads to that ward's page; it is never joined to a new one. */
function formerWard(slug: string, places: Geography): never {
	const former = [...places.areas.values()].find(
		(area) => area.vintage === WARDS_BEFORE && area.slug === slug
	);
	if (former) redirect(308, places.path(former));
	error(
		404,
		`There is no ward called “${slug}”. The list of places names the wards now in force and the former ones.`
	);
}
