import * as indicators from '$lib/server/db/indicators.ts';
import * as stored from '$lib/server/db/targets.ts';
import { targets } from '$lib/server/export/tables/targets.ts';
import { ofOpen } from '../open.ts';
import { csvFile } from '../../data/saved-file.ts';
import type { RequestHandler } from './$types';

/** Every target in force at the edition, as a file. */
export const GET: RequestHandler = async ({ locals: { db, edition } }) => {
	const [catalogue, inForce] = await Promise.all([
		indicators.all(db),
		stored.inForce(db, edition.publishedAt)
	]);
	return csvFile(targets(ofOpen(inForce, catalogue)), 'targets');
};
