import { isAPIError } from 'better-auth/api';
import * as users from '../db/users.ts';
import { Refused } from '../workflow/refused.ts';
import { headersFor, passCookies, type Asking } from './asking.ts';
import { authOf, directoryAuthOf } from './auth.ts';
import { DIRECTORY, handleAnswer } from './directory.ts';
import { forgive, limit, LIMITS } from './limit.ts';

// Coming in and going out. What is said never tells whether an account exists, is disabled or has no
// password: the same sentence after the same work.

const WRONG = 'The e-mail address or the password is not right. Check both and try again.';

/** Signs in with a password; says whether a second factor is still wanted. */
export async function signIn(
	asking: Asking,
	{ email, password }: { email: string; password: string },
	now: Date
): Promise<'in' | 'second factor'> {
	const { db } = asking.locals;
	const address = email.toLowerCase();
	const place = asking.getClientAddress();
	await limit(db, ['place', place], LIMITS.place, now);
	await limit(db, ['account', address], LIMITS.everywhere, now);
	await limit(db, ['account', address, place], LIMITS.account, now);
	const answer = await orRefused(WRONG, () =>
		authOf(asking).api.signInEmail({
			body: { email: address, password },
			headers: headersFor(asking),
			returnHeaders: true
		})
	);
	passCookies(answer.headers, asking.cookies);
	await forgive(db, ['account', address, place]);
	if (!('user' in answer.response) || !answer.response.user) return 'second factor';
	await users.cameIn(db, answer.response.user.id, now);
	return 'in';
}

/** The second step: a code of the app, or one of the backup codes. */
export async function confirm(
	asking: Asking,
	{ code, isBackup }: { code: string; isBackup: boolean },
	now: Date
): Promise<void> {
	const { db } = asking.locals;
	await limit(db, ['second factor', asking.getClientAddress()], LIMITS.place, now);
	const { api } = authOf(asking);
	const wanted = {
		body: { code: isBackup ? code : code.replace(/\s/g, '') },
		headers: headersFor(asking),
		returnHeaders: true
	} as const;
	const { response, headers } = await orRefused(
		'This code is not right, has been used, or is too old. Wait for the next one and try again.',
		() => (isBackup ? api.verifyBackupCode(wanted) : api.verifyTOTP(wanted))
	);
	passCookies(headers, asking.cookies);
	await users.cameIn(db, response.user.id, now);
}

/** Ends the session that the request came with. */
export async function signOut(asking: Asking): Promise<void> {
	const { headers } = await authOf(asking).api.signOut({
		headers: headersFor(asking),
		returnHeaders: true
	});
	passCookies(headers, asking.cookies);
}

/** The directory's page on which to sign in. */
export async function startAtDirectory(asking: Asking, to: string, now: Date): Promise<string> {
	const auth = directoryAuthOf(asking);
	if (!auth) throw new Refused('Signing in with the directory is not set up here.');
	await limit(asking.locals.db, ['directory', asking.getClientAddress()], LIMITS.place, now);
	const { response, headers } = await orRefused(
		'The directory cannot be reached. Try again in a few minutes.',
		() =>
			auth.api.signInSocial({
				body: {
					provider: DIRECTORY as never,
					callbackURL: to,
					errorCallbackURL: '/sign-in',
					disableRedirect: true
				},
				headers: headersFor(asking),
				returnHeaders: true
			})
	);
	passCookies(headers, asking.cookies);
	if (!response.url) throw new Refused('The directory cannot be reached.');
	return response.url;
}

/** Takes the directory's answer; the response sends the person on, signed in or back to /sign-in. */
export function answerOfDirectory(asking: Asking): Promise<Response> {
	const auth = directoryAuthOf(asking);
	if (!auth) return Promise.resolve(new Response('Not found', { status: 404 }));
	const request = new Request(asking.request.url, { headers: headersFor(asking) });
	return handleAnswer(() => auth.handler(request));
}

async function orRefused<T>(sentence: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (isAPIError(error)) throw new Refused(sentence);
		throw error;
	}
}
