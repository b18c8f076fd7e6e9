import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PASSWORD } from '../../support/accounts.ts';
import { axe, open, sidewaysScroll, type View, type Visit } from './browser.ts';

// What a journey by keyboard is made of: go with Tab, fill, press, and look at each page.

/** Goes with Tab to the control of this name. */
export async function tabTo(page: Page, name: string): Promise<void> {
	for (let presses = 0; presses < 200; presses++) {
		await page.keyboard.press('Tab');
		const label = await page.evaluate(() => {
			const at = document.activeElement as HTMLInputElement | null;
			const own = at?.labels?.[0]?.innerText ?? at?.innerText ?? '';
			return (at?.getAttribute('aria-label') ?? own).trim();
		});
		if (label.startsWith(name)) return;
	}
	throw new Error(`${name} is not reached with Tab`);
}

/** Presses the button or follows the link of this name. */
export async function press(page: Page, name: string): Promise<void> {
	await tabTo(page, name);
	await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

/** Fills fields in the order of the page. */
export async function type(page: Page, fields: Record<string, string>): Promise<void> {
	for (const [name, text] of Object.entries(fields)) {
		await tabTo(page, name);
		await page.keyboard.press('ControlOrMeta+A');
		await page.keyboard.type(text);
	}
}

/** A page of somebody with an account, after the sign-in form; whoever is in goes straight through. */
export async function signedIn(
	site: string,
	person: string,
	path: string,
	view: View = {}
): Promise<Visit> {
	const address = `${site}/sign-in?to=${encodeURIComponent(path)}`;
	const visit = await open(address, { person, ...view });
	const { page } = visit;
	if (!page.url().includes('/sign-in')) return visit;
	await type(page, { 'E-mail address': `${person}@example.org`, Password: PASSWORD });
	await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
	return visit;
}

/** Sound at both widths: rules of accessibility, no sideways scroll, no complaint. */
export async function expectSound({ page, complaints }: Visit): Promise<void> {
	for (const width of [390, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		// Colours are those of the other width; looking at them takes axe most of its time.
		expect(await axe(page, width === 1280 ? [] : ['color-contrast'])).toEqual([]);
		expect(await sidewaysScroll(page)).toBe(0);
	}
	expect(complaints).toEqual([]);
}
