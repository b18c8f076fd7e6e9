import type { Db, Trx } from './client.ts';

// One-time links: only the hash of the token is kept, in better-auth's table for such things.

interface Kept {
	readonly id: string;
	/** Kind and hash of the token. */
	readonly identifier: string;
	/** The account it is for; '' for the first administrator's. */
	readonly value: string;
	readonly expiresAt: Date;
}

/** Keeps a link; an earlier one of the same kind for the same account no longer works. */
export async function replace(trx: Trx, kind: string, kept: Kept): Promise<void> {
	await remove(trx, [kind], kept.value);
	const { id, identifier, value, expiresAt } = kept;
	await trx
		.insertInto('verifications')
		.values({ id, identifier, value, expires_at: expiresAt })
		.execute();
}

/** Takes away every link of some kinds for an account. */
export async function remove(trx: Trx, kinds: readonly string[], value: string): Promise<void> {
	await trx
		.deleteFrom('verifications')
		.where((on) => on.or(kinds.map((kind) => on('identifier', 'like', `${kind}:%`))))
		.where('value', '=', value)
		.execute();
}

/** The account that a link is for, while it is good. */
export async function find(db: Db, identifier: string, now: Date): Promise<string | undefined> {
	const row = await db
		.selectFrom('verifications')
		.select('value')
		.where('identifier', '=', identifier)
		.where('expires_at', '>', now)
		.executeTakeFirst();
	return row?.value;
}

/** Uses a link up: the account that it was for, or nothing when it was used, replaced or too old. */
export async function consume(
	trx: Trx,
	identifier: string,
	now: Date
): Promise<string | undefined> {
	const row = await trx
		.deleteFrom('verifications')
		.where('identifier', '=', identifier)
		.returning(['value', 'expires_at'])
		.executeTakeFirst();
	return row && row.expires_at > now ? row.value : undefined;
}

/** Is there a good link of a kind? */
export async function pending(db: Db, kind: string, now: Date): Promise<boolean> {
	const row = await db
		.selectFrom('verifications')
		.select('id')
		.where('identifier', 'like', `${kind}:%`)
		.where('expires_at', '>', now)
		.executeTakeFirst();
	return row !== undefined;
}
