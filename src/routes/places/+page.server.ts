import { error, redirect } from '@sveltejs/kit';
import { WARDS_NOW } from '$lib/domain/area.ts';
import { codeOf } from '$lib/domain/profile/path.ts';
import { carried } from '$lib/domain/selection.ts';
import { shapesOf } from '../geo/shapes.ts';
import { geography } from './geography.ts';
import { list, splitWards } from './list.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const carry = carried(url.searchParams);
	const go = url.searchParams.get('go');
	const [places, shapes] = await Promise.all([
		geography(locals.db, carry),
		shapesOf(locals.db, WARDS_NOW)
	]);
	if (go) {
		// The finders' own form: a choice becomes the page of the place.
		const chosen = places.areas.get(codeOf(go) ?? '');
		if (!chosen?.isLocal) error(404, `No place of Walsall has the code “${go}”.`);
		redirect(303, places.path(chosen));
	}
	return {
		carry,
		shapes,
		...list(places),
		split: splitWards(places)
	};
};
