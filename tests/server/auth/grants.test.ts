import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { record } from '../../../src/lib/server/audit.ts';
import { connectPostgres, transaction } from '../../../src/lib/server/db/client.ts';
import { grantTo } from '../../../src/lib/server/db/grants.ts';
import { account } from '../../support/accounts.ts';
import { testDatabase } from '../../support/db.ts';

// Real roles need a real server: on the embedded database, where there is one role, triggers stand alone.
const onServer = test.skipIf(!inject('server'));

onServer(
	'the running role writes rows and adds to the audit, and can alter neither it nor the structure',
	async () => {
		const owner = await testDatabase();
		const role = `run_${process.pid}`;
		const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(
			owner.db
		);
		const url = new URL(inject('server')?.url ?? '');
		url.pathname = `/${rows[0]?.name}`;
		url.username = role;
		url.password = 'for-tests';
		await sql.raw(`create role ${role} login password 'for-tests'`).execute(owner.db);
		try {
			await grantTo(owner.db, role);
			await grantTo(owner.db, role); // each start asks again
			const running = connectPostgres(url.href);
			await account(running.db, 'ola', ['officer']);
			await transaction(running.db, (trx) =>
				record(trx, null, new Date(), { action: 'change name', subject: ['user', 'ola'] })
			);
			const refused = [
				sql`update audit_events set reason = 'x'`,
				sql`delete from audit_events`,
				sql`truncate audit_events`,
				sql`delete from submission_authors`,
				sql`delete from target_authors`,
				sql`alter table audit_events disable trigger all`,
				sql`drop table audit_events`,
				sql`create table mine (id int)`,
				sql`alter table users add column x int`,
				sql`delete from kysely_migration`
			];
			for (const statement of refused) {
				await expect(statement.execute(running.db)).rejects.toMatchObject({ code: '42501' });
			}
			await running.close();
		} finally {
			await sql.raw(`drop owned by ${role}`).execute(owner.db);
			await sql.raw(`drop role ${role}`).execute(owner.db);
			await owner.close();
		}
	}
);
