import { edition, listOf, object } from '../common.ts';
import { endpoint } from '../endpoint.ts';

export const home = endpoint({
	path: '/',
	id: 'home',
	summary: 'What the interface has',
	parameters: { edition },
	formats: ['json'],
	shape: object({
		description: 'string',
		documentation: 'string',
		openapi: 'string',
		addresses: listOf(
			object({ path: 'string', summary: 'string', formats: listOf({ type: 'string' }) })
		)
	}),
	async answer() {
		// Asked for when answering: the list of endpoints holds this one too.
		const { endpoints } = await import('./index.ts');
		return {
			title: 'Walsall cohesion indicators: read interface, version 1',
			data: {
				description:
					'For reading only, open to everybody, without a key. Addresses may end in .csv or .xlsx where listed. Within version 1, fields may be added; none is renamed or removed.',
				documentation: '/data',
				openapi: '/api/v1/openapi.json',
				addresses: endpoints.map(({ path, summary, formats }) => ({
					path: `/api/v1${path === '/' ? '' : path}`,
					summary,
					formats
				}))
			}
		};
	}
});
