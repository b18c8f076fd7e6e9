import { hashPassword } from 'better-auth/crypto';
import type { Role } from '../../domain/permission.ts';
import { record } from '../audit.ts';
import type { Trx } from '../db/client.ts';
import { insertAll } from '../db/loading.ts';
import * as users from '../db/users.ts';
import { duties } from './duties.ts';

// One account a role, two for officers. Names say that nobody is meant; passwords are printed at start.

export interface DemoPerson {
	id: string;
	name: string;
	email: string;
	role: Role;
	password: string;
}

const person = (id: string, name: string, role: Role): DemoPerson => ({
	id,
	name: `${name} (illustrative)`,
	email: `${id}@example.org`,
	role,
	password: `walsall-demonstration-${id}`
});

export const people = [
	person('administrator', 'Alex Administrator', 'administrator'),
	person('performance-lead', 'Parveen Performance', 'performance lead'),
	person('officer', 'Olu Officer', 'officer'),
	person('second-officer', 'Sam Second', 'officer'),
	person('approver', 'Ash Approver', 'approver'),
	person('executive', 'Eli Executive', 'executive'),
	person('member', 'Morgan Member', 'member'),
	person('reader', 'Robin Reader', 'reader')
] as const;

/** The person with a role, for what they do in the history. */
export function who(id: string): DemoPerson {
	const found = people.find((one) => one.id === id);
	if (!found) throw new Error(`the demonstration has nobody called ${id}`);
	return found;
}

/** Accounts, roles and duties, each with its audit record. */
export async function addPeople(trx: Trx, now: Date): Promise<void> {
	for (const { id, name, email, role, password } of people) {
		await users.add(trx, { id, name, email }, now);
		await users.giveRoles(trx, id, { roles: [role], from: 'set-up' }, now);
		const hash = await hashPassword(password);
		await users.setPassword(trx, { id: `password-${id}`, user: id, hash }, now);
		await record(trx, null, now, {
			action: 'account made',
			subject: ['user', id],
			after: { name, email, roles: [role] },
			reason: 'Account of the demonstration'
		});
	}
	await insertAll(trx, 'duties', duties);
	await insertAll(trx, 'absences', [
		{ id: 'away-officer', user_id: 'officer', starts: '2026-11-16', ends: '2026-12-04' },
		{
			id: 'away-second-officer',
			user_id: 'second-officer',
			starts: '2026-12-07',
			ends: '2026-12-11'
		}
	]);
}
