import { sql } from 'kysely';
import type { Db } from './client.ts';

/** The server's major version, such as 15. */
export async function serverVersion(db: Db): Promise<number> {
	const { rows } = await sql<{ server_version_num: string }>`show server_version_num`.execute(db);
	return Math.floor(Number(rows[0]?.server_version_num) / 10_000);
}

/** Does the database answer at all? */
export async function isAnswering(db: Db): Promise<boolean> {
	return sql`select 1`.execute(db).then(
		() => true,
		() => false
	);
}
