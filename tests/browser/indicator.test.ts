import { afterAll, beforeAll, expect, it } from 'vitest';
import { open, type Visit } from './support/browser.ts';

// One indicator as a member reads it, with script off: the sentence, the chart, its table, its files.

let visit: Visit;
beforeAll(async () => {
	visit = await open('/indicators/w07', { width: 390, javaScript: false });
});
afterAll(() => visit.close());

it('a reader finds the sentence, opens the table under the chart, and the numbers agree', async () => {
	const { page, go } = visit;
	await go('/indicators/w07');
	const said = await page.locator('.lead').first().textContent();
	const latest = /in 2025: (\d+\.\d%)/.exec(said ?? '')?.[1];
	expect(latest).toBeDefined();
	const figure = page.locator('figure').first();
	await figure.getByText('Show as a table').click();
	const row = figure.getByRole('row', { name: /^2025/ });
	expect(await row.textContent()).toContain(latest);
});

it('comparators are chosen without script and change the chart and its table', async () => {
	const { page, go } = visit;
	await go('/indicators/w07');
	await page.getByLabel('West Midlands region').check();
	await page.getByRole('button', { name: 'Apply' }).click();
	expect(page.url()).toContain('region');
	const drawn = page.locator('figure svg[role=img] text', { hasText: 'Region' });
	expect(await drawn.count()).toBeGreaterThan(0);
	const headers = await page.locator('figure').first().locator('th[scope=col]').allTextContents();
	expect(headers).toContain('West Midlands region');
});

it('former wards and neighbourhoods are one link away, and stay in the address', async () => {
	const { page, go } = visit;
	await go('/indicators/w04');
	await page.getByRole('link', { name: 'Neighbourhoods', exact: true }).click();
	await page.waitForLoadState('load');
	expect(page.url()).toContain('areas=lsoa-2021');
	expect(await page.locator('#within-walsall table tbody th[scope=row]').count()).toBe(173);
});

it('every link of the page, to pages and to files, leads somewhere', async () => {
	const { page, go } = visit;
	for (const path of ['/indicators/w04', '/indicators/c01']) {
		await go(path);
		const links = await page
			.locator('main a[href^="/"]:not([href^="/places/"])')
			.evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
		for (const link of new Set(links)) {
			const answer = await page.request.get(link);
			expect([link, answer.status()]).toEqual([link, 200]);
		}
	}
});

it('nothing of the chart is drawn by a forbidden style, and the page does not scroll sideways', async () => {
	const { page, go } = visit;
	await go('/indicators/t09');
	expect(await page.locator('main [style], main style').count()).toBe(0);
	const [scroll, width] = await page.evaluate(() => [
		document.documentElement.scrollWidth,
		window.innerWidth
	]);
	expect(scroll).toBe(width);
});
