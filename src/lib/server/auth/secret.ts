import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { Refusal } from '../refusal.ts';

// The secret that signs session cookies and encrypts second factors. It stands beside the database,
// never in it: who reads the database or its backup alone cannot make a session or a code.

/** AUTH_SECRET, or the one kept in DATA_DIR, which is made at the first start. */
export function authSecret(config: Pick<Config, 'authSecret' | 'dataDir'>): string {
	if (config.authSecret) return config.authSecret;
	const file = join(config.dataDir, 'auth-secret');
	try {
		mkdirSync(config.dataDir, { recursive: true });
		writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code !== 'EEXIST') throw new Refusal(unwritable(config.dataDir, code));
	}
	return kept(file);
}

function kept(file: string): string {
	const text = readFileSync(file, 'utf8').trim();
	if (text.length >= 32) return text;
	throw new Refusal(`${file} is damaged: restore it, or set AUTH_SECRET to what it held.`);
}

const unwritable = (dataDir: string, code: string | undefined) =>
	`No secret can be kept in ${dataDir} (${code}): set AUTH_SECRET to at least 32 random characters, or DATA_DIR to a folder that this user may write to.`;
