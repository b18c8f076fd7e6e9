import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { disconnect } from '../lib/server/boot.ts';
import { readConfig, tellHandler, type Config } from '../lib/server/config.ts';
import { prepare } from '../lib/server/prepare.ts';
import { ensureBuild } from './build.ts';
import { run, say } from './run.ts';
import { addressOf, probe, serve, stop, type Handler } from './serve.ts';

// `npm start`: check the settings, build and prepare the database where needed, serve, end cleanly.

const ROOT = join(import.meta.dirname, '../..');

await run(async () => {
	const config = readConfig();
	await probe(config);
	await getReady(config);
	tellHandler(config);
	const handler = await builtHandler();
	const server = await serve(handler, config);
	say(`Cohesion Tracker is ready at ${addressOf(server, config.host)}`);

	let isEnding = false;
	const end = async () => {
		if (isEnding) process.exit(1); // asked twice: do not wait for anybody
		isEnding = true;
		await stop(server);
		await disconnect();
		process.exit(0);
	};
	process.on('SIGINT', end);
	process.on('SIGTERM', end);
});

// The build runs in a process of its own, so the two go side by side. A database that cannot be had
// is known within a second and stops the build.
async function getReady(config: Config): Promise<void> {
	const stopBuild = new AbortController();
	const built = ensureBuild(ROOT, say, stopBuild.signal);
	built.catch(() => {});
	try {
		await prepare(config, say);
	} catch (error) {
		stopBuild.abort();
		throw error;
	}
	await built;
}

async function builtHandler(): Promise<Handler> {
	const { href } = pathToFileURL(join(ROOT, 'build/handler.js'));
	const { handler } = (await import(href)) as { handler: Handler };
	return handler;
}
