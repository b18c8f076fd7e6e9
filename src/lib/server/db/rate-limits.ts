import { sql } from 'kysely';
import type { Db } from './client.ts';

/** Counts one more attempt in its window; returns how many there were and when the window began. */
export async function count(
	db: Db,
	key: string,
	{ windowMs, now }: { windowMs: number; now: Date }
): Promise<{ count: number; since: number }> {
	const at = now.getTime();
	const over = sql<boolean>`rate_limits.last_request <= ${at - windowMs}`;
	const row = await db
		.insertInto('rate_limits')
		.values({ id: key, key, count: 1, last_request: at })
		.onConflict((on) =>
			on.column('key').doUpdateSet({
				count: sql`case when ${over} then 1 else rate_limits.count + 1 end`,
				last_request: sql`case when ${over} then ${at}::bigint else rate_limits.last_request end`
			})
		)
		.returning(['count', 'last_request'])
		.executeTakeFirstOrThrow();
	return { count: row.count, since: row.last_request };
}

/** Forgets the attempts of a key. */
export async function clear(db: Db, key: string): Promise<void> {
	await db.deleteFrom('rate_limits').where('key', '=', key).execute();
}

/** Forgets every window that began before an instant. */
export async function prune(db: Db, before: Date): Promise<void> {
	await db.deleteFrom('rate_limits').where('last_request', '<', before.getTime()).execute();
}
