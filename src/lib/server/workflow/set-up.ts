import { makeLink } from '../auth/links.ts';
import { transaction, type Db } from '../db/client.ts';
import * as links from '../db/links.ts';
import * as users from '../db/users.ts';

/** A new link for the first administrator; nothing where there is an administrator. */
export function setUpLink(
	db: Db,
	now: Date
): Promise<{ token: string; expiresAt: Date } | undefined> {
	return transaction(db, async (trx) => {
		const those = await users.administrators(trx, { lock: true });
		return those.length > 0 ? undefined : makeLink(trx, 'set-up', '', now);
	});
}

/** Was a link printed that is still good, and not used? */
export async function printedBefore(db: Db, now: Date): Promise<boolean> {
	const those = await users.administrators(db, { lock: false });
	return those.length === 0 && links.pending(db, 'set-up', now);
}
