import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open, type Visit } from './support/browser.ts';
import { expectSound, press, signedIn, tabTo } from './support/journey.ts';
import { SERIES, roundSite } from './support/round-site.ts';

// The audit by keyboard: a colleague finds who did what, turns the page's state into a file, verifies the
// chain, and follows a figure to its source; a reader sees the roles and not the people.

let site: Awaited<ReturnType<typeof roundSite>>;
const visits: Visit[] = [];
const JOURNEY = `/audit/figures/${SERIES.toLowerCase()}/E08000030`;

beforeAll(async () => {
	site = await roundSite();
}, 300_000);
afterAll(async () => {
	for (const visit of visits) await visit.close();
	await site?.close();
});

describe('the audit', () => {
	it('is filtered, verified and taken as a file with the keyboard alone', async () => {
		const visit = await signedIn(site.url, 'lead', '/audit');
		visits.push(visit);
		const { page } = visit;
		await press(page, 'Verify now');
		expect(await page.getByRole('status').innerText()).toContain('The audit was verified');
		expect(await page.locator('#chain').innerText()).toContain('follow one another unbroken');
		await expectSound(visit);
		await tabTo(page, 'Who (part of the name)');
		await page.keyboard.type('lead');
		await press(page, 'Filter');
		expect(new URL(page.url()).searchParams.get('who')).toBe('lead');
		expect(await page.locator('#events li').first().innerText()).toContain('verified the audit');
		await tabTo(page, 'As recorded');
		await page.keyboard.press('Enter');
		expect(await page.locator('#events pre').first().isVisible()).toBe(true);
		await expectSound(visit);
		await tabTo(page, 'CSV');
		const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
		expect(file.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/);
	});

	it('is refused to an officer, with whom to ask', async () => {
		const visit = await signedIn(site.url, 'writer', '/audit');
		visits.push(visit);
		expect(await visit.page.locator('main').innerText()).toContain('Ask an administrator');
		expect(await visit.page.locator('header').innerText()).not.toContain('Audit');
	});
});

describe("a figure's journey", () => {
	it('is reached from what has changed and stands at 400% zoom, without script', async () => {
		const reader = await open(`${site.url}/indicators/${SERIES.toLowerCase()}/history`, {
			...{ width: 320, height: 800, javaScript: false }
		});
		visits.push(reader);
		const { page } = reader;
		await page.locator(`#figures a[href^="${JOURNEY}"]`).first().press('Enter');
		await page.waitForURL(`**${JOURNEY}/**`);
		expect(await page.locator('h1').innerText()).toBe('Where this figure came from');
		expect(await page.locator('main').innerText()).toContain('SHA-256');
		await expectSound(reader);
	});
});
