import { readConfig } from '../lib/server/config.ts';
import { prepare } from '../lib/server/prepare.ts';
import { launch } from './launch.ts';
import { run, say } from './run.ts';

// `npm start`: check the settings, build and prepare the database where needed, serve, end cleanly.

await run(async () => {
	const address = await launch(readConfig(), prepare);
	say(`Cohesion Tracker is ready at ${address}`);
});
