import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startBare } from './bench/bare.ts';
import { growth } from '../lib/domain/spatial/growth.ts';
import { measureImport } from './bench/imports.ts';
import { pageCost } from './bench/pages.ts';
import { rate, round } from './bench/throughput.ts';
import { ensureBuild } from './build.ts';
import { startChild } from './child-server.ts';
import { CHROMIUM_ARGUMENTS, findChromium, temporaryFolder } from './chromium.ts';
import { run, say } from './run.ts';

// npm run bench [-- --seconds 10 --visits 5]: the product beside a bare SvelteKit page and a static
// file, in one run, as JSON lines, and how the permutation test of Gi* grows with areas and permutations.
// Ratios hold between machines, times do not.

const ROOT = join(import.meta.dirname, '../..');
const PAGES = ['/', '/indicators', '/indicators/w04', '/places', '/places/east', '/data', '/map'];
const DATA = ['/api/v1/indicators', '/geo/wards-2026.topojson'];
const STATIC = '/favicon.svg';
const GI = { areas: [169, 338, 676, 1352], permutations: [999, 9999] };

const argument = (name: string, usual: number) => {
	const at = process.argv.indexOf(`--${name}`);
	return at < 0 ? usual : Number(process.argv[at + 1]);
};
const print = (row: object) => say(JSON.stringify(row));

await run(async () => {
	const seconds = argument('seconds', 3);
	const visits = argument('visits', 3);
	measureGrowth();
	await measureImport(print);
	const folder = temporaryFolder('bench');
	await ensureBuild(ROOT, () => {});
	const bare = await startBare(ROOT);
	const product = await startChild({ DATA_DIR: folder.path, LOG_LEVEL: 'error' });
	try {
		await measurePages(product.url, bare.url, visits);
		await measureRates(product.url, bare.url, seconds);
	} finally {
		await Promise.all([product.stop(), bare.stop()]);
		folder.remove();
	}
});

/** Drawing is paid once for all recipes that share the draws, testing once a recipe. */
function measureGrowth(): void {
	for (const row of growth(() => performance.now(), GI)) {
		const { areas, permutations } = row;
		const [drawingMs, testingMs] = [round(row.drawingMs), round(row.testingMs)];
		print({ kind: 'gi permutation', areas, permutations, drawingMs, testingMs });
	}
}

async function measurePages(product: string, bare: string, visits: number): Promise<void> {
	const executablePath = findChromium();
	if (!executablePath) {
		print({ kind: 'page', note: 'No Chromium was found: pages were not measured.' });
		return;
	}
	const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
	const floor = await pageCost(browser, bare, visits);
	print({ kind: 'page', path: 'bare SvelteKit page', ...floor });
	for (const path of PAGES) {
		const cost = await pageCost(browser, product + path, visits);
		const settledOverBare = round(cost.settledMs / floor.settledMs);
		print({ kind: 'page', path, ...cost, settledOverBare });
	}
	await browser.close();
}

async function measureRates(product: string, bare: string, seconds: number): Promise<void> {
	const file = await rate(product + STATIC, seconds);
	const page = await rate(bare, seconds);
	const row = async (path: string, fresh: boolean) => {
		const measured = await rate(product + path, seconds, fresh);
		print({
			kind: 'rate',
			path,
			cached: !fresh,
			...measured,
			slowerThanStatic: round(file.perSecond / measured.perSecond),
			slowerThanBare: round(page.perSecond / measured.perSecond)
		});
	};
	print({ kind: 'rate', path: 'static file', ...file });
	print({ kind: 'rate', path: 'bare SvelteKit page', ...page });
	for (const path of [...PAGES, ...DATA]) {
		await row(path, false);
		await row(path, true);
	}
}
