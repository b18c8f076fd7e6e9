import type { Config } from '../config.ts';
import type { Person } from '../../domain/permission.ts';
import { refuse, Problem } from '../web/problem.ts';

// Who may read at all: everybody, or (READERS=signed-in) people with a session and a role.

interface Asked {
	readonly locals: { readonly user: Person | null };
	readonly request: Pick<Request, 'method'>;
	readonly url: URL;
}

/** What is needed to sign in, what says whether the server is well, and calendars by secret address. */
const OPEN =
	/^\/(sign-in|sign-out|set-up|password|api\/auth\/callback|health|returns\/calendar)(\/|$)/;

export function mustSignIn({ locals, url }: Asked, readers: Config['readers']): boolean {
	if (readers === 'public' || OPEN.test(url.pathname)) return false;
	return !locals.user || locals.user.roles.length === 0;
}

/** The way to sign in for a page; a refusal for what a program asks. */
export function wayIn({ locals, request, url }: Asked): Response {
	const isPage = request.method === 'GET' && !url.pathname.startsWith('/api/');
	if (!isPage || locals.user) {
		const status = locals.user ? 403 : 401;
		const why = locals.user
			? 'Your account has no role yet: ask an administrator.'
			: 'Sign in first.';
		return refuse(new Problem(status, why), url, { 'cache-control': 'private, no-store' });
	}
	const to = encodeURIComponent(url.pathname + url.search);
	return new Response(null, {
		status: 303,
		headers: { location: `/sign-in?to=${to}`, 'cache-control': 'private, no-store' }
	});
}

/** A path as the log may have it: a link that sets a password is a secret. */
export const loggedPath = (pathname: string): string =>
	pathname.replace(/^(\/password\/).+/, '$1…');
