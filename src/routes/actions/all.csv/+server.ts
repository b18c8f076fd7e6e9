import { table } from '$lib/domain/table.ts';
import { csv } from '$lib/server/export/csv.ts';
import { known } from '../known.ts';
import { columns, filtered, line, readFilters } from '../list.ts';
import type { RequestHandler } from './$types';

/** The actions of the page with the same filters: /actions/all.csv?state=overdue. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const { all, names } = await known(locals);
	const shown = filtered(all, readFilters(url.searchParams), names.now);
	const rows = shown.map((action) => line(action, names));
	return new Response(csv(table(columns, rows, ['id'])), {
		headers: {
			'content-type': 'text/csv; charset=utf-8; header=present',
			'content-disposition': `attachment; filename="actions-${names.now.slice(0, 10)}.csv"`
		}
	});
};
