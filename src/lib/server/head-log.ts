import * as audit from './db/audit.ts';
import type { Db } from './db/client.ts';
import type { Log } from './log.ts';
import { current } from './publication.ts';

// The head of the audit chain in the log: at each start and after each publication, whichever process
// made it. Compared with a copy kept elsewhere, it shows events that were cut off the end.

const EVERY_MS = 30_000;

/**
 * Writes the head now, and looks twice a minute for a new edition; the timer keeps no process alive.
 * Gives the way to end it.
 */
export async function startHeadLog(db: Db, log: Log, everyMs = EVERY_MS): Promise<() => void> {
	let last = await newest(db);
	log.info('head of the audit chain', await headOf(db));
	const look = async () => {
		try {
			const edition = await newest(db);
			if (edition === last) return;
			last = edition;
			log.info('head of the audit chain', { edition, ...(await headOf(db)) });
		} catch (fault) {
			log.error('the head of the audit chain was not read', { fault });
		}
	};
	const timer = setInterval(() => void look(), everyMs).unref();
	return () => clearInterval(timer);
}

async function newest(db: Db): Promise<string | undefined> {
	return (await current(db)).editions.at(-1)?.id;
}

async function headOf(db: Db) {
	return { events: await audit.count(db), head: await audit.head(db) };
}
