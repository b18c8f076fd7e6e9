import { error } from '@sveltejs/kit';
import { column, type ViewRow, viewRows } from './rows.ts';
import { csv } from '$lib/server/export/csv.ts';
import { table } from '$lib/domain/table.ts';
import { asked } from '../asked.ts';
import { factsOf } from '../facts.ts';
import { viewOf } from '../view.ts';
import type { RequestHandler } from './$types';

/** The view as a file: the same areas, values and order as the map's list and table. */
export const GET: RequestHandler = async ({ locals: { db, edition }, url }) => {
	const ask = asked(url.searchParams);
	if (!ask.indicator) error(400, 'Say which indicator, for example /map/csv?indicator=w04.');
	const at = edition.publishedAt;
	const { indicator, choice } = await viewOf(db, at, { ...ask, indicator: ask.indicator });
	if (choice.kind === 'none')
		error(404, 'There are no figures that can be mapped for this indicator.');
	const { geography, period } = choice;
	const facts = await factsOf(db, at, { indicator, geography, period });
	const body = csv(table<ViewRow>(column, viewRows(facts), ['area_code', 'period']));
	const name = `${indicator.code}-${geography.by}-${period.id}.csv`.toLowerCase();
	return new Response(body, {
		headers: {
			'content-type': 'text/csv; charset=utf-8; header=present',
			'content-disposition': `attachment; filename="${name}"`
		}
	});
};
