import { table } from '$lib/domain/table.ts';
import { known } from '../known.ts';
import { columns, filtered, line, readFilters } from '../list.ts';
import { csvFile } from '../../data/saved-file.ts';
import type { RequestHandler } from './$types';

/** The actions of the page with the same filters: /actions/all.csv?state=overdue. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const { all, names } = await known(locals);
	const shown = filtered(all, readFilters(url.searchParams), names.now);
	const rows = shown.map((action) => line(action, names));
	return csvFile(table(columns, rows, ['id']), `actions-${names.now.slice(0, 10)}`);
};
