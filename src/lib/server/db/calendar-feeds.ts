import type { Db, Trx } from './client.ts';

// Secret addresses of due lists as calendars; only their hashes are kept.

export async function has(db: Db, user: string): Promise<boolean> {
	const row = await db
		.selectFrom('calendar_feeds')
		.select('user_id')
		.where('user_id', '=', user)
		.executeTakeFirst();
	return row !== undefined;
}

/** Sets the address of a person; an earlier one ends. */
export async function set(
	trx: Trx,
	{ user, hash }: { user: string; hash: string },
	now: Date
): Promise<void> {
	const written = { token_hash: hash, made_at: now };
	await trx
		.insertInto('calendar_feeds')
		.values({ user_id: user, ...written })
		.onConflict((on) => on.column('user_id').doUpdateSet(written))
		.execute();
}

/** Whose address it is. */
export async function userOf(db: Db, hash: string): Promise<string | undefined> {
	const row = await db
		.selectFrom('calendar_feeds')
		.select('user_id')
		.where('token_hash', '=', hash)
		.executeTakeFirst();
	return row?.user_id;
}
