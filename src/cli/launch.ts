import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { authSecret } from '../lib/server/auth/secret.ts';
import { disconnect } from '../lib/server/boot.ts';
import { tellHandler, type Config } from '../lib/server/config.ts';
import { ensureBuild } from './build.ts';
import { say } from './run.ts';
import { addressOf, probe, serve, stop, type Handler } from './serve.ts';

// What `npm start` and `npm run demo` share: build and prepare where needed, serve, end cleanly.

const ROOT = join(import.meta.dirname, '../..');

export type Prepare = (config: Config, say: (message: string) => void) => Promise<void>;

/** Serves the product; returns its address. */
export async function launch(config: Config, prepare: Prepare): Promise<string> {
	await probe(config);
	authSecret(config); // made at the first start, refused early where it cannot be kept
	await getReady(config, prepare);
	tellHandler(config);
	const handler = await builtHandler();
	const server = await serve(handler, config);

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
	return addressOf(server, config.host);
}

// The build runs in a process of its own, so the two go side by side. A database that cannot be had
// is known within a second and stops the build.
async function getReady(config: Config, prepare: Prepare): Promise<void> {
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
