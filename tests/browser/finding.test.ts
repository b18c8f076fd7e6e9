import { describe, expect, it } from 'vitest';
import { axe, open, sidewaysScroll } from './support/browser.ts';

describe('the shared control', () => {
	it('needs no button where it sends itself, and has one without script', async () => {
		const { page, close } = await open('/indicators/w04');
		const apply = page.getByRole('button', { name: 'Apply' });
		expect(await apply.count()).toBe(0);
		await page.getByRole('checkbox', { name: 'West Midlands region' }).check();
		await page.waitForURL(/compare=england,region/);
		await page.getByRole('checkbox', { name: 'England' }).uncheck();
		await page.waitForURL((url) => !url.search.includes('england'));
		await close();
		const plain = await open('/indicators/w04', { javaScript: false });
		expect(await plain.page.getByRole('button', { name: 'Apply' }).count()).toBe(1);
		await plain.close();
	});
});

describe('finding a place or a measure', () => {
	it('search from any page tells a former ward from the one now in force', async () => {
		const { page, complaints, close } = await open('/glossary');
		await page.getByRole('search').getByRole('searchbox').fill('pelsall');
		await page.getByRole('search').getByRole('button', { name: 'Search' }).click();
		await page.getByRole('heading', { level: 1, name: /found for “pelsall”/ }).waitFor();
		await page.getByRole('link', { name: 'Pelsall (ward until 6 May 2026)' }).waitFor();
		await page.getByRole('link', { name: 'Pelsall', exact: true }).click();
		await page.waitForURL('**/places/east/pelsall');
		expect(complaints).toEqual([]);
		await close();
	});

	it('a filter answers at once, keeps the focus, says the result and can be taken back', async () => {
		const { page, complaints, close } = await open('/indicators');
		const theme = page.getByRole('combobox', { name: 'Theme' });
		const all = await page.locator('[data-result]').textContent();
		await theme.focus();
		await theme.selectOption({ label: 'Cost of living' });
		await page.waitForURL('**/indicators?theme=E1');
		// The address and the new content arrive one after the other: wait for what a reader sees.
		const result = () => page.locator('[data-result]').textContent();
		const soon = { timeout: 20_000 };
		await expect.poll(result, soon).toMatch(/measures match/);
		const said = await result();
		await expect.poll(() => page.getByRole('status').textContent(), soon).toBe(said?.trim());
		const isFocused = () => theme.evaluate((select) => select === document.activeElement);
		await expect.poll(isFocused, soon).toBe(true);
		await page.goBack();
		await page.waitForURL('**/indicators');
		await expect.poll(result, soon).toBe(all);
		expect(complaints).toEqual([]);
		await close();
	});

	it('without script the same filter has a button', async () => {
		const { page, close } = await open('/indicators', { javaScript: false });
		await page.getByRole('combobox', { name: 'Kind' }).selectOption('context');
		await page.getByRole('button', { name: 'Filter' }).click();
		await page.waitForURL('**kind=context**');
		expect(await page.getByRole('heading', { name: /^Proposed indicators/ }).count()).toBe(0);
		expect(await page.getByRole('heading', { name: /^Context measures/ }).count()).toBe(1);
		await close();
	});

	it('on a phone the menu opens without script, closes with Escape and hides nothing for good', async () => {
		const { page, close } = await open('/themes', { width: 390, javaScript: false });
		const menu = page.getByRole('navigation', { name: 'Main' });
		expect(await menu.isVisible()).toBe(false);
		await page.getByRole('button', { name: 'Menu' }).click();
		expect(await menu.isVisible()).toBe(true);
		expect(await axe(page)).toEqual([]);
		await page.keyboard.press('Escape');
		expect(await menu.isVisible()).toBe(false);
		await close();
	});

	it.each([
		'/indicators',
		'/themes/working',
		'/story',
		'/method',
		'/changes',
		'/search?q=aldridge'
	])('%s reflows at 320 pixels, as at 400% zoom', async (path) => {
		const { page, close } = await open(path, { width: 320 });
		expect(await sidewaysScroll(page)).toBe(0);
		await close();
	});
});
