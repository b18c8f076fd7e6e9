import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, inject } from 'vitest';

export interface View {
	width?: number;
	height?: number;
	/** False: no script of the page runs, as for a reader who has it off. */
	javaScript?: boolean;
	/** A browser of one's own by this name: its cookies are nobody else's. */
	person?: string;
}

export interface Visit {
	page: Page;
	/** What the browser complained of: console errors, failed scripts, refused content. */
	complaints: string[];
	/** Goes to another address in the same page; resolves with the status. */
	go(path: string): Promise<number>;
	close(): Promise<void>;
}

let browser: Promise<Browser> | undefined;
const contexts = new Map<string, Promise<BrowserContext>>();

afterAll(async () => {
	await (await browser)?.close();
	browser = undefined;
	contexts.clear();
});

/** The address of the site under test. */
export const site = (): string => inject('site');

/** Opens a path in a page of its own. Contexts are shared by views of the same kind. */
export async function open(path: string, view: View = {}): Promise<Visit> {
	const page = await (await context(view)).newPage();
	const complaints: string[] = [];
	page.on('pageerror', (error) => complaints.push(`fault: ${error.message}`));
	page.on('console', (message) => {
		// The browser reports the status of the page itself; tests look at that themselves.
		const isStatus = /Failed to load resource.*status of \d+/.test(message.text());
		const isThisPage = message.location().url === page.url();
		if (message.type() === 'error' && !(isStatus && isThisPage)) {
			complaints.push(`${message.text()} (${message.location().url})`);
		}
	});
	page.on('requestfailed', (request) => {
		// Leaving a page gives up what it was still fetching: no fault of the page.
		if (request.failure()?.errorText === 'net::ERR_ABORTED') return;
		complaints.push(`not loaded: ${request.url()}`);
	});
	const go = async (to: string) => {
		complaints.length = 0;
		const response = await page.goto(new URL(to, site()).href, { waitUntil: 'load' });
		return response?.status() ?? 0;
	};
	await go(path);
	return { page, complaints, go, close: () => page.close() };
}

/** Rules that a page breaks, one line each, with the element; `left` names rules to leave out. */
export async function axe(page: Page, left: string[] = []): Promise<string[]> {
	// Legacy mode checks this page alone and opens no second one; there are no frames from elsewhere.
	const builder = new AxeBuilder({ page }).setLegacyMode(true);
	const { violations } = await builder
		.options({ resultTypes: ['violations'] })
		.disableRules(left)
		.analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`)
	);
}

/** How many pixels the page can be scrolled sideways. */
export function sidewaysScroll(page: Page): Promise<number> {
	return page.evaluate(() => {
		const root = document.documentElement;
		return Math.max(0, root.scrollWidth - root.clientWidth);
	});
}

/** Saves a picture of the whole page under test-results/, for a person to look at. */
export async function picture(page: Page, name: string): Promise<void> {
	await page.screenshot({ path: `test-results/${name}.png`, fullPage: true });
}

function context({
	width = 1280,
	height = 800,
	javaScript = true,
	person = ''
}: View): Promise<BrowserContext> {
	const key = `${width} ${height} ${javaScript} ${person}`;
	browser ??= chromium.connect(inject('browser'));
	let made = contexts.get(key);
	if (!made) {
		made = browser.then((connected) => newContext(connected, { width, height }, javaScript));
		contexts.set(key, made);
	}
	return made;
}

async function newContext(
	connected: Browser,
	viewport: { width: number; height: number },
	javaScript: boolean
): Promise<BrowserContext> {
	const made = await connected.newContext({
		viewport,
		locale: 'en-GB',
		timezoneId: 'Europe/London',
		reducedMotion: 'reduce'
	});
	// Scripts arrive empty: the page stays as the server sent it. The browser's own switch would stop
	// axe as well, which needs timers. The framework's own start finds a start that does nothing.
	if (!javaScript) {
		await made.route('**/*', (route) =>
			route.request().resourceType() === 'script'
				? route.fulfill({ contentType: 'text/javascript', body: 'export const start = () => {};' })
				: route.fallback()
		);
	}
	return made;
}
