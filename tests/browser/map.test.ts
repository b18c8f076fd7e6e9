import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { axe, open, sidewaysScroll, type View, type Visit } from './support/browser.ts';

// The interactive map draws in software here: it may take its time on a busy machine.
const PATIENCE = 120_000;

let visit: Visit;
afterEach(() => visit.close());

const go = async (path: string, view: View = {}) => (visit = await open(path, view));
const hasArea = (page: Page) =>
	page.evaluate(() => new URL(location.href).searchParams.get('area'));

async function untilLive(page: Page): Promise<void> {
	const end = Date.now() + PATIENCE;
	while (Date.now() < end) {
		const marks = await page.evaluate(() => performance.getEntriesByName('map-idle').length);
		if (marks > 0) return;
		await page.waitForTimeout(200);
	}
	throw new Error('the interactive map came to no rest');
}

describe('with script', () => {
	it(
		'the interactive map comes to rest without a complaint, from this site alone',
		async () => {
			const { page, complaints } = await go('/map?indicator=w04&by=ward');
			await untilLive(page);
			const hosts = await page.evaluate(() =>
				performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin)
			);
			expect([...new Set(hosts)]).toEqual([new URL(page.url()).origin]);
			expect(complaints).toEqual([]);
			expect(await axe(page)).toEqual([]);
		},
		PATIENCE + 90_000
	);

	it(
		'arrows and Enter in the list select; the address follows; Back undoes it',
		async () => {
			const { page } = await go('/map?indicator=w04&by=ward');
			await untilLive(page);
			const links = page.locator('.list a');
			await links.first().focus();
			await page.keyboard.press('ArrowDown');
			await page.keyboard.press('Enter');
			const name = (await links.nth(1).textContent())?.trim() ?? '';
			await page.locator('#chosen-area').waitFor();
			expect(await page.locator('#chosen-area').textContent()).toBe(name);
			expect(await page.locator('.side [role=status]').textContent()).toContain(name);
			expect(await hasArea(page)).toBe(await links.nth(1).getAttribute('data-code'));
			await page.goBack();
			await page.locator('#chosen-area').waitFor({ state: 'detached' });
			expect(await hasArea(page)).toBeNull();
		},
		PATIENCE + 90_000
	);

	it(
		'a click on the map selects; Escape leads back to the list',
		async () => {
			const { page } = await go('/map?indicator=w04&by=ward');
			await untilLive(page);
			const canvas = page.locator('canvas');
			await canvas.scrollIntoViewIfNeeded();
			await canvas.click();
			await page.locator('#chosen-area').waitFor();
			expect(await hasArea(page)).toMatch(/^E05/);
			await canvas.focus();
			await page.keyboard.press('Escape');
			const focused = await page.evaluate(() => document.activeElement?.closest('.list') !== null);
			expect(focused).toBe(true);
		},
		PATIENCE + 90_000
	);

	it(
		'another measure keeps the map and changes the page',
		async () => {
			const { page } = await go('/map?indicator=w04&by=ward');
			await untilLive(page);
			await page.selectOption('#indicator', 'X01');
			await page.waitForURL(/indicator=X01/i);
			await page.getByRole('heading', { level: 1, name: /qualifications/ }).waitFor();
			await page.getByLabel('West Midlands region').check();
			await page.waitForURL(/compare=.*region/);
			expect(await page.locator('canvas').count()).toBe(1);
			expect(await page.getByRole('button', { name: 'Show', exact: true }).isVisible()).toBe(false);
		},
		PATIENCE + 90_000
	);

	it(
		'findings of a lens can be laid over the map, and taken away again',
		async () => {
			const { page, complaints } = await go('/map?indicator=w04&by=ward');
			await untilLive(page);
			const fetched = () =>
				page.evaluate(() =>
					performance.getEntriesByType('resource').some(({ name }) => name.includes('/geo/lsoa-'))
				);
			expect(await fetched()).toBe(false);
			await page.selectOption('#spots', 'mix');
			await page.waitForURL(/spots=mix/);
			await page.getByText('Draft method, not adopted').waitFor();
			expect(await page.locator('svg.choropleth use.cold').count()).toBe(20);
			// Told once it has come, which may be after the words.
			await expect.poll(fetched, { timeout: 20_000 }).toBe(true);
			expect(await axe(page)).toEqual([]);
			await page.selectOption('#spots', '');
			await page.getByText('Draft method, not adopted').waitFor({ state: 'detached' });
			expect(await page.locator('svg.choropleth use.cold').count()).toBe(0);
			expect(complaints).toEqual([]);
		},
		PATIENCE + 90_000
	);

	it(
		'another kind of area is another map: its own geometry is fetched and drawn',
		async () => {
			const { page, complaints } = await go('/map?indicator=w04&by=ward');
			await untilLive(page);
			await page.evaluate(() => document.querySelector('canvas')?.setAttribute('data-old', ''));
			await page.selectOption('#by', 'locality');
			await page.waitForURL(/by=locality/);
			await page.locator('canvas:not([data-old])').waitFor();
			expect(await page.locator('canvas').count()).toBe(1);
			expect(complaints).toEqual([]);
		},
		PATIENCE + 90_000
	);

	it(
		'buttons of the map are 44 pixels',
		async () => {
			const { page } = await go('/map?indicator=w04&by=ward');
			await untilLive(page);
			for (const name of ['Zoom in', 'Zoom out', 'Whole borough']) {
				const box = await page.getByRole('button', { name }).boundingBox();
				expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
			}
		},
		PATIENCE + 90_000
	);
});

describe('without script', () => {
	it.each([1280, 390])(
		'the map, its list and a selection are there at %i pixels',
		async (width) => {
			const { page } = await go('/map?indicator=w04&by=ward', { javaScript: false, width });
			const areas = page.locator('svg.choropleth a');
			expect(await areas.count()).toBe(20);
			expect((await areas.first().boundingBox())?.width).toBeGreaterThan(10);
			await page.locator('.list a').nth(3).click();
			await page.locator('#chosen-area').waitFor();
			expect(await page.locator('.list [aria-current=true]').count()).toBe(1);
			expect(await sidewaysScroll(page)).toBe(0);
			expect(await axe(page)).toEqual([]);
		}
	);
});

describe('pages around the map are accessible', () => {
	it.each([
		'/map?indicator=w04&by=lsoa&area=E01010300&sort=value',
		'/map?indicator=w04&by=ward-2004&spots=barriers',
		'/map?edition=2020-01-01',
		'/map?indicator=x12',
		'/map?indicator=w07',
		'/map/over-time?indicator=w04&by=ward',
		'/map/side-by-side?indicator=l07&by=ward',
		'/embed/map/w04?by=ward'
	])(
		'%s',
		async (path) => {
			const { page } = await go(path, { width: 390 });
			expect(await axe(page)).toEqual([]);
			expect(await sidewaysScroll(page)).toBe(0);
		},
		180_000
	);
});
