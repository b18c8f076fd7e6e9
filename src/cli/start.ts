import { connection } from '../lib/server/boot.ts';
import { readConfig } from '../lib/server/config.ts';
import { prepare } from '../lib/server/prepare.ts';
import { launch } from './launch.ts';
import { run, say } from './run.ts';
import { announceSetUp } from './set-up.ts';

// `npm start`: check the settings, build and prepare the database where needed, serve, end cleanly.

await run(async () => {
	const config = readConfig();
	const address = await launch(config, prepare);
	say(`Cohesion Tracker is ready at ${address}`);
	await announceSetUp((await connection(config)).db, config.origin ?? address);
});
