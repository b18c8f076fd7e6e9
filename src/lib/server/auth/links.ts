import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Db, Trx } from '../db/client.ts';
import * as links from '../db/links.ts';

// Links that are good once and for a while: to set the product up, to join, to set a new password.
// Whoever holds one may act as its account, so the database keeps only a hash.

export type LinkKind = 'set-up' | 'invite' | 'reset';

const HOUR = 3_600_000;
const LIFE: Readonly<Record<LinkKind, number>> = {
	'set-up': 24 * HOUR,
	invite: 7 * 24 * HOUR,
	reset: 4 * HOUR
};
const KINDS = ['invite', 'reset'] as const;

/** A new link for an account, or for the first administrator (''); returns its token. */
export async function makeLink(
	trx: Trx,
	kind: LinkKind,
	account: string,
	now: Date
): Promise<{ token: string; expiresAt: Date }> {
	const token = randomBytes(32).toString('base64url');
	const expiresAt = new Date(now.getTime() + LIFE[kind]);
	const identifier = identify(kind, token);
	await links.replace(trx, kind, { id: randomUUID(), identifier, value: account, expiresAt });
	return { token, expiresAt };
}

export interface Link {
	readonly kind: (typeof KINDS)[number];
	readonly account: string;
}

/** What a token is good for, if anything. */
export async function readLink(db: Db, token: string, now: Date): Promise<Link | undefined> {
	for (const kind of KINDS) {
		const account = await links.find(db, identify(kind, token), now);
		if (account) return { kind, account };
	}
	return undefined;
}

/** Uses a token up; nothing when it is not good any more. */
export const useLink = (
	trx: Trx,
	kind: LinkKind,
	token: string,
	now: Date
): Promise<string | undefined> => links.consume(trx, identify(kind, token), now);

/** Is the token a good set-up link? */
export const isSetUpLink = async (db: Db, token: string, now: Date): Promise<boolean> =>
	(await links.find(db, identify('set-up', token), now)) !== undefined;

/** Ends every link of an account. */
export const endLinks = (trx: Trx, account: string): Promise<void> =>
	links.remove(trx, KINDS, account);

const identify = (kind: LinkKind, token: string): string =>
	`${kind}:${createHash('sha256').update(token).digest('base64url')}`;
