import { createHash } from 'node:crypto';
import type { Db } from '../db/client.ts';
import * as limits from '../db/rate-limits.ts';
import { Refused } from '../workflow/refused.ts';

// How often something may be tried. Kept in the database, so that several processes count together;
// a key is a hash, so that the table lists no addresses.

export interface Limit {
	readonly max: number;
	readonly minutes: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const LIMITS = {
	/** One account from one place. */
	account: { max: 5, minutes: 15 },
	/** One account from anywhere: a guess spread over many machines. */
	everywhere: { max: 50, minutes: 60 },
	/** One place: an office shares one address. */
	place: { max: 100, minutes: 15 },
	/** Asking for a link to be sent. */
	links: { max: 5, minutes: 60 },
	/** A code is used once; it is valid for three half minutes. */
	code: { max: 1, minutes: 3 }
} as const satisfies Record<string, Limit>;

/** Counts an attempt; false when there were too many. */
export async function mayTry(
	db: Db,
	what: readonly string[],
	{ max, minutes }: Limit,
	now: Date
): Promise<boolean> {
	const tried = await limits.count(db, keyOf(what), { windowMs: minutes * MINUTE, now });
	if (tried.count === 1) await limits.prune(db, new Date(now.getTime() - DAY));
	return tried.count <= max;
}

/** Counts an attempt; refuses when there were too many. */
export async function limit(
	db: Db,
	what: readonly string[],
	limited: Limit,
	now: Date
): Promise<void> {
	if (await mayTry(db, what, limited, now)) return;
	throw new Refused(`Too many attempts. Wait ${limited.minutes} minutes, then try again.`);
}

/** Forgets the attempts of somebody who has come in. */
export const forgive = (db: Db, what: readonly string[]): Promise<void> =>
	limits.clear(db, keyOf(what));

const keyOf = (what: readonly string[]): string =>
	createHash('sha256').update(JSON.stringify(what)).digest('base64url');
