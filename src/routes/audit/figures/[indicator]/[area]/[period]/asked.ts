import { error } from '@sveltejs/kit';
import * as areas from '$lib/server/db/areas.ts';
import * as breakdowns from '$lib/server/db/breakdowns.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as periods from '$lib/server/db/periods.ts';
import { found } from '../../../../../indicators/[code]/find.ts';

/** The figure that an address names; 404 with what is unknown in it. */
export async function asked(
	db: Db,
	params: { indicator: string; area: string; period: string },
	url: URL
) {
	const group = url.searchParams.get('breakdown') || 'all';
	const [indicator, places, times, groups] = await Promise.all([
		found(db, params.indicator, url),
		areas.all(db),
		periods.all(db),
		breakdowns.all(db)
	]);
	const area = places.find(({ code }) => code === params.area.toUpperCase());
	const period = times.get(params.period);
	const breakdown = groups.get(group);
	if (!area) error(404, `There is no place with the code "${params.area}".`);
	if (!period) error(404, `There is no period "${params.period}" in our calendar.`);
	if (!breakdown) error(404, `There is no group "${group}".`);
	return {
		...{ indicator, area, period, breakdown, times },
		names: new Map(places.map(({ code, name }) => [code, name]))
	};
}
