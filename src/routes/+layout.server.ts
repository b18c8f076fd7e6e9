import type { LayoutServerLoad } from './$types';

// Reading pages are complete HTML: no client framework is sent (the map switches it on for itself).
export const csr = false;

export const load: LayoutServerLoad = ({ locals, url }) => ({
	edition: locals.edition,
	isEarlierEdition: locals.isEarlierEdition,
	path: url.pathname
});
