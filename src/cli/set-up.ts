import { dateTime } from '../lib/domain/format.ts';
import { printedBefore, setUpLink } from '../lib/server/workflow/set-up.ts';
import type { Db } from '../lib/server/db/client.ts';
import { say } from './run.ts';

// The link with which the first administrator sets a password. It is printed once; only its hash is
// kept, so nobody can find it again, but another can be made while there is no administrator.

/** Prints the link at the first start, and that it was printed at a later one. */
export async function announceSetUp(db: Db, origin: string): Promise<void> {
	const now = new Date();
	if (await printedBefore(db, now)) {
		say('There is no administrator yet. The set-up link was printed before;');
		say('npm run setup-link makes a new one.');
		return;
	}
	await printSetUp(db, origin, now);
}

/** Prints a new link, unless there is an administrator; says whether it did. */
export async function printSetUp(db: Db, origin: string, now: Date): Promise<boolean> {
	const link = await setUpLink(db, now);
	if (!link) return false;
	say(`Set up the first administrator (works once, until ${dateTime(link.expiresAt)}):`);
	say(`${origin}/set-up?link=${link.token}`);
	return true;
}
