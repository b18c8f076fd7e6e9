import { workOf } from '$lib/ui/work.ts';
import type { LayoutServerLoad } from './$types';

// Reading pages are complete HTML: no client framework is sent (the map switches it on for itself).
export const csr = false;

export const load: LayoutServerLoad = ({ locals, url }) => ({
	user: locals.user && { name: locals.user.name, work: workOf(locals.user) },
	edition: locals.edition,
	isEarlierEdition: locals.isEarlierEdition,
	path: url.pathname
});
