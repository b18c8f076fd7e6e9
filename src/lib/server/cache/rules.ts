// Which requests may be answered from the page cache, and which answers may be kept in it.

interface Asked {
	method: string;
	headers: Headers;
}

/** Public reading only: whoever is signed in may see more, so their pages are never shared. */
export function mayAnswer({ method, headers }: Asked): boolean {
	if (method !== 'GET' && method !== 'HEAD') return false;
	if (headers.has('authorization') || headers.has('range')) return false;
	return !hasSession(headers);
}

/** Does a request carry a session cookie, whatever it is worth? */
export const hasSession = (headers: Headers): boolean =>
	/(^|;\s*)[^=;]*session[^=;]*=/i.test(headers.get('cookie') ?? '');

/** A complete public answer that depends on nothing but its address. */
export function mayKeep({ status, headers }: Pick<Response, 'status' | 'headers'>): boolean {
	if (status !== 200 || headers.has('set-cookie') || headers.has('content-encoding')) return false;
	if (/private|no-store|no-cache/i.test(headers.get('cache-control') ?? '')) return false;
	if (/event-stream/.test(headers.get('content-type') ?? '')) return false;
	return (headers.get('vary') ?? '')
		.split(',')
		.every((name) => /^(accept-encoding)?$/i.test(name.trim()));
}

/** The address is the key, the origin included: pages may hold absolute links to themselves. */
export const keyOf = (url: URL): string => `${url.origin}${url.pathname}${url.search}`;
