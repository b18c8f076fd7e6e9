import { mayWrite } from '$lib/server/workflow/actions.ts';
import { known } from './known.ts';
import { filtered, grouped, headline, offered, readFilters } from './list.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { all, names } = await known(locals);
	const filters = readFilters(url.searchParams);
	const shown = filtered(all, filters, names.now);
	return {
		filters,
		headline: headline(shown, names.now),
		groups: grouped(shown, names),
		all: all.length,
		offered: offered(all, names),
		mayWrite: names.catalogue.some((indicator) => mayWrite(locals.user, indicator))
	};
};
