import type { LayoutServerLoad } from './$types';

// Drafts are kept by nobody but this server.
export const load: LayoutServerLoad = ({ setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
};
