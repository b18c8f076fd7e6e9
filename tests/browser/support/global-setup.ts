import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { CHROMIUM_ARGUMENTS, findChromium } from '../../../src/cli/chromium.ts';
import { startChild, type ChildServer } from '../../../src/cli/child-server.ts';
import { copySite, makeSiteTemplate, type SiteTemplate } from './site-template.ts';

declare module 'vitest' {
	interface ProvidedContext {
		site: string;
		/** Path of the page that makes the first administrator, as the start printed it. */
		setUp: string;
		browser: string;
		/** What a site of its own is copied from. */
		template: SiteTemplate;
	}
}

/** One built server with data of its own and one Chromium, for all journeys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const executablePath = findChromium();
	if (!executablePath) throw new Error('No Chromium was found: install one or set CHROMIUM_PATH.');
	const template = await makeSiteTemplate();
	const own = await copySite(template, 'journeys');
	const server = await startChild(own.settings);
	const browser = await chromium.launchServer({ executablePath, args: CHROMIUM_ARGUMENTS });
	project.provide('site', server.url);
	project.provide('setUp', await printedSetUp(server));
	project.provide('browser', browser.wsEndpoint());
	project.provide('template', { folder: template.folder, database: template.database });
	return async () => {
		await browser.close();
		await server.stop();
		await own.remove();
		await template.remove();
	};
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
