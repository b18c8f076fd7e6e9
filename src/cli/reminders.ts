import { argv } from 'node:process';
import { readConfig } from '../lib/server/config.ts';
import { openDatabase } from '../lib/server/database.ts';
import { Refusal } from '../lib/server/refusal.ts';
import { sendReminders } from '../lib/server/reminder-clock.ts';
import { rehearse } from '../lib/server/workflow/reminders.ts';
import { run, say } from './run.ts';

// `npm run reminders`: sends today's letters, for a timer that runs once a day. With `--dry-run` it shows
// them and sends nothing. The embedded database is locked while the server runs, which then sends them.

const UNSET =
	'No mail server is set: set SMTP_URL, MAIL_FROM and ORIGIN (docs/operations.md), or look at the letters with --dry-run.';

await run(async () => {
	const config = readConfig();
	const isDry = argv.includes('--dry-run');
	if (!config.mail && !isDry) throw new Refusal(UNSET);
	const connection = await openDatabase(config);
	try {
		const now = new Date();
		if (isDry) {
			const origin = config.origin ?? `http://localhost:${config.port}`;
			const letters = await rehearse(connection.db, origin, now);
			for (const { to, subject, text } of letters) say(`To: ${to}\nSubject: ${subject}\n\n${text}`);
			say(`${letters.length} letters would be sent. Nothing was sent or written down.`);
			return;
		}
		const { sent, failed } = await sendReminders(connection.db, config, now);
		say(`${sent} letters sent, ${failed} not taken by the mail server.`);
		if (failed > 0)
			throw new Refusal('The next run sends what failed. /returns/calendar says why.');
	} finally {
		await connection.close();
	}
});
