import { error, redirect } from '@sveltejs/kit';
import { WARDS_NOW } from '$lib/domain/area.ts';
import { carried } from '$lib/domain/selection.ts';
import { geography } from '../geography.ts';
import { profile } from '../profile.ts';
import { trailOf } from '../trail.ts';
import type { PageServerLoad } from './$types';

// Any area of any vintage by its code. Localities and wards now in force have names in their address.
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const code = params.gss.toUpperCase();
	const places = await geography(locals.db, carried(url.searchParams));
	const area = places.areas.get(code);
	if (!area) {
		error(
			404,
			`No area has the code ${code}. Look for the place by its name, or in the list of places.`
		);
	}
	if (area.level === 'locality' || area.vintage === WARDS_NOW) redirect(308, places.path(area));
	if (!area.isLocal) {
		error(
			404,
			`${area.name} is not a part of Walsall. We hold its figures only to compare with: choose it under “Compare with” on a measure’s page.`
		);
	}
	return { profile: await profile(locals, url, area, places), trail: trailOf(area, places) };
};
