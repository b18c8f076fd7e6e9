import { describe, expect, it } from 'vitest';
import { axe, open, sidewaysScroll } from './support/browser.ts';

describe('reading a place without script', () => {
	it('from the list of places to a split ward, and from there to one of its measures', async () => {
		const { page, close } = await open('/places', { javaScript: false });
		await page.getByRole('combobox', { name: 'Ward now in force' }).selectOption("St Matthew's");
		await page.getByRole('button', { name: 'Go to this ward' }).click();
		await page.waitForURL('**/places/south/st-matthews');
		expect(await page.getByText('It is split between localities').count()).toBeGreaterThan(0);
		await page
			.getByRole('row', { name: /Overcrowded homes/ })
			.first()
			.getByRole('link')
			.click();
		await page.waitForURL('**/indicators/l07');
		await close();
	});

	it('the comparators chosen for one place stay for the next', async () => {
		const { page, close } = await open('/places/west', { javaScript: false });
		await page.getByRole('checkbox', { name: 'West Midlands region' }).check();
		await page.getByRole('button', { name: 'Apply' }).click();
		await page.getByRole('columnheader', { name: 'West Midlands region' }).waitFor();
		await page.getByRole('link', { name: 'Short Heath' }).last().click();
		await page.waitForURL(/\/places\/west\/short-heath\?compare=.*region/);
		await page.getByRole('columnheader', { name: 'West Midlands region' }).waitFor();
		await close();
	});
});

describe('a profile on a phone', () => {
	it.each(['/places/west', '/places/E05001312', '/places/E01010250', '/places/E08000030'])(
		'%s stacks its rows, keeps its words and does not scroll sideways',
		async (path) => {
			const { page, complaints, close } = await open(path, { width: 390 });
			expect(await sidewaysScroll(page)).toBe(0);
			expect(await axe(page)).toEqual([]);
			expect(complaints).toEqual([]);
			await close();
		}
	);
});

describe('comparing places', () => {
	it('starts with the four localities and adds a measure by the form', async () => {
		const { page, close } = await open('/compare', { javaScript: false });
		await page.getByRole('link', { name: 'the four localities' }).click();
		await page.waitForURL(/areas=WLOC01/);
		expect(await page.getByRole('columnheader').count()).toBe(5);
		await page.getByRole('combobox', { name: 'Place 4' }).selectOption('Pleck');
		await page.getByRole('button', { name: 'Compare', exact: true }).click();
		await page.getByRole('columnheader', { name: 'Pleck' }).waitFor();
		expect(await page.getByText('different kinds').count()).toBe(1);
		await close();
	});
});
