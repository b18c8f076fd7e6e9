import { afterAll, beforeAll, expect, it } from 'vitest';
import { open, type Visit } from './support/browser.ts';

// From the data page to a file, as a reader goes: with script off, since the page needs none.

let visit: Visit;
beforeAll(async () => {
	visit = await open('/data', { width: 390, javaScript: false });
});
afterAll(() => visit.close());

it('a reader finds a measure and saves its figures under a name that says what they are', async () => {
	const { page, go } = visit;
	await go('/data');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: /^CSV ?: Residents who speak little or no English/ }).click()
	]);
	expect(download.suggestedFilename()).toMatch(/^w04-\d{4}-\d{2}-\d{2}\.csv$/);
});

it('the comparators that a reader chose go along to the files', async () => {
	const { page, go } = visit;
	await go('/data?compare=england');
	const link = page.getByRole('link', {
		name: /^Excel ?: Residents who speak little or no English/
	});
	expect(await link.getAttribute('href')).toBe('/data/w04.xlsx?compare=england');
	expect(await page.getByText('and: England').count()).toBe(1);
});

it('every link to a file on the page leads to one', async () => {
	const { page, go } = visit;
	await go('/data');
	const links = await page
		.locator('main a[href^="/data/"], main a[href^="/geo/"], main a[href^="/api/"]')
		.evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
	expect(links.length).toBeGreaterThan(100);
	// One format of each: how the others are made is tested without a browser.
	for (const link of new Set(links.filter((one) => !/\.(xlsx|json|topojson)/.test(one)))) {
		const answer = await page.request.head(link);
		expect([link, answer.status()]).toEqual([link, 200]);
	}
});

it('a wrong address of a file says what can be used', async () => {
	const { page, go } = visit;
	expect(await go('/data/w04.csv?level=street')).toBe(400);
	expect(await page.locator('main').textContent()).toContain('locality, ward');
});

it('prints with every list open and no link list', async () => {
	const { page, go } = visit;
	await go('/data');
	await page.emulateMedia({ media: 'print' });
	expect(await page.getByRole('navigation', { name: 'On this page' }).isVisible()).toBe(false);
	expect(await page.getByRole('table', { name: 'States and flags' }).isVisible()).toBe(true);
	await page.emulateMedia({ media: 'screen' });
});
