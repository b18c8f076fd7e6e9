import { sql } from 'kysely';
import type { Db } from './client.ts';

// What the running role may do where it is not the owner of the tables (PostgreSQL). Asked for again at
// every start: tables that a migration added need it too.

/**
 * Lets a role read and write rows, and change neither the structure nor what is only ever added: events
 * of the audit, and who wrote a part of a return or target. Whoever runs it owns the tables.
 */
export async function grantTo(db: Db, role: string): Promise<void> {
	const name = sql.id(role);
	await db.transaction().execute(async (trx) => {
		const run = (statement: ReturnType<typeof sql>) => statement.execute(trx);
		await run(sql`grant usage on schema public to ${name}`);
		await run(sql`grant select, insert, update, delete on all tables in schema public to ${name}`);
		await run(sql`grant usage, select on all sequences in schema public to ${name}`);
		await run(sql`revoke update, delete, truncate
			on audit_events, submission_authors, target_authors from ${name}`);
		await run(sql`
			revoke insert, update, delete on kysely_migration, kysely_migration_lock from ${name}`);
	});
}
