import type { Person } from '../../src/lib/domain/permission.ts';
import type { Db } from '../../src/lib/server/db/client.ts';

// Invented people who may sign in, each with what they may do.

/** A person with an account; duties are for single indicators. */
export async function makePerson(
	db: Db,
	given: Partial<Person> & Pick<Person, 'id' | 'roles'>
): Promise<Person> {
	const person: Person = { name: `Person ${given.id}`, duties: [], ...given };
	await db
		.insertInto('users')
		.values({ id: person.id, name: person.name, email: `${person.id}@example.org` })
		.execute();
	return person;
}

export const duty = (
	duty: Person['duties'][number]['duty'],
	indicator: string
): Person['duties'][number] => ({ duty, indicator, theme: null });
