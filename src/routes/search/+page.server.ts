import { redirect } from '@sveltejs/kit';
import { isAreaCode } from '$lib/domain/area.ts';
import { isPostcode, wordsOf } from '$lib/domain/find.ts';
import { normaliseCode } from '$lib/domain/indicator.ts';
import { carried } from '$lib/domain/selection.ts';
import * as areas from '$lib/server/db/areas.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as themes from '$lib/server/db/themes.ts';
import { results } from './results.ts';
import type { PageServerLoad } from './$types';

const LONGEST = 100;

export const load: PageServerLoad = async ({ locals: { db }, url }) => {
	const asked = (url.searchParams.get('q') ?? '').trim().slice(0, LONGEST);
	const [allAreas, catalogue, allThemes] = await Promise.all([
		areas.all(db),
		indicators.all(db),
		themes.all(db)
	]);
	const local = allAreas.filter((area) => area.isLocal);
	const code = normaliseCode(asked);
	const carry = carried(url.searchParams);
	if (isAreaCode(code) && local.some((area) => area.code === code)) {
		redirect(303, `/places/${code}${carry}`);
	}
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
					pathOf: (area) => `/places/${area.code}`
				});
	return { asked, postcode, groups, found: groups.reduce((sum, { found }) => sum + found, 0) };
};
