import * as boundaries from '$lib/server/db/boundaries.ts';
import * as facts from '$lib/server/db/facts.ts';
import * as holdings from '$lib/server/db/holdings.ts';
import { stateKey } from '$lib/server/export/about.ts';
import { ATTRIBUTION, LICENCE } from '$lib/server/export/licence.ts';
import { reference } from '$lib/server/export/reference.ts';
import { aboutEverything } from './everything.ts';
import { comparing, conflicts, shape } from './shape.ts';
import { tables } from './tables.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, edition }, url }) => {
	const [held, coverage, outlines, stated] = await Promise.all([
		reference(db),
		holdings.coverage(db, edition.publishedAt),
		boundaries.inUse(db),
		facts.all(db)
	]);
	return {
		...shape(held, coverage),
		comparing: comparing(url.searchParams),
		everything: aboutEverything,
		tables: tables.map(({ name, title, description }) => ({ name, title, description })),
		outlines: outlines.map(({ vintage, label, note }) => ({ vintage, label, note })),
		conflicts: conflicts(stated),
		stateKey,
		licence: LICENCE,
		attribution: ATTRIBUTION
	};
};
