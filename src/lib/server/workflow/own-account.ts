import type { Person } from '../../domain/permission.ts';
import { record } from '../audit.ts';
import { transaction, type Db } from '../db/client.ts';
import * as sessions from '../db/sessions.ts';
import * as users from '../db/users.ts';
import { Refused } from './refused.ts';

// What everybody may do with their own account.

export async function rename(db: Db, person: Person, name: string, now: Date): Promise<void> {
	if (name === '' || name.length > 100) throw new Refused('Enter your name.', 'name');
	if (name === person.name) return;
	await transaction(db, async (trx) => {
		await users.rename(trx, person.id, name, now);
		const subject = ['user', person.id] as const;
		const change = { before: person.name, after: name };
		await record(trx, person, now, { action: 'change name', subject, ...change });
	});
}

/** Ends one session of one's own, or all but one. */
export async function endOwnSessions(
	db: Db,
	person: Person,
	which: Parameters<typeof sessions.end>[2],
	now: Date
): Promise<void> {
	await transaction(db, async (trx) => {
		const ended = await sessions.end(trx, person.id, which);
		if (ended === 0) return;
		const subject = ['user', person.id] as const;
		await record(trx, person, now, { action: 'end sessions', subject, after: { ended } });
	});
}
