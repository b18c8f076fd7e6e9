import type { RequestEvent } from '@sveltejs/kit';
import type { Edition } from '../../src/lib/domain/edition.ts';
import type { Person } from '../../src/lib/domain/permission.ts';
import type { Db } from '../../src/lib/server/db/client.ts';
import * as editions from '../../src/lib/server/db/editions.ts';
import { createLog } from '../../src/lib/server/log.ts';

interface Wanted {
	db: Db;
	path?: string;
	params?: Record<string, string>;
	search?: string;
	route?: string;
	method?: string;
	headers?: Record<string, string>;
	body?: BodyInit;
	edition?: Edition;
	/** Who is signed in; a public reader unless given. */
	user?: Person;
}

const NEVER: Edition = {
	id: 'none',
	publishedAt: '1970-01-01T00:00:00.000Z',
	label: 'Nothing published',
	note: null
};

/**
 * A made-up request on a real database, for calling `load`, actions and endpoints. The latest
 * edition is shown unless another is given. Cast it to the route's own event type.
 */
export async function event(wanted: Wanted) {
	const { db, path = '/', params = {}, search = '', route = path, method = 'GET' } = wanted;
	const latest = (await editions.all(db)).at(-1) ?? NEVER;
	const url = new URL(`http://localhost${path}${search}`);
	const init = { method, headers: wanted.headers ?? {}, body: wanted.body ?? null };
	const sent: Record<string, string> = {};
	const made = {
		url,
		params,
		route: { id: route },
		request: new Request(url, init),
		locals: {
			db,
			log: createLog('silent'),
			user: wanted.user ?? null,
			session: null,
			edition: wanted.edition ?? latest,
			isEarlierEdition: wanted.edition !== undefined && wanted.edition.id !== latest.id
		},
		cookies: {
			get: () => undefined,
			getAll: () => [],
			set: noop,
			delete: noop,
			serialize: () => ''
		},
		fetch: () => Promise.reject(new Error('a load must not fetch: ask the database')),
		setHeaders: (headers: Record<string, string>) => void Object.assign(sent, headers),
		getClientAddress: () => '127.0.0.1',
		parent: async () => ({}),
		depends: noop,
		untrack: <T>(read: () => T) => read(),
		isDataRequest: false,
		isSubRequest: false,
		isRemoteRequest: false,
		platform: undefined,
		/** The headers that the route set. */
		sent
	};
	// One made-up event serves loads, actions and endpoints, whose types differ by route.
	return made as unknown as RequestEvent<never, never> & { sent: typeof sent } & Parts;
}

// What a load has beside a request.
interface Parts {
	parent: () => Promise<never>;
	depends: () => void;
	untrack: <T>(read: () => T) => T;
}

function noop(): void {}
