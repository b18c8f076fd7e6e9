import type { Edition } from '../../../src/lib/domain/edition.ts';
import type { Db } from '../../../src/lib/server/db/client.ts';
import { Problem } from '../../../src/lib/server/web/problem.ts';
import * as handlers from '../../../src/routes/api/v1/[...path]/+server.ts';
import { event } from '../../support/event.ts';

export { Problem };

/** Asks the interface: `/series/w04/E08000030?breakdown=all`, below /api/v1. */
export async function ask(
	db: Db,
	address: string,
	{ method = 'GET', edition }: { method?: string; edition?: Edition } = {}
): Promise<Response> {
	const [path = '', search = ''] = address.split('?');
	const made = await event({
		db,
		method,
		path: `/api/v1${path}`,
		search: search && `?${search}`,
		params: { path: path.replace(/^\//, '') },
		...(edition ? { edition } : {})
	});
	switch (method) {
		case 'GET':
		case 'HEAD':
			return handlers.GET(made as never);
		case 'OPTIONS':
			return handlers.OPTIONS(made as never);
		default:
			return handlers.fallback(made as never);
	}
}

export async function json(response: Response | Promise<Response>) {
	// Tests look into answers of many shapes; openapi.test.ts holds the shapes themselves.
	return (await (await response).json()) as any;
}
