import { error } from '@sveltejs/kit';
import { WALSALL } from '$lib/domain/area.ts';
import { table } from '$lib/domain/table.ts';
import * as frameworks from '$lib/server/db/frameworks.ts';
import { reference } from '$lib/server/export/reference.ts';
import * as figures from '$lib/server/figures.ts';
import { shownAt } from '$lib/server/web/shown.ts';
import { elementColumns, evidenceColumns, evidenceRows, linkColumns } from '../../columns.ts';
import { found } from '../../found.ts';
import { csvFile } from '../../../../data/saved-file.ts';
import type { RequestHandler } from './$types';

// A framework as files. The two CSV files are the templates of the import: change them and send them back.

export const GET: RequestHandler = async ({ locals, params }) => {
	const { db, edition } = locals;
	const framework = await found(db, params.code);
	const tree = await frameworks.tree(db, framework.code);
	switch (params.file) {
		case 'elements.csv':
			return csvFile(table(elementColumns, tree.elements, ['code']), `${framework.code}-elements`);
		case 'links.csv':
			return csvFile(table(linkColumns, tree.links, ['element']), `${framework.code}-links`);
		case 'tree.json':
			return Response.json({ framework, ...tree });
		case 'evidence.csv': {
			const { on } = shownAt(locals, new Date());
			const [known, latest] = await Promise.all([
				reference(db),
				figures.latest(db, edition.publishedAt, { areas: [WALSALL], breakdowns: ['all'] })
			]);
			const rows = evidenceRows(tree, on, { known, latest });
			return csvFile(table(evidenceColumns, rows, ['code']), `${framework.code}-evidence`);
		}
		default:
			return error(404, 'The files are elements.csv, links.csv, tree.json and evidence.csv.');
	}
};
