import type { Person } from '../../../src/lib/domain/permission.ts';
import type { Db } from '../../../src/lib/server/db/client.ts';

/** An officer who owns one indicator, known to the database. */
export async function officerOf(db: Db, indicator: string): Promise<Person> {
	const id = `officer-${indicator}`;
	await db
		.insertInto('users')
		.values({ id, name: `Officer of ${indicator}`, email: `${id}@example.org` })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	const duties = [{ duty: 'owner' as const, indicator, theme: null }];
	return { id, name: `Officer of ${indicator}`, roles: ['officer'], duties };
}
