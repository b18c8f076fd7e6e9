import { createHash, randomBytes } from 'node:crypto';
import { dayInWalsall } from '../../domain/day.ts';
import { may, type Person } from '../../domain/permission.ts';
import { record } from '../audit.ts';
import { type Db, transaction } from '../db/client.ts';
import * as feeds from '../db/calendar-feeds.ts';
import * as people from '../db/people.ts';
import { must } from './must.ts';

// A calendar program cannot sign in: a long secret address stands for the person. It shows due dates
// alone, ends with the account, and a new one ends the one before.

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Makes the person's address; the token is given once. */
export async function newFeed(db: Db, person: Person, now: Date): Promise<string> {
	must(person, 'read drafts');
	const token = randomBytes(24).toString('base64url');
	await transaction(db, async (trx) => {
		await feeds.set(trx, { user: person.id, hash: hashOf(token) }, now);
		await record(trx, person, now, {
			action: 'calendar address made',
			subject: ['user', person.id]
		});
	});
	return token;
}

/** Whose address it is, while they may still see drafts. */
export async function ownerOf(db: Db, token: string, now: Date): Promise<Person | null> {
	const id = await feeds.userOf(db, hashOf(token));
	const person = id === undefined ? null : await people.active(db, id, dayInWalsall(now));
	return person && may(person, 'read drafts') ? person : null;
}
