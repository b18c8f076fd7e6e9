import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Visit } from './support/browser.ts';
import { expectSound, press, signedIn as comeIn, tabTo, type } from './support/journey.ts';
import { CODE, roundSite } from './support/round-site.ts';

// What is collected and when, by keyboard: the performance lead sets a rule, makes next year's calendar
// and moves a day; an officer proposes how people are protected, and the approver decides.

let site: Awaited<ReturnType<typeof roundSite>>;
const visits: Visit[] = [];
const COLLECTION = `/catalogue/${CODE.toLowerCase()}/collection`;

beforeAll(async () => {
	site = await roundSite();
}, 300_000);
afterAll(async () => {
	for (const visit of visits) await visit.close();
	await site?.close();
});

async function signedIn(person: string, path: string): Promise<Visit> {
	const visit = await comeIn(site.url, person, path);
	visits.push(visit);
	return visit;
}

const main = (page: Page) => page.locator('main').innerText();

describe('the performance lead', () => {
	it('sets a rule; what is wrong with it comes back as it was filled in', async () => {
		const visit = await signedIn('lead', COLLECTION);
		const { page } = visit;
		await expectSound(visit);
		await tabTo(page, 'How often');
		await page.keyboard.type('Every quarter');
		await type(page, { 'Due, days': '50' });
		await type(page, { 'Why you change it': 'The provider needs longer' });
		await press(page, 'Save the rule');
		expect(await page.getByRole('alert').innerText()).toContain('cannot close before it is due');
		expect(await page.getByLabel('Due, days').inputValue()).toBe('50');
		await type(page, { 'Closes, days': '60' });
		await press(page, 'Save the rule');
		expect(await page.getByRole('status').innerText()).toContain('The rule is saved');
		const said = await main(page);
		expect(said).toContain('50 days after the period ends; closed after 60');
		expect(said).toContain('The provider needs longer');
	});

	it("makes next year's calendar after a look, and moves one day with a reason", async () => {
		const visit = await signedIn('lead', '/returns/calendar');
		const { page } = visit;
		await press(page, 'Make the next year');
		expect(await main(page)).toContain('4 of 4 returns would be new. Nothing is saved yet.');
		await expectSound(visit);
		await press(page, 'Make the calendar of');
		expect(await page.getByRole('status').innerText()).toContain('The calendar is made');
		await press(page, `Change ${CODE}`);
		await type(page, { 'Why, e.g.': 'A bank holiday' });
		await press(page, 'Save the dates');
		expect(await page.getByRole('alert').innerText()).toContain('These are its dates already');
		expect(await page.getByLabel('Why, e.g.').inputValue()).toBe('A bank holiday');
		await page.getByLabel('Last day to hand it in').fill('');
		await press(page, 'Save the dates');
		expect(await page.getByRole('status').innerText()).toContain('The dates are changed');
		expect(await main(page)).toMatch(/Not closed.*A bank holiday/s);
		await expectSound(visit);
	});
});

describe('how people are protected', () => {
	it('is proposed by an officer, who can change no date', async () => {
		const visit = await signedIn('writer', '/returns/calendar');
		const { page } = visit;
		expect(await page.getByRole('button', { name: 'Add the period' }).count()).toBe(0);
		await page.goto(`${site.url}${COLLECTION}`);
		expect(await page.getByRole('button', { name: 'Save the rule' }).count()).toBe(0);
		await type(page, { 'Hide counts below': '10' });
		await tabTo(page, 'Why');
		await page.keyboard.type('Asked for by the providers');
		await press(page, 'Send the disclosure rule');
		expect(await main(page)).toContain('Counts from 1 to 9 are hidden.');
		expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
		await expectSound(visit);
	});

	it('holds once the approver has agreed', async () => {
		const visit = await signedIn('approver', COLLECTION);
		const { page } = visit;
		await page.goto(`${site.url}${COLLECTION}`);
		expect(await page.locator('#protection').innerText()).toContain('Counts from 1 to 4');
		// The name of the proposal, not the way up.
		await press(page, `${CODE} `);
		await tabTo(page, 'Note');
		await press(page, 'Approve');
		await page.goto(`${site.url}${COLLECTION}`);
		expect(await page.locator('#protection').innerText()).toContain('Counts from 1 to 9');
	});
});

it('letters are turned off and on again by whoever gets them', async () => {
	const visit = await signedIn('writer', '/account');
	await visit.page.goto(`${site.url}/account`);
	await press(visit.page, 'Turn letters off');
	expect(await visit.page.getByRole('status').innerText()).toContain('Letters are off');
	await press(visit.page, 'Turn letters on');
	expect(await visit.page.getByRole('status').innerText()).toContain('Letters are on');
	expect(visit.complaints).toEqual([]);
});
