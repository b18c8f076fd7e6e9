import { isActionFailure, isHttpError, isRedirect } from '@sveltejs/kit';
import { signedIn, type SignedIn } from '../../src/lib/server/auth/session.ts';
import type { Db } from '../../src/lib/server/db/client.ts';
import { event } from './event.ts';

// Somebody with a browser that keeps cookies, on a real database: what they ask goes through the same
// sign-in as a request to the server.

export interface SentCookie {
	value: string;
	options: Record<string, unknown>;
}

export interface Answer {
	status: number;
	location?: string;
	message?: string;
	/** What a load or an action returned, or the filled form of a refusal. */
	data: Record<string, never> & { [name: string]: never };
}

export interface Visitor {
	readonly jar: Map<string, SentCookie>;
	who(now?: Date): Promise<SignedIn | null>;
	/** Calls a load. */
	look(load: unknown, wanted?: Asked): Promise<Answer>;
	/** Sends a form to an action. */
	send(action: unknown, form: Form, wanted?: Asked): Promise<Answer>;
	/** The event of a request, for calling anything else. */
	event(wanted?: Asked): Promise<Awaited<ReturnType<typeof event>>>;
}

export interface Asked {
	path?: string;
	search?: string;
	params?: Record<string, string>;
	address?: string;
	form?: Form;
	now?: Date;
	protocol?: 'http:' | 'https:';
}
type Form = Record<string, string | readonly string[]>;

/** A visitor without cookies. */
export function visitor(db: Db): Visitor {
	const jar = new Map<string, SentCookie>();
	const cookies = {
		get: (name: string) => jar.get(name)?.value,
		getAll: () => [...jar].map(([name, { value }]) => ({ name, value })),
		set: (name: string, value: string, options: Record<string, unknown>) =>
			options['maxAge'] === 0 ? void jar.delete(name) : void jar.set(name, { value, options }),
		delete: (name: string) => void jar.delete(name),
		serialize: () => ''
	};

	async function asked({ form, address = '10.1.1.1', now, protocol, ...wanted }: Asked = {}) {
		const cookie = [...jar].map(([name, { value }]) => `${name}=${encodeURIComponent(value)}`);
		const made = await event({
			db,
			...wanted,
			...(form && { method: 'POST', body: body(form) }),
			headers: { cookie: cookie.join('; '), 'user-agent': 'Mozilla/5.0 (Windows) Firefox/130.0' }
		});
		if (protocol) made.url.protocol = protocol;
		Object.assign(made, { cookies, getClientAddress: () => address });
		const found = await signedIn(made as never, now ?? new Date());
		Object.assign(made.locals, { user: found?.person ?? null, session: found?.session ?? null });
		return made;
	}

	return {
		jar,
		who: async (now) => {
			const made = await asked(now ? { now } : {});
			return signedIn(made as never, now ?? new Date());
		},
		look: async (load, wanted) => answered(call(load), await asked(wanted)),
		send: async (action, form, wanted) => answered(call(action), await asked({ ...wanted, form })),
		event: asked
	};
}

type Called = (event: never) => unknown;
const call = (given: unknown): Called => given as Called;

function body(form: Form): URLSearchParams {
	const made = new URLSearchParams();
	for (const [name, values] of Object.entries(form)) {
		for (const value of [values].flat()) made.append(name, value as string);
	}
	return made;
}

async function answered(called: Called, made: object): Promise<Answer> {
	try {
		const data = (await called(made as never)) as Answer['data'] | undefined;
		if (!isActionFailure(data)) return { status: 200, data: data ?? {} };
		const failed = data.data as unknown as Answer['data'] & { message: string };
		return { status: data.status, data: failed, message: failed.message };
	} catch (thrown) {
		if (isRedirect(thrown)) return { status: thrown.status, location: thrown.location, data: {} };
		if (isHttpError(thrown)) {
			return { status: thrown.status, message: thrown.body.message, data: {} };
		}
		throw thrown;
	}
}
