import type { Db } from './db/client.ts';
import type { Log } from './log.ts';
import { publishDue } from './workflow/publication.ts';

// Returns that were scheduled are published when their time has come, by whichever process looks first.

const EVERY_MS = 30_000;

/** Looks twice a minute; the timer keeps no process alive. */
export function startReleases(db: Db, log: Log): void {
	let isBusy = false;
	const look = async () => {
		if (isBusy) return;
		isBusy = true;
		try {
			const ids = await publishDue(db, new Date());
			if (ids.length > 0) log.info('scheduled returns published', { returns: ids.join(' ') });
		} catch (fault) {
			log.error('scheduled returns were not published', { fault });
		} finally {
			isBusy = false;
		}
	};
	setInterval(() => void look(), EVERY_MS).unref();
}
