import { sql } from 'kysely';
import type { Role } from '../../domain/permission.ts';
import type { Db, Trx } from './client.ts';

// Accounts and their roles. Sign-in by password is the row of `accounts` with the provider 'credential'.

const ADMINISTRATORS_LOCK = 20_250_227;
const PASSWORD = 'credential';

export interface Account {
	readonly id: string;
	readonly name: string;
	readonly email: string;
	readonly disabledAt: Date | null;
	readonly hasSecondFactor: boolean;
	/** The hash of the password; null for who has set none. */
	readonly password: string | null;
	readonly comesFromDirectory: boolean;
}

/** Adds an account without any way to sign in yet. */
export async function add(
	trx: Trx,
	{ id, name, email }: { id: string; name: string; email: string },
	now: Date
): Promise<void> {
	await trx
		.insertInto('users')
		.values({ id, name, email, image: null, created_at: now, updated_at: now })
		.execute();
}

/** One account by its id or its address. */
export async function find(
	db: Db,
	by: { id: string } | { email: string }
): Promise<Account | undefined> {
	const [column, value] =
		'id' in by ? (['users.id', by.id] as const) : (['users.email', by.email] as const);
	const row = await db
		.selectFrom('users')
		.select((eb) => [
			'users.id',
			'users.name',
			'users.email',
			'users.disabled_at',
			'users.two_factor_enabled',
			eb
				.selectFrom('accounts')
				.select('accounts.password')
				.whereRef('accounts.user_id', '=', 'users.id')
				.where('accounts.provider_id', '=', PASSWORD)
				.as('password'),
			eb
				.exists(
					eb
						.selectFrom('accounts as other')
						.select('other.id')
						.whereRef('other.user_id', '=', 'users.id')
						.where('other.provider_id', '!=', PASSWORD)
				)
				.as('from_directory')
		])
		.where(column, '=', value)
		.executeTakeFirst();
	return (
		row && {
			id: row.id,
			name: row.name,
			email: row.email,
			disabledAt: row.disabled_at,
			hasSecondFactor: row.two_factor_enabled,
			password: row.password,
			comesFromDirectory: Boolean(row.from_directory)
		}
	);
}

/** Has somebody come from the directory under this name of its own? */
export async function hasSubject(db: Db, subject: string): Promise<boolean> {
	const row = await db
		.selectFrom('accounts')
		.select('id')
		.where('account_id', '=', subject)
		.where('provider_id', '!=', PASSWORD)
		.executeTakeFirst();
	return row !== undefined;
}

export async function rename(trx: Trx, id: string, name: string, now: Date): Promise<void> {
	await trx.updateTable('users').set({ name, updated_at: now }).where('id', '=', id).execute();
}

/** Null lets the person in again. */
export async function disable(trx: Trx, id: string, at: Date | null): Promise<void> {
	await trx.updateTable('users').set({ disabled_at: at }).where('id', '=', id).execute();
}

export async function cameIn(db: Db, id: string, at: Date): Promise<void> {
	await db.updateTable('users').set({ last_sign_in_at: at }).where('id', '=', id).execute();
}

/** Sets the hash of a password, whether or not there was one. */
export async function setPassword(
	trx: Trx,
	{ id, user, hash }: { id: string; user: string; hash: string },
	now: Date
): Promise<void> {
	await trx
		.insertInto('accounts')
		.values({
			id,
			account_id: user,
			provider_id: PASSWORD,
			user_id: user,
			password: hash
		})
		.onConflict((on) =>
			on.columns(['provider_id', 'account_id']).doUpdateSet({ password: hash, updated_at: now })
		)
		.execute();
}

export async function rolesOf(db: Db, user: string): Promise<{ role: Role; givenFrom: string }[]> {
	const rows = await db
		.selectFrom('user_roles')
		.select(['role', 'given_from'])
		.where('user_id', '=', user)
		.orderBy('role')
		.execute();
	return rows.map(({ role, given_from }) => ({ role: role as Role, givenFrom: given_from }));
}

export async function giveRoles(
	trx: Trx,
	user: string,
	{ roles, from }: { roles: readonly Role[]; from: string },
	now: Date
): Promise<void> {
	if (roles.length === 0) return;
	const rows = roles.map((role) => ({ user_id: user, role, given_from: from, given_at: now }));
	await trx.insertInto('user_roles').values(rows).execute();
}

export async function takeRoles(trx: Trx, user: string, roles: readonly Role[]): Promise<void> {
	if (roles.length === 0) return;
	await trx
		.deleteFrom('user_roles')
		.where('user_id', '=', user)
		.where('role', 'in', roles)
		.execute();
}

/** Administrators who can sign in; `lock` makes others who change administrators wait. */
export async function administrators(db: Db, { lock }: { lock: boolean }): Promise<string[]> {
	if (lock) await sql`select pg_advisory_xact_lock(${sql.lit(ADMINISTRATORS_LOCK)})`.execute(db);
	const rows = await db
		.selectFrom('user_roles')
		.innerJoin('users', 'users.id', 'user_roles.user_id')
		.select('users.id')
		.where('role', '=', 'administrator')
		.where('disabled_at', 'is', null)
		.execute();
	return rows.map(({ id }) => id);
}

/** Takes the second factor away; whoever lost it can set up another. */
export async function removeSecondFactor(trx: Trx, user: string): Promise<void> {
	await trx.deleteFrom('two_factors').where('user_id', '=', user).execute();
	await trx
		.updateTable('users')
		.set({ two_factor_enabled: false })
		.where('id', '=', user)
		.execute();
}
