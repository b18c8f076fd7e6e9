import { isTimeForLetters } from '../domain/reminder/stage.ts';
import type { Config } from './config.ts';
import type { Db } from './db/client.ts';
import type { Log } from './log.ts';
import { isDemonstration } from './demo/mark.ts';
import { send } from './mail.ts';
import { remind, type Reminded } from './workflow/reminders.ts';

// Letters of reminders go out by themselves where a mail server is set: the embedded database takes one
// process at a time, so that a command beside the server could not send them.

const EVERY_MS = 30 * 60_000;

type Settings = Pick<Config, 'mail' | 'origin'>;

/** Looks twice an hour, by day; what is sent already is not sent again. */
export function startReminders(db: Db, settings: Settings, log: Log): void {
	if (!settings.mail) return;
	let isBusy = false;
	const look = async () => {
		const now = new Date();
		if (isBusy || !isTimeForLetters(now)) return;
		isBusy = true;
		try {
			const { sent, failed } = await sendReminders(db, settings, now);
			if (sent + failed > 0) log.info('letters of reminders', { sent, failed });
		} catch (fault) {
			log.error('letters of reminders were not sent', { fault });
		} finally {
			isBusy = false;
		}
	};
	setInterval(() => void look(), EVERY_MS).unref();
}

/** Sends what is due at `now`; nothing where no mail server is set. */
export async function sendReminders(
	db: Db,
	{ mail, origin }: Settings,
	now: Date
): Promise<Reminded> {
	// The people of a demonstration are invented.
	const isOff = !mail || origin === undefined || (await isDemonstration(db));
	if (isOff) return { sent: 0, failed: 0 };
	return remind(db, { origin, send: (letter) => send(mail, letter) }, now);
}
