import { redirect } from '@sveltejs/kit';
import { isPostcode, wordsOf } from '$lib/domain/find.ts';
import { normaliseCode } from '$lib/domain/indicator.ts';
import { carried } from '$lib/domain/selection.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as themes from '$lib/server/db/themes.ts';
import { geography } from '../places/geography.ts';
import { results } from './results.ts';
import type { PageServerLoad } from './$types';

const LONGEST = 100;

export const load: PageServerLoad = async ({ locals: { db }, url }) => {
	const asked = (url.searchParams.get('q') ?? '').trim().slice(0, LONGEST);
	const [places, catalogue, allThemes] = await Promise.all([
		geography(db),
		indicators.all(db),
		themes.all(db)
	]);
	const local = [...places.areas.values()].filter((area) => area.isLocal);
	const code = normaliseCode(asked);
	const carry = carried(url.searchParams);
	const area = local.find((place) => place.code === code);
	if (area) redirect(303, `${places.path(area)}${carry}`);
	if (catalogue.some((indicator) => indicator.code === code)) {
		redirect(303, `/indicators/${code.toLowerCase()}${carry}`);
	}
	const postcode = isPostcode(asked);
	const groups =
		wordsOf(asked).length === 0 || postcode
			? []
			: results(asked, {
					areas: local,
					indicators: catalogue,
					themes: allThemes,
					pathOf: places.path
				});
	return { asked, postcode, groups, found: groups.reduce((sum, { found }) => sum + found, 0) };
};
