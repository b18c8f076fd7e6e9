import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { connectPostgres } from '../../../src/lib/server/db/client.ts';

// Needs a real server: the embedded database has no connection to lose.
const url = process.env['TEST_DATABASE_URL'];

it.runIf(url)('a server that ends idle connections does not end this process', async () => {
	const [one, other] = [connectPostgres(url ?? ''), connectPostgres(url ?? '')];
	const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(one.db);
	await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(other.db);
	await new Promise((resolve) => setTimeout(resolve, 200));
	const again = await sql<{ yes: number }>`select 1 as yes`.execute(one.db);
	expect(again.rows).toEqual([{ yes: 1 }]);
	await Promise.all([one.close(), other.close()]);
});
