import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Duty, Person, Role } from '../../domain/permission.ts';
import type { Db } from './client.ts';

/** A person who may sign in, with roles and the duties in force on a day; null for anybody else. */
export async function active(db: Db, id: string, day: string): Promise<Person | null> {
	const row = await select(db, day).where('users.id', '=', id).executeTakeFirst();
	return row ? person(row) : null;
}

/** A person to whom letters go. */
export interface Recipient extends Person {
	readonly email: string;
}

/** Everybody who may sign in, with roles and the duties in force on a day, and wants letters. */
export async function recipients(db: Db, day: string): Promise<Recipient[]> {
	const rows = await select(db, day)
		.select('users.email')
		.where((on) =>
			on.not(
				on.exists(
					on
						.selectFrom('reminder_choices')
						.select('is_off')
						.whereRef('reminder_choices.user_id', '=', 'users.id')
						.where('is_off', '=', true)
				)
			)
		)
		.orderBy('users.id')
		.execute();
	return rows.map((row) => ({ ...person(row), email: row.email }));
}

function select(db: Db, day: string) {
	return db
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
		.where('users.disabled_at', 'is', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function person({ id, name, roles, duties }: Row): Person {
	return {
		...{ id, name },
		duties: duties.map((one) => ({ ...one, duty: one.duty as Duty })),
		roles: roles.map(({ role }) => role as Role)
	};
}
