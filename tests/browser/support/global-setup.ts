import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { CHROMIUM_ARGUMENTS, findChromium, temporaryFolder } from '../../../src/cli/chromium.ts';
import { startChild, type ChildServer } from '../../../src/cli/child-server.ts';
import { readToolSettings } from '../../../src/lib/server/config.ts';
import { administer, urlOf } from '../../support/server-templates.ts';

declare module 'vitest' {
	interface ProvidedContext {
		site: string;
		/** Path of the page that makes the first administrator, as the start printed it. */
		setUp: string;
		browser: string;
	}
}

/** One built server with data of its own and one Chromium, for all journeys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const executablePath = findChromium();
	if (!executablePath) throw new Error('No Chromium was found: install one or set CHROMIUM_PATH.');
	const folder = temporaryFolder('journeys');
	const database = await ownDatabase();
	const server = await startChild({
		DATA_DIR: folder.path,
		DATABASE_URL: database?.url,
		MIGRATE_DATABASE_URL: undefined,
		LOG_LEVEL: 'error'
	});
	const browser = await chromium.launchServer({ executablePath, args: CHROMIUM_ARGUMENTS });
	project.provide('site', server.url);
	project.provide('setUp', await printedSetUp(server));
	project.provide('browser', browser.wsEndpoint());
	return async () => {
		await browser.close();
		await server.stop();
		await database?.drop();
		folder.remove();
	};
}

/** With TEST_DATABASE_URL the journeys run on a new database of that server. */
async function ownDatabase() {
	const { testDatabaseUrl } = readToolSettings();
	if (!testDatabaseUrl) return undefined;
	const name = `journeys_${process.pid}`;
	await administer(testDatabaseUrl, `create database ${name}`);
	const drop = () => administer(testDatabaseUrl, `drop database ${name} with (force)`);
	return { url: urlOf(testDatabaseUrl, name), drop };
}

// The link follows the line that says that the server is ready.
async function printedSetUp(server: ChildServer): Promise<string> {
	for (let tries = 0; tries < 100; tries++) {
		const path = /\/set-up\?link=[\w-]{43}/.exec(server.output())?.[0];
		if (path) return path;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`no set-up link was printed:\n${server.output()}`);
}
