import { describe, expect, it } from 'vitest';
import { open, sidewaysScroll } from './support/browser.ts';

describe('the overview', () => {
	it('the headline, the shapes, the sentences and the map fit a screen of 1280 by 800', async () => {
		const { page, close } = await open('/', { width: 1280, height: 800 });
		const map = page.getByRole('group', { name: /four localities/ });
		const last = page.getByRole('link', { name: 'See what is missing and why' });
		for (const part of [map, last]) {
			const box = await part.boundingBox();
			expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(800);
		}
		await close();
	});

	it('leads without script to a locality, a ward and a measure', async () => {
		const { page, go, close } = await open('/', { javaScript: false });
		await page
			.getByRole('group', { name: /four localities/ })
			.getByRole('link')
			.first()
			.click();
		await page.waitForURL('**/places/east');
		await go('/');
		await page.getByRole('combobox', { name: 'Ward now in force' }).selectOption('Pleck');
		await page.getByRole('button', { name: 'Go to this ward' }).click();
		await page.waitForURL('**/places/south/pleck');
		await go('/');
		await page.getByRole('searchbox', { name: 'Measure, by its words' }).fill('overcrowded');
		await page.getByRole('button', { name: 'Find measures' }).click();
		await page.waitForURL('**/indicators?q=overcrowded');
		await close();
	});

	it('one choice of comparators drives the tiles and the counts', async () => {
		const { page, close } = await open('/?compare=region', { javaScript: false });
		const tile = page.getByRole('listitem').filter({ hasText: 'Residents who speak little' });
		expect(await tile.getByText('West Midlands region').count()).toBeGreaterThan(0);
		await page.getByRole('columnheader', { name: 'West Midlands region' }).waitFor();
		await close();
	});

	it('on a phone each theme is a block of five places, and nothing scrolls sideways', async () => {
		const { page, close } = await open('/', { width: 390 });
		expect(await sidewaysScroll(page)).toBe(0);
		await close();
	});

	it('on paper the missing measures are listed in full', async () => {
		const { page, close } = await open('/');
		await page.emulateMedia({ media: 'print' });
		await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
		expect(await page.getByText('date not yet agreed.').first().isVisible()).toBe(true);
		await close();
	});
});
