import type { Db, Trx } from './client.ts';

export interface Session {
	readonly id: string;
	readonly begun: Date;
	readonly lastUsed: Date;
	readonly expires: Date;
	readonly address: string | null;
	readonly device: string | null;
}

/** The sessions of a person that have not ended, the newest first. */
export async function of(db: Db, user: string, now: Date): Promise<Session[]> {
	const rows = await db
		.selectFrom('sessions')
		.select(['id', 'created_at', 'updated_at', 'expires_at', 'ip_address', 'user_agent'])
		.where('user_id', '=', user)
		.where('expires_at', '>', now)
		.orderBy('created_at', 'desc')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		begun: row.created_at,
		lastUsed: row.updated_at,
		expires: row.expires_at,
		address: row.ip_address,
		device: row.user_agent
	}));
}

/** Ends sessions of a person: one, or all but the one to keep; returns how many. */
export async function end(
	trx: Trx,
	user: string,
	which: { only: string } | { keep: string | null }
): Promise<number> {
	const query = trx.deleteFrom('sessions').where('user_id', '=', user);
	const chosen =
		'only' in which
			? query.where('id', '=', which.only)
			: which.keep === null
				? query
				: query.where('id', '!=', which.keep);
	const { numDeletedRows } = await chosen.executeTakeFirst();
	return Number(numDeletedRows);
}
