import type { Browser } from 'playwright-core';
import { round } from './throughput.ts';

// What a reader waits for: bytes, requests and times of a page in a real browser with nothing cached.

export interface PageCost {
	status: number;
	requests: number;
	kB: number;
	scriptKB: number;
	firstPaintMs: number;
	settledMs: number;
}

const QUIET_MS = 300;
const PATIENCE_MS = 20_000;

/** The middle one of several visits, by the time to settle. */
export async function pageCost(browser: Browser, url: string, visits: number): Promise<PageCost> {
	const costs: PageCost[] = [];
	for (let visit = 0; visit < visits; visit++) costs.push(await visitOnce(browser, url));
	costs.sort((a, b) => a.settledMs - b.settledMs);
	const middle = costs[Math.floor(costs.length / 2)];
	if (!middle) throw new Error('at least one visit is needed');
	return middle;
}

async function visitOnce(browser: Browser, url: string): Promise<PageCost> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
	const page = await context.newPage();
	const network = await context.newCDPSession(page);
	const types = new Map<string, string>();
	const sizes = new Map<string, number>();
	let lastByte = performance.now();
	await network.send('Network.enable');
	network.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
		if (request.url.startsWith('http')) types.set(requestId, type ?? 'Other');
	});
	network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		sizes.set(requestId, encodedDataLength);
		lastByte = performance.now();
	});
	const started = performance.now();
	const answer = await page.goto(url, { waitUntil: 'load' });
	const loaded = performance.now();
	while (performance.now() - Math.max(lastByte, loaded) < QUIET_MS) {
		await page.waitForTimeout(50);
		if (performance.now() - started > PATIENCE_MS) break;
	}
	const marks = await page.evaluate(readMarks);
	await context.close();
	const kB = (wanted: (type: string) => boolean) =>
		[...types].reduce((sum, [id, type]) => sum + (wanted(type) ? (sizes.get(id) ?? 0) : 0), 0) /
		1024;
	return {
		status: answer?.status() ?? 0,
		requests: types.size,
		kB: round(kB(() => true)),
		scriptKB: round(kB((type) => type === 'Script')),
		firstPaintMs: round(marks.paint),
		settledMs: round(Math.max(marks.idle, marks.load, lastByte - started))
	};
}

// Runs in the page. The map says itself when it has come to rest.
function readMarks() {
	const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	return {
		paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
		idle: performance.getEntriesByName('map-idle')[0]?.startTime ?? 0,
		load: navigation?.loadEventEnd ?? 0
	};
}
