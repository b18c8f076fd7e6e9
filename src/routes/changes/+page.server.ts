import * as changes from '$lib/server/db/changes.ts';
import * as editions from '$lib/server/db/editions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, edition } }) => {
	const [all, revisions, redefinitions] = await Promise.all([
		editions.all(db),
		changes.revisions(db, edition.publishedAt),
		changes.redefinitions(db)
	]);
	return { editions: all.toReversed(), revisions, redefinitions };
};
