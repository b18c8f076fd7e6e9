import { error } from '@sveltejs/kit';
import * as areas from '$lib/server/db/areas.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import { templateFile } from '$lib/server/import/template.ts';
import { permit } from '$lib/server/web/permit.ts';
import { ownFile } from '../../../data/saved-file.ts';
import type { RequestHandler } from './$types';

// An empty file to fill in for one indicator, with its areas.

export const GET: RequestHandler = async (event) => {
	permit(event, 'read drafts');
	const [, code = '', format] = /^([a-z]+\d+)\.(csv|xlsx)$/i.exec(event.params.file) ?? [];
	const { db } = event.locals;
	const [indicator, places] = await Promise.all([
		indicators.byCode(db, code.toUpperCase()),
		areas.all(db)
	]);
	if (!indicator || (format !== 'csv' && format !== 'xlsx')) {
		error(404, 'Templates are named by an indicator, for example c08.xlsx or c08.csv.');
	}
	const made = await templateFile(indicator, places, format);
	return ownFile(made, format, `${indicator.code.toLowerCase()}-template`);
};
