import { date } from '$lib/domain/format.ts';
import { ATTRIBUTION } from '$lib/server/export/licence.ts';
import { asked } from '../../../map/asked.ts';
import { mapOr404 } from '../../../map/map-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db, edition } }) => {
	const ask = { ...asked(url.searchParams), indicator: params.code.toUpperCase() };
	return {
		/** Without the page's own head and foot. */
		bare: true,
		map: await mapOr404(db, edition.publishedAt, ask),
		asAt: date(edition.publishedAt),
		attribution: ATTRIBUTION
	};
};
