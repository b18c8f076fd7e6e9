import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '../support/accounts.ts';
import { axe, open, sidewaysScroll, type Visit } from './support/browser.ts';
import { CODE, QUARTER, roundSite } from './support/round-site.ts';

// One quarter's round by keyboard: an officer enters and submits, a second one checks, an approver
// approves, the performance lead publishes, and a reader sees the figure. Each page is looked at.

let site: Awaited<ReturnType<typeof roundSite>>;
const visits: Visit[] = [];
const NUMERATORS = ['55', '61', '30', '44', '3', '193'];
const DENOMINATORS = ['80', '90', '50', '70', '5', '295'];

beforeAll(async () => {
	site = await roundSite();
}, 300_000);
afterAll(async () => {
	for (const visit of visits) await visit.close();
	await site?.close();
});

/** Goes with Tab to the control of this name. */
async function tabTo(page: Page, name: string): Promise<void> {
	for (let presses = 0; presses < 160; presses++) {
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

async function press(page: Page, name: string): Promise<void> {
	await tabTo(page, name);
	await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

async function signedIn(person: string, path: string): Promise<Visit> {
	const visit = await open(`${site.url}/sign-in?to=${path}`, { person });
	visits.push(visit);
	const { page } = visit;
	// Whoever signed in before is let straight through.
	if (!page.url().includes('/sign-in')) return visit;
	await tabTo(page, 'E');
	await page.keyboard.type(`${person}@example.org`);
	await tabTo(page, 'Password');
	await page.keyboard.type(PASSWORD);
	await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
	return visit;
}

async function expectSound({ page, complaints }: Visit): Promise<void> {
	for (const width of [390, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		expect(await axe(page)).toEqual([]);
		expect(await sidewaysScroll(page)).toBe(0);
	}
	expect(complaints).toEqual([]);
}

describe("a quarter's round", () => {
	it('is entered and submitted by an officer', async () => {
		const visit = await signedIn('writer', '/returns');
		const { page } = visit;
		await expectSound(visit);
		await press(page, CODE);
		await page.locator('.keys').waitFor();
		await tabTo(page, 'North: How many');
		for (const text of NUMERATORS) {
			await page.keyboard.type(text);
			await page.keyboard.press('Enter');
		}
		for (let row = 1; row < NUMERATORS.length; row++) await page.keyboard.press('ArrowUp');
		await page.keyboard.press('ArrowRight');
		for (const text of DENOMINATORS) {
			await page.keyboard.type(text);
			await page.keyboard.press('Enter');
		}
		await page.getByText('Draft saved').waitFor();
		expect(await page.locator('#row-E08000030').innerText()).toContain('65.4%');
		await expectSound(visit);
		await Promise.all([page.waitForEvent('load'), page.keyboard.press('Control+Enter')]);
		expect(await page.getByRole('status').innerText()).toContain(`${CODE} is submitted`);
	});

	it.each([
		['second', 'I have checked it', 'quality-assured'],
		['approver', 'Approve', 'approved']
	])('goes on with %s', async (person, button, state) => {
		const visit = await signedIn(person, '/approvals');
		await expectSound(visit);
		await press(visit.page, CODE);
		await expectSound(visit);
		await press(visit.page, button);
		expect(await visit.page.locator('.eyebrow').innerText()).toContain(state);
	});

	it('is published, and only then seen by a reader', async () => {
		const reader = await open(`${site.url}/indicators/${CODE.toLowerCase()}`);
		visits.push(reader);
		expect(await reader.page.locator('main').innerText()).not.toContain('65.4%');
		const visit = await signedIn('lead', '/approvals');
		await press(visit.page, 'Publish now');
		expect(await visit.page.getByRole('status').innerText()).toContain('Published');
		await expect
			.poll(async () => {
				await reader.page.reload();
				return reader.page.locator('main').innerText();
			})
			.toContain('65.4%');
	});

	it('leaves a page of published figures that takes no more entries', async () => {
		const visit = await signedIn('second', `/returns/${QUARTER}/${CODE.toLowerCase()}`);
		expect(await visit.page.locator('input[data-row="0"]').first().isDisabled()).toBe(true);
		await expectSound(visit);
	});
});
