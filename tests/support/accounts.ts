import { createHmac } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { Person, Role } from '../../src/lib/domain/permission.ts';
import { configureAuth } from '../../src/lib/server/auth/auth.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { transaction, type Db } from '../../src/lib/server/db/client.ts';
import * as users from '../../src/lib/server/db/users.ts';

export const PASSWORD = 'kettle orchard seventeen';
export const ORIGIN = 'http://localhost:4173';

/** The settings of sign-in in tests; nothing is kept on disk. */
export function configure(more: Record<string, string> = {}): void {
	configureAuth(readConfig({ AUTH_SECRET: 'a secret for tests only, long enough', ...more }));
}

let hash: Promise<string> | undefined;

/** An account with roles and, unless told not to, PASSWORD. */
export async function account(
	db: Db,
	id: string,
	roles: readonly Role[],
	{ password = true }: { password?: boolean } = {}
): Promise<Person> {
	hash ??= hashPassword(PASSWORD);
	const made = await hash;
	await transaction(db, async (trx) => {
		const now = new Date();
		await users.add(trx, { id, name: `Name of ${id}`, email: `${id}@example.org` }, now);
		await users.giveRoles(trx, id, { roles, from: 'administrator' }, now);
		if (password) await users.setPassword(trx, { id: `${id} way`, user: id, hash: made }, now);
	});
	return { id, name: `Name of ${id}`, roles, duties: [] };
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code that an app shows for a secret, `steps` half minutes from now (RFC 6238). */
export function codeOf(secret: string, steps = 0, now = Date.now()): string {
	const bits = [...secret.replace(/[\s=]/g, '')]
		.map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'))
		.join('');
	const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000) + steps));
	const digest = createHmac('sha1', key).update(counter).digest();
	const at = (digest.at(-1) ?? 0) & 15;
	return ((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).toString().padStart(6, '0');
}
