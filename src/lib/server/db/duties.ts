import { sql } from 'kysely';
import type { Duty as DutyName } from '../../domain/permission.ts';
import type { Db, Trx } from './client.ts';

export interface Duty {
	readonly id: string;
	readonly user: string;
	readonly name: string;
	readonly isDisabled: boolean;
	readonly duty: DutyName;
	readonly indicator: string | null;
	readonly theme: string | null;
	/** Code of the indicator, or title of the theme. */
	readonly what: string;
	readonly from: string;
}

/** Duties in force on a day, of everybody or of one person: by theme, indicator, duty and name. */
export async function inForce(db: Db, day: string, user?: string): Promise<Duty[]> {
	const rows = await db
		.selectFrom('duties')
		.innerJoin('users', 'users.id', 'duties.user_id')
		.leftJoin('themes', 'themes.code', 'duties.theme')
		.leftJoin('indicators', 'indicators.code', 'duties.indicator')
		.select([
			'duties.id',
			'user_id',
			'users.name',
			'disabled_at',
			'duty',
			'duties.indicator',
			'duties.theme',
			'themes.title',
			'valid_from'
		])
		.where('valid_from', '<=', day)
		.where((on) => on.or([on('valid_to', 'is', null), on('valid_to', '>', day)]))
		.$if(user !== undefined, (query) => query.where('user_id', '=', user ?? ''))
		.orderBy('themes.position')
		.orderBy('indicators.position')
		.orderBy('duty')
		.orderBy('users.name')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		user: row.user_id,
		name: row.name,
		isDisabled: row.disabled_at !== null,
		duty: row.duty as DutyName,
		indicator: row.indicator,
		theme: row.theme,
		what: row.indicator ?? row.title ?? '',
		from: row.valid_from
	}));
}

const DUTIES_LOCK = 20_250_228;

/** Makes others who change duties wait until the transaction ends. */
export async function lock(trx: Trx): Promise<void> {
	await sql`select pg_advisory_xact_lock(${sql.lit(DUTIES_LOCK)})`.execute(trx);
}

export interface NewDuty {
	readonly id: string;
	readonly user: string;
	readonly duty: DutyName;
	readonly indicator: string | null;
	readonly theme: string | null;
	readonly from: string;
}

/** Adds a duty; false where the person has it already. */
export async function add(trx: Trx, { id, user, duty, ...of }: NewDuty): Promise<boolean> {
	const { indicator, theme, from } = of;
	const row = { id, user_id: user, duty, indicator, theme, valid_from: from, valid_to: null };
	const added = await trx
		.insertInto('duties')
		.values(row)
		.onConflict((on) => on.doNothing())
		.executeTakeFirst();
	return added.numInsertedOrUpdatedRows === 1n;
}

/** Ends a duty: the day is the first without it; one that had not begun never does. */
export async function end(trx: Trx, id: string, day: string): Promise<void> {
	await trx
		.updateTable('duties')
		.set({ valid_to: sql<string>`greatest(valid_from, ${day}::date)` })
		.where('id', '=', id)
		.where('valid_to', 'is', null)
		.execute();
}

/** Duties of a person that have no end yet, those that begin later included. */
export function open(
	db: Db,
	user: string
): Promise<{ id: string; duty: string; indicator: string | null; theme: string | null }[]> {
	return db
		.selectFrom('duties')
		.select(['id', 'duty', 'indicator', 'theme'])
		.where('user_id', '=', user)
		.where('valid_to', 'is', null)
		.orderBy('id')
		.execute();
}

export interface Absence {
	readonly id: string;
	readonly user: string;
	readonly name: string;
	readonly starts: string;
	readonly ends: string;
}

/** Absences that have not ended by a day, the next first. */
export async function absences(db: Db, day: string): Promise<Absence[]> {
	const rows = await db
		.selectFrom('absences')
		.innerJoin('users', 'users.id', 'absences.user_id')
		.select(['absences.id', 'user_id', 'users.name', 'starts', 'ends'])
		.where('ends', '>=', day)
		.orderBy('starts')
		.orderBy('users.name')
		.execute();
	return rows.map(({ user_id, ...row }) => ({ ...row, user: user_id }));
}

export async function addAbsence(trx: Trx, absence: Omit<Absence, 'name'>): Promise<void> {
	const { id, user, starts, ends } = absence;
	await trx.insertInto('absences').values({ id, user_id: user, starts, ends }).execute();
}

/** Takes an absence away; whose it was, if there was one. */
export function removeAbsence(
	trx: Trx,
	id: string
): Promise<{ user_id: string; starts: string; ends: string } | undefined> {
	return trx
		.deleteFrom('absences')
		.where('id', '=', id)
		.returning(['user_id', 'starts', 'ends'])
		.executeTakeFirst();
}
