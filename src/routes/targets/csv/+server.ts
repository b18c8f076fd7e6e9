import { table } from '$lib/domain/table.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as targets from '$lib/server/db/targets.ts';
import { csv } from '$lib/server/export/csv.ts';
import { targetColumns } from '../columns.ts';
import type { RequestHandler } from './$types';

/** Every target in force at the edition, as a file. */
export const GET: RequestHandler = async ({ locals: { db, edition } }) => {
	const [catalogue, inForce] = await Promise.all([
		indicators.all(db),
		targets.inForce(db, edition.publishedAt)
	]);
	const closed = new Set(catalogue.filter(({ restricted }) => restricted).map(({ code }) => code));
	const rows = inForce.filter(({ indicator }) => !closed.has(indicator));
	return new Response(csv(table(targetColumns, rows, ['target', 'version'])), {
		headers: {
			'content-type': 'text/csv; charset=utf-8; header=present',
			'content-disposition': 'attachment; filename="targets.csv"'
		}
	});
};
