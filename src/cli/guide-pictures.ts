import { chromium } from 'playwright-core';
import { CHROMIUM_ARGUMENTS, findChromium } from './chromium.ts';
import { imports, others } from './guide/others.ts';
import { round } from './guide/round.ts';
import { site } from './guide/site.ts';
import { run, say } from './run.ts';

// `npm run guide:pictures -- ADDRESS`: renews the pictures of docs/guide-officers.md from a demonstration
// that was just started. It walks a quarter's round there, so each run needs a fresh one.

await run(async () => {
	const [address] = process.argv.slice(2);
	if (!address) throw new Error('Start `npm run demo`, then give its address.');
	const executablePath = findChromium();
	if (!executablePath) throw new Error('No Chromium was found. Set CHROMIUM_PATH.');
	const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
	try {
		const pages = site(browser, address.replace(/\/$/, ''));
		await imports(pages);
		await round(pages);
		await others(pages);
		say('The pictures are in docs/pictures.');
	} finally {
		await browser.close();
	}
});
