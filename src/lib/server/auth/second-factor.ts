import { isAPIError } from 'better-auth/api';
import type { AuditAction } from '../../domain/audit/actions.ts';
import { record } from '../audit.ts';
import { transaction, type Db } from '../db/client.ts';
import { Refused } from '../workflow/refused.ts';
import { headersFor, passCookies, type Asking } from './asking.ts';
import { authOf } from './auth.ts';
import { forgive, LIMITS, limit, mayTry } from './limit.ts';

// One's own second factor: an authenticator app (TOTP, RFC 6238) with ten backup codes.

interface Owner {
	readonly id: string;
	readonly name: string;
}

const WRONG_PASSWORD = 'This is not your password.';

/** Begins to set a second factor up: the app's address of it, until it is confirmed. */
export async function begin(asking: Asking, owner: Owner, password: string): Promise<string> {
	const made = await guess(asking, owner, WRONG_PASSWORD, () =>
		authOf(asking).api.enableTwoFactor({ body: { password }, headers: headersFor(asking) })
	);
	if (made.method !== 'totp') throw new Error('only codes of an app are set up');
	return made.totpURI;
}

/** Confirms it with a code of the app; returns the backup codes, which are shown once. */
export async function confirmNew(asking: Asking, owner: Owner, typed: string): Promise<string[]> {
	const code = typed.replace(/\s/g, '');
	const { api } = authOf(asking);
	const { headers } = await guess(
		asking,
		owner,
		'This code is not right. Check that the clock of your phone is right and try the next one.',
		() => api.verifyTOTP({ body: { code }, headers: headersFor(asking), returnHeaders: true })
	);
	passCookies(headers, asking.cookies);
	await mayTry(asking.locals.db, ['code', owner.id, code], LIMITS.code, new Date());
	await note(asking.locals.db, owner, 'set up second factor');
	const { backupCodes } = await api.viewBackupCodes({ body: { userId: owner.id } });
	return backupCodes;
}

/** New backup codes; the earlier ones no longer work. */
export async function renewCodes(
	asking: Asking,
	owner: Owner,
	password: string
): Promise<string[]> {
	const { backupCodes } = await guess(asking, owner, WRONG_PASSWORD, () =>
		authOf(asking).api.generateBackupCodes({ body: { password }, headers: headersFor(asking) })
	);
	await note(asking.locals.db, owner, 'renew backup codes');
	return backupCodes;
}

/** Takes one's own second factor away. */
export async function end(asking: Asking, owner: Owner, password: string): Promise<void> {
	const { headers } = await guess(asking, owner, WRONG_PASSWORD, () =>
		authOf(asking).api.disableTwoFactor({
			body: { password },
			headers: headersFor(asking),
			returnHeaders: true
		})
	);
	passCookies(headers, asking.cookies);
	await note(asking.locals.db, owner, 'end second factor');
}

const note = (db: Db, owner: Owner, action: AuditAction): Promise<void> =>
	transaction(db, (trx) => record(trx, owner, new Date(), { action, subject: ['user', owner.id] }));

/** Counts a try of a password or a code; a right one forgives those before. */
async function guess<T>(
	{ locals }: Asking,
	owner: Owner,
	wrong: string,
	work: () => Promise<T>
): Promise<T> {
	await limit(locals.db, ['own', owner.id], LIMITS.account, new Date());
	try {
		const done = await work();
		await forgive(locals.db, ['own', owner.id]);
		return done;
	} catch (error) {
		if (isAPIError(error)) throw new Refused(wrong);
		throw error;
	}
}
