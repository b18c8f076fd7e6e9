import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { AccountFacts } from '../../domain/account.ts';
import type { Role } from '../../domain/permission.ts';
import type { Db } from './client.ts';

export interface ListedUser extends AccountFacts {
	readonly id: string;
	readonly name: string;
	readonly email: string;
	readonly hasPassword: boolean;
}

/** Every account with its roles, by name; or one of them. */
export async function list(db: Db, id?: string): Promise<ListedUser[]> {
	const rows = await db
		.selectFrom('users')
		.selectAll()
		.select((eb) => [
			jsonArrayFrom(
				eb
					.selectFrom('user_roles')
					.select('role')
					.whereRef('user_id', '=', 'users.id')
					.orderBy('role')
			).as('roles'),
			jsonArrayFrom(
				eb.selectFrom('accounts').select('provider_id').whereRef('user_id', '=', 'users.id')
			).as('ways')
		])
		.$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
		.orderBy((eb) => eb.fn('lower', ['name']))
		.orderBy('id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		name: row.name,
		email: row.email,
		createdAt: row.created_at,
		disabledAt: row.disabled_at,
		lastSignIn: row.last_sign_in_at,
		hasSecondFactor: row.two_factor_enabled,
		roles: row.roles.map(({ role }) => role as Role),
		hasPassword: row.ways.some(({ provider_id }) => provider_id === 'credential'),
		comesFromDirectory: row.ways.some(({ provider_id }) => provider_id !== 'credential')
	}));
}
