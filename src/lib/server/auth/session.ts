import type { Person } from '../../domain/permission.ts';
import { dayInWalsall } from '../../domain/day.ts';
import * as people from '../db/people.ts';
import { hasSession } from '../cache/rules.ts';
import { authOf } from './auth.ts';
import { headersFor, passCookies, type Asking } from './asking.ts';

export interface SignedIn {
	readonly person: Person;
	readonly session: string;
}

/**
 * Who the request comes from. Without a session cookie nothing is asked of the database; a session
 * of a disabled account is none.
 */
export async function signedIn(asking: Asking, now: Date): Promise<SignedIn | null> {
	if (!hasSession(asking.request.headers)) return null;
	const { response, headers } = await authOf(asking).api.getSession({
		headers: headersFor(asking),
		returnHeaders: true
	});
	passCookies(headers, asking.cookies);
	if (!response) return null;
	const person = await people.active(asking.locals.db, response.user.id, dayInWalsall(now));
	return person && { person, session: response.session.id };
}
