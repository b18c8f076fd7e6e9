import { openFiles, preparedOn } from '$lib/server/export/open-files.ts';
import { reference } from '$lib/server/export/reference.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db } }) => {
	const { sources } = await reference(db);
	return {
		sources: [...sources.values()],
		files: openFiles.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
		preparedOn
	};
};
