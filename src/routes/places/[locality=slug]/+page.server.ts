import { error, redirect } from '@sveltejs/kit';
import { WALSALL } from '$lib/domain/area.ts';
import { codeOf } from '$lib/domain/profile/path.ts';
import { carried } from '$lib/domain/selection.ts';
import { geography, type Geography, localityBySlug, wardBySlug } from '../geography.ts';
import { profile } from '../profile.ts';
import { trailOf } from '../trail.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const places = await geography(locals.db, carried(url.searchParams));
	const area = localityBySlug(places, params.locality);
	if (!area) return elsewhere(params.locality, places, url.search);
	return { profile: await profile(locals, url, area, places), trail: trailOf(area, places) };
};

/** A code in small letters, a ward without its locality, the borough by name: the page that was meant. */
function elsewhere(slug: string, places: Geography, search: string): never {
	const code = codeOf(slug);
	if (code) redirect(308, `/places/${code}${search}`);
	const borough = places.areas.get(WALSALL);
	if (borough && slug === borough.slug) redirect(308, places.path(borough));
	const ward = wardBySlug(places, slug);
	if (ward) redirect(308, places.path(ward));
	error(
		404,
		`There is no locality or ward called “${slug}”. The list of places names all of them.`
	);
}
