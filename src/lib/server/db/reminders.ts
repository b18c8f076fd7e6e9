import { sql } from 'kysely';
import type { Db, Trx } from './client.ts';
import { isOneOf } from './expressions.ts';

// Letters of reminders: written down before they are sent, claimed by one process, and kept.

const LOCK = 20_261_122;

/** Another process that prepares letters waits until the transaction ends. */
export async function lock(trx: Trx): Promise<void> {
	await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(trx);
}

export type LetterState =
	'waiting' | 'sending' | 'sent' | 'failed' | 'unclear' | 'carried over' | 'not needed';

export interface LetterRow {
	id: string;
	user: string;
	day: string;
	state: LetterState;
}

/** Letters that were not sent, and every letter of the day. */
export async function openLetters(db: Db, day: string): Promise<LetterRow[]> {
	const rows = await db
		.selectFrom('reminder_letters')
		.select(['id', 'user_id as user', 'day', 'state'])
		.where((on) => on.or([on('state', 'in', ['waiting', 'failed']), on('day', '=', day)]))
		.orderBy('user_id')
		.orderBy('day')
		.execute();
	return rows.map((row) => ({ ...row, state: row.state as LetterState }));
}

export interface Told {
	user: string;
	about: string;
	stage: string;
	letter: string;
}

/** What people have been told of these things, or is in a letter that waits. */
export function told(db: Db, abouts: readonly string[]): Promise<Told[]> {
	return db
		.selectFrom('reminders')
		.select(['user_id as user', 'about', 'stage', 'letter'])
		.where((on) => isOneOf(on, 'about', abouts))
		.execute();
}

export async function addLetters(
	trx: Trx,
	letters: readonly { id: string; user: string; day: string }[],
	now: Date
): Promise<void> {
	if (letters.length === 0) return;
	await trx
		.insertInto('reminder_letters')
		.values(
			letters.map(({ id, user, day }) => ({
				...{ id, user_id: user, day, state: 'waiting', made_at: now, fault: null }
			}))
		)
		.execute();
}

export async function addReminders(trx: Trx, rows: readonly Told[]): Promise<void> {
	if (rows.length === 0) return;
	await trx
		.insertInto('reminders')
		.values(rows.map(({ user, ...row }) => ({ ...row, user_id: user })))
		.onConflict((on) => on.doNothing())
		.execute();
}

/** What an unsent letter was to tell goes into a later one. */
export async function carryOver(trx: Trx, from: string, to: string): Promise<void> {
	await trx.updateTable('reminders').set({ letter: to }).where('letter', '=', from).execute();
	await end(trx, [from], 'carried over');
}

export async function end(
	db: Db,
	ids: readonly string[],
	state: 'carried over' | 'not needed'
): Promise<void> {
	await db
		.updateTable('reminder_letters')
		.set({ state })
		.where((on) => isOneOf(on, 'id', ids))
		.execute();
}

/** Whoever claimed these and is not heard of any more was cut off: nobody knows whether they went out. */
export async function giveUp(trx: Trx, claimedBefore: Date): Promise<void> {
	await trx
		.updateTable('reminder_letters')
		.set({ state: 'unclear' })
		.where('state', '=', 'sending')
		.where('claimed_at', '<', claimedBefore)
		.execute();
}

/** Takes a letter for this process; false where another was quicker. */
export async function claim(db: Db, id: string, now: Date): Promise<boolean> {
	const taken = await db
		.updateTable('reminder_letters')
		.set((on) => ({ state: 'sending', claimed_at: now, tries: on('tries', '+', 1) }))
		.where('id', '=', id)
		.where('state', 'in', ['waiting', 'failed'])
		.executeTakeFirst();
	return taken.numUpdatedRows === 1n;
}

export async function sent(db: Db, id: string, now: Date): Promise<void> {
	await db
		.updateTable('reminder_letters')
		.set({ state: 'sent', sent_at: now, fault: null })
		.where('id', '=', id)
		.execute();
}

export async function failed(db: Db, id: string, fault: string): Promise<void> {
	await db
		.updateTable('reminder_letters')
		.set({ state: 'failed', fault })
		.where('id', '=', id)
		.execute();
}

export interface LoggedLetter {
	day: string;
	name: string;
	state: LetterState;
	sentAt: string | null;
	tries: number;
	fault: string | null;
	reminders: number;
}

/** Letters since a day, newest first. */
export async function log(db: Db, since: string): Promise<LoggedLetter[]> {
	const rows = await db
		.selectFrom('reminder_letters as letter')
		.innerJoin('users', 'users.id', 'letter.user_id')
		.select(['day', 'users.name', 'state', 'sent_at', 'tries', 'fault'])
		.select(
			sql<number>`(select count(*) from reminders r where r.letter = letter.id)`.as('reminders')
		)
		.where('day', '>=', since)
		.orderBy('day', 'desc')
		.orderBy('users.name')
		.execute();
	return rows.map(({ sent_at, ...row }) => ({
		...row,
		state: row.state as LetterState,
		sentAt: sent_at?.toISOString() ?? null
	}));
}

/** Has the person turned the letters off? */
export async function isOff(db: Db, user: string): Promise<boolean> {
	const row = await db
		.selectFrom('reminder_choices')
		.select('is_off')
		.where('user_id', '=', user)
		.executeTakeFirst();
	return row?.is_off ?? false;
}

export async function choose(trx: Trx, user: string, isOffNow: boolean, now: Date): Promise<void> {
	const choice = { is_off: isOffNow, changed_at: now };
	await trx
		.insertInto('reminder_choices')
		.values({ user_id: user, ...choice })
		.onConflict((on) => on.column('user_id').doUpdateSet(choice))
		.execute();
}
