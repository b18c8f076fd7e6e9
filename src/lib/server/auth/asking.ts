import type { Cookies } from '@sveltejs/kit';
import { parseSetCookieHeader } from 'better-auth/cookies';
import type { Db } from '../db/client.ts';

/** Where better-auth finds the client's address: written by us alone, whatever a reader sends. */
export const ADDRESS_HEADER = 'x-client-address';

/** What is needed of a request to ask who it comes from. */
export interface Asking {
	readonly locals: { readonly db: Db };
	readonly url: URL;
	readonly request: Request;
	readonly cookies: Cookies;
	readonly getClientAddress: () => string;
}

/** The part of a request's headers that better-auth may see. */
export function headersFor({ request, getClientAddress }: Asking): Headers {
	const headers = new Headers({ [ADDRESS_HEADER]: getClientAddress() });
	for (const name of ['cookie', 'user-agent']) {
		const value = request.headers.get(name);
		if (value !== null) headers.set(name, value);
	}
	return headers;
}

/** Hands better-auth's cookies on to the reader, as they are signed and dated. */
export function passCookies(headers: Headers, cookies: Cookies): void {
	for (const line of headers.getSetCookie()) {
		for (const [name, { value, ...given }] of parseSetCookieHeader(line)) {
			cookies.set(name, value, {
				path: '/',
				httpOnly: true,
				sameSite: 'lax',
				secure: given.secure === true,
				...(given['max-age'] !== undefined && { maxAge: given['max-age'] }),
				encode: (text) => encodeURIComponent(text)
			});
		}
	}
}
