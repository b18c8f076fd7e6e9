import type { LayoutServerLoad } from './$types';

// Nothing here may be kept by anybody: not the forms, not what they answer.
export const load: LayoutServerLoad = ({ setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
};
