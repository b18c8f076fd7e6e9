import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Duty, Person, Role } from '../../domain/permission.ts';
import type { Db } from './client.ts';

/** A person who may sign in, with roles and the duties in force on a day; null for anybody else. */
export async function active(db: Db, id: string, day: string): Promise<Person | null> {
	const row = await db
		.selectFrom('users')
		.select((eb) => [
			'users.id',
			'users.name',
			jsonArrayFrom(
				eb
					.selectFrom('user_roles')
					.select('role')
					.whereRef('user_roles.user_id', '=', 'users.id')
					.orderBy('role')
			).as('roles'),
			jsonArrayFrom(
				eb
					.selectFrom('duties')
					.select(['duty', 'indicator', 'theme'])
					.whereRef('duties.user_id', '=', 'users.id')
					.where('valid_from', '<=', day)
					.where((on) => on.or([on('valid_to', 'is', null), on('valid_to', '>', day)]))
					.orderBy('duties.id')
			).as('duties')
		])
		.where('users.id', '=', id)
		.where('users.disabled_at', 'is', null)
		.executeTakeFirst();
	if (!row) return null;
	const duties = row.duties.map((one) => ({ ...one, duty: one.duty as Duty }));
	return { id: row.id, name: row.name, roles: row.roles.map(({ role }) => role as Role), duties };
}
