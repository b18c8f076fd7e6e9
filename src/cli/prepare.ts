import { readConfig } from '../lib/server/config.ts';
import { prepare } from '../lib/server/prepare.ts';
import { run, say } from './run.ts';

// `npm run prepare:database`: makes, migrates and fills the database, then ends.

await run(async () => {
	await prepare(readConfig(), say);
	say('The database is ready.');
});
