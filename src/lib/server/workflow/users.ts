import { randomUUID } from 'node:crypto';
import type { Person, Role } from '../../domain/permission.ts';
import { record } from '../audit.ts';
import { endLinks, makeLink } from '../auth/links.ts';
import { transaction, type Db, type Trx } from '../db/client.ts';
import * as sessions from '../db/sessions.ts';
import * as users from '../db/users.ts';
import { must } from './must.ts';
import { Refused } from './refused.ts';

// What administrators do with accounts. Each act and its record land together.

export interface Link {
	readonly account: users.Account;
	readonly token: string;
	readonly expiresAt: Date;
}

interface Invited {
	readonly name: string;
	readonly email: string;
	readonly roles: readonly Role[];
}

/** Makes an account and the link by which its person sets a password. */
export async function invite(db: Db, actor: Person, invited: Invited, now: Date): Promise<Link> {
	must(actor, 'manage users');
	const { roles } = invited;
	const { name, email } = checked(invited);
	if (roles.length === 0) throw new Refused('Choose at least one role.', 'roles');
	return transaction(db, async (trx) => {
		if (await users.find(trx, { email })) {
			throw new Refused('There is an account with this e-mail address already.', 'email');
		}
		const id = randomUUID();
		await users.add(trx, { id, name, email }, now);
		await users.giveRoles(trx, id, { roles, from: 'administrator' }, now);
		const after = { name, email, roles };
		await record(trx, actor, now, { action: 'invite user', subject: ['user', id], after });
		const account = await existing(trx, id);
		return { account, ...(await makeLink(trx, 'invite', id, now)) };
	});
}

/** A new link for somebody who has to set a password: the first one, or one that was lost. */
export async function offerLink(db: Db, actor: Person, id: string, now: Date): Promise<Link> {
	must(actor, 'manage users');
	return transaction(db, async (trx) => {
		const account = await existing(trx, id);
		if (account.disabledAt) throw new Refused('Enable the account first.');
		const kind = account.password === null ? 'invite' : 'reset';
		const link = await makeLink(trx, kind, id, now);
		const after = { kind, goodUntil: link.expiresAt };
		await record(trx, actor, now, { action: 'make link', subject: ['user', id], after });
		return { account, ...link };
	});
}

interface Change {
	readonly user: string;
	readonly reason: string;
}

/** Gives and takes roles. Those that the directory gave stay as the directory says. */
export async function setRoles(
	db: Db,
	actor: Person,
	{ user, roles, reason }: Change & { readonly roles: readonly Role[] },
	now: Date
): Promise<void> {
	must(actor, 'manage users');
	await transaction(db, async (trx) => {
		await existing(trx, user);
		// Two who change the same roles follow one another: the second sees what the first left.
		const administrators = await users.administrators(trx, { lock: true });
		const before = await users.rolesOf(trx, user);
		const held = before.map(({ role }) => role);
		const given = roles.filter((role) => !held.includes(role));
		const taken = before
			.filter(({ role, givenFrom }) => givenFrom !== 'directory' && !roles.includes(role))
			.map(({ role }) => role);
		if (given.length + taken.length === 0) return;
		if (taken.includes('administrator')) keepOne(administrators, user);
		if (user === actor.id && reason === '') {
			throw new Refused('Say why you change your own roles.', 'reason');
		}
		await users.takeRoles(trx, user, taken);
		await users.giveRoles(trx, user, { roles: given, from: 'administrator' }, now);
		await record(trx, actor, now, {
			action: 'change roles',
			subject: ['user', user],
			before: held,
			after: (await users.rolesOf(trx, user)).map(({ role }) => role),
			reason
		});
	});
}

/** Keeps somebody out, at once: their sessions and links end. */
export async function disable(
	db: Db,
	actor: Person,
	{ user, reason }: Change,
	now: Date
): Promise<void> {
	must(actor, 'manage users');
	await transaction(db, async (trx) => {
		const { disabledAt } = await existing(trx, user);
		if (disabledAt) return;
		keepOne(await users.administrators(trx, { lock: true }), user);
		await users.disable(trx, user, now);
		await endLinks(trx, user);
		await record(trx, actor, now, { action: 'disable user', subject: ['user', user], reason });
	});
}

/** Lets somebody in again, with the roles they had. */
export async function enable(
	db: Db,
	actor: Person,
	{ user, reason }: Change,
	now: Date
): Promise<void> {
	must(actor, 'manage users');
	await transaction(db, async (trx) => {
		const { disabledAt } = await existing(trx, user);
		if (!disabledAt) return;
		await users.disable(trx, user, null);
		await record(trx, actor, now, { action: 'enable user', subject: ['user', user], reason });
	});
}

/** Takes a lost second factor away and ends the person's sessions. */
export async function resetSecondFactor(
	db: Db,
	actor: Person,
	{ user, reason }: Change,
	now: Date
): Promise<void> {
	must(actor, 'manage users');
	if (reason === '') throw new Refused('Say how you know that it is this person.', 'reason');
	await transaction(db, async (trx) => {
		await existing(trx, user);
		await users.removeSecondFactor(trx, user);
		await sessions.end(trx, user, { keep: null });
		const subject = ['user', user] as const;
		await record(trx, actor, now, { action: 'reset second factor', subject, reason });
	});
}

/** Ends every session of a person. */
export async function endSessions(
	db: Db,
	actor: Person,
	{ user, reason }: Change,
	now: Date
): Promise<void> {
	must(actor, 'manage users');
	await transaction(db, async (trx) => {
		await existing(trx, user);
		const ended = await sessions.end(trx, user, { keep: null });
		const subject = ['user', user] as const;
		await record(trx, actor, now, { action: 'end sessions', subject, after: { ended }, reason });
	});
}

async function existing(trx: Trx, id: string): Promise<users.Account> {
	const account = await users.find(trx, { id });
	if (!account) throw new Refused('There is no such account any more.');
	return account;
}

function keepOne(administrators: readonly string[], user: string): void {
	if (!administrators.includes(user) || administrators.length > 1) return;
	throw new Refused('This is the last administrator: make somebody else administrator first.');
}

/** A name and an address that can be kept; addresses in lower case, as better-auth looks them up. */
export function checked({ name, email }: { name: string; email: string }): {
	name: string;
	email: string;
} {
	if (name === '' || name.length > 100) throw new Refused('Enter a name.', 'name');
	if (!/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(email) || email.length > 254) {
		throw new Refused('Enter an e-mail address, such as name@example.gov.uk.', 'email');
	}
	return { name, email: email.toLowerCase() };
}
