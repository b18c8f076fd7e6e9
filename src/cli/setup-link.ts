import { readConfig } from '../lib/server/config.ts';
import { openDatabase } from '../lib/server/database.ts';
import { Refusal } from '../lib/server/refusal.ts';
import { run } from './run.ts';
import { printSetUp } from './set-up.ts';

// `npm run setup-link`: a new link for the first administrator, while there is none. The embedded
// database is locked while the server runs: stop it first.

await run(async () => {
	const config = readConfig();
	const connection = await openDatabase(config);
	try {
		const origin = config.origin ?? `http://localhost:${config.port}`;
		if (await printSetUp(connection.db, origin, new Date())) return;
		throw new Refusal('There is an administrator already: they invite people on the page /users.');
	} finally {
		await connection.close();
	}
});
