import { randomUUID } from 'node:crypto';
import type { Role } from '../../domain/permission.ts';
import { record } from '../audit.ts';
import { transaction, type Db, type Trx } from '../db/client.ts';
import * as users from '../db/users.ts';

// People of the council's directory. Whoever has a group that gives a role may come; the others only
// when an administrator invited them. Groups are followed at each sign-in.

interface Known {
	/** The directory's own name for the person, which stays when their address changes. */
	readonly subject: string;
	readonly email: string;
	readonly name: string;
	readonly roles: readonly Role[];
}

/** Makes the account of somebody who comes for the first time, where a group of theirs gives a role. */
export async function welcome(db: Db, person: Known, now: Date): Promise<void> {
	const { subject, email, name, roles } = person;
	if (roles.length === 0 || (await users.hasSubject(db, subject))) return;
	await transaction(db, async (trx) => {
		if (await users.find(trx, { email })) return;
		const id = randomUUID();
		await users.add(trx, { id, name, email }, now);
		const after = { name, email };
		await record(trx, null, now, { action: 'join from directory', subject: ['user', id], after });
	});
}

/** Makes the roles from the directory what its groups say now; false when the person has none at all. */
export async function followRoles(
	db: Db,
	{ user, roles }: { user: string; roles: readonly Role[] },
	now: Date
): Promise<boolean> {
	return transaction(db, async (trx) => {
		const before = await users.rolesOf(trx, user);
		const held = before.map(({ role }) => role);
		const given = roles.filter((role) => !held.includes(role));
		const gone = before
			.filter(({ role, givenFrom }) => givenFrom === 'directory' && !roles.includes(role))
			.map(({ role }) => role);
		const taken = await withoutLastAdministrator(trx, user, gone);
		if (given.length + taken.length === 0) return held.length > 0;
		await users.takeRoles(trx, user, taken);
		await users.giveRoles(trx, user, { roles: given, from: 'directory' }, now);
		const after = (await users.rolesOf(trx, user)).map(({ role }) => role);
		const subject = ['user', user] as const;
		const reason = 'Groups of the directory at sign-in';
		await record(trx, null, now, { action: 'change roles', subject, before: held, after, reason });
		return after.length > 0;
	});
}

// A group that is emptied by mistake must not leave the product without an administrator.
async function withoutLastAdministrator(
	trx: Trx,
	user: string,
	taken: readonly Role[]
): Promise<Role[]> {
	if (!taken.includes('administrator')) return [...taken];
	const those = await users.administrators(trx, { lock: true });
	const isLast = those.length === 1 && those[0] === user;
	return taken.filter((role) => role !== 'administrator' || !isLast);
}
