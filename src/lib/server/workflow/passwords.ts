import { randomUUID } from 'node:crypto';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { passwordProblem } from '../../domain/password.ts';
import { record } from '../audit.ts';
import { endLinks, makeLink, readLink, useLink, type Link } from '../auth/links.ts';
import { transaction, type Db, type Trx } from '../db/client.ts';
import * as sessions from '../db/sessions.ts';
import * as users from '../db/users.ts';
import { Refused } from './refused.ts';

// Setting, resetting and changing passwords. Hashing takes long on purpose: never inside a transaction.

export const SPENT = 'This link has been used, replaced, or is too old. Ask for a new one.';

/** The account that a link sets a password for. */
export async function accountOfLink(
	db: Db,
	token: string,
	now: Date
): Promise<{ link: Link; account: users.Account } | undefined> {
	const link = await readLink(db, token, now);
	const account = link && (await users.find(db, { id: link.account }));
	return link && account && !account.disabledAt ? { link, account } : undefined;
}

/** Sets a password by a link, which is then used up; every session of the account ends. */
export async function setByLink(
	db: Db,
	token: string,
	password: string,
	now: Date
): Promise<users.Account> {
	const found = await accountOfLink(db, token, now);
	if (!found) throw new Refused(SPENT);
	const { link, account } = found;
	const hash = await hashed(password, account);
	return transaction(db, async (trx) => {
		if (!(await useLink(trx, link.kind, token, now))) throw new Refused(SPENT);
		await users.setPassword(trx, { id: randomUUID(), user: account.id, hash }, now);
		await endLinks(trx, account.id);
		await sessions.end(trx, account.id, { keep: null });
		const action = link.kind === 'invite' ? 'set first password' : 'reset password';
		await record(trx, account, now, { action, subject: ['user', account.id] });
		return account;
	});
}

interface Change {
	readonly current: string;
	readonly wanted: string;
	/** The session in which it is done; the others end. */
	readonly session: string | null;
}

/** Changes one's own password. */
export async function change(
	db: Db,
	user: string,
	{ current, wanted, session }: Change,
	now: Date
): Promise<void> {
	const account = await users.find(db, { id: user });
	if (!account || account.password === null) {
		throw new Refused('You sign in with the directory: change your password there.');
	}
	if (!(await verifyPassword({ hash: account.password, password: current }))) {
		throw new Refused('This is not your present password.', 'current');
	}
	const hash = await hashed(wanted, account);
	await transaction(db, async (trx) => {
		await users.setPassword(trx, { id: randomUUID(), user, hash }, now);
		await endLinks(trx, user);
		await sessions.end(trx, user, { keep: session });
		await record(trx, account, now, { action: 'change password', subject: ['user', user] });
	});
}

/** A link for who forgot a password, where there is such an account; the answer never tells. */
export async function forgotten(
	db: Db,
	email: string,
	now: Date
): Promise<{ account: users.Account; token: string; expiresAt: Date } | undefined> {
	const account = await users.find(db, { email: email.toLowerCase() });
	if (!account || account.disabledAt || account.comesFromDirectory) return undefined;
	return transaction(db, async (trx) => {
		const kind = account.password === null ? 'invite' : 'reset';
		const made = await makeLink(trx, kind, account.id, now);
		const subject = ['user', account.id] as const;
		await record(trx, null, now, { action: 'send link', subject, after: { kind } });
		return { account, ...made };
	});
}

/** The first administrator, by the link that the start printed. */
export async function setUp(
	db: Db,
	given: { token: string; name: string; email: string; password: string },
	now: Date
): Promise<users.Account> {
	const hash = await hashed(given.password, given);
	return transaction(db, async (trx) => {
		const isFirst = (await users.administrators(trx, { lock: true })).length === 0;
		const isGood = (await useLink(trx, 'set-up', given.token, now)) !== undefined;
		if (!isFirst || !isGood) throw new Refused(SPENT);
		return addFirst(trx, { ...given, hash }, now);
	});
}

async function addFirst(
	trx: Trx,
	{ name, email, hash }: { name: string; email: string; hash: string },
	now: Date
): Promise<users.Account> {
	const known = await users.find(trx, { email });
	const id = known?.id ?? randomUUID();
	if (!known) await users.add(trx, { id, name, email }, now);
	if (known?.disabledAt) await users.disable(trx, id, null);
	await users.setPassword(trx, { id: randomUUID(), user: id, hash }, now);
	await users.takeRoles(trx, id, ['administrator']);
	await users.giveRoles(trx, id, { roles: ['administrator'], from: 'set-up' }, now);
	const after = { name, email, roles: ['administrator'] };
	await record(trx, null, now, { action: 'set up', subject: ['user', id], after });
	return (await users.find(trx, { id })) as users.Account;
}

async function hashed(password: string, owner: { name: string; email: string }): Promise<string> {
	const problem = passwordProblem(password, owner);
	if (problem) throw new Refused(problem, 'password');
	return hashPassword(password);
}
