import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, open, type View, type Visit } from './support/browser.ts';
import { expectSound, press, signedIn as comeIn, tabTo } from './support/journey.ts';
import { CODE, NEXT, QUARTER, roundSite } from './support/round-site.ts';

// One quarter's round by keyboard: an officer enters and submits, a second one checks, an approver
// approves, the performance lead publishes, and a reader sees the figure. Each page is looked at. Then
// two people at one return, a lost connection, and the plain form.

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

async function signedIn(person: string, path: string, view: View = {}): Promise<Visit> {
	const visit = await comeIn(site.url, person, path, view);
	visits.push(visit);
	return visit;
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

const DRAFT = `/returns/${NEXT}/${CODE.toLowerCase()}`;
const NORTH = 'input[name="WLOC01.numerator"]';
const SOUTH = 'input[name="WLOC02.numerator"]';

describe('two people at one return', () => {
	const draftOf = async (person: string) => {
		const { page } = await signedIn(person, DRAFT);
		await page.locator('.keys').waitFor();
		return page;
	};
	const say = (page: Page, text: string) => page.locator('textarea[name="what"]').fill(text);
	const isSaved = (page: Page) => page.getByText('Draft saved').waitFor();

	it('see what the other wrote, and lose nothing without a connection', async () => {
		const mine = await draftOf('writer');
		const theirs = await draftOf('second');
		await mine.locator(NORTH).fill('41');
		await theirs.getByText('changed North').waitFor();
		expect(await theirs.locator(NORTH).inputValue()).toBe('41');
		await mine.context().setOffline(true);
		await mine.locator(SOUTH).fill('52');
		await mine.getByText('No connection').waitFor();
		await mine.context().setOffline(false);
		await mine.reload();
		await expect.poll(() => mine.locator(SOUTH).inputValue()).toBe('52');
		await expect.poll(() => theirs.locator(SOUTH).inputValue()).toBe('52');
	});

	it('settle words that both wrote', async () => {
		const [mine, theirs] = [await draftOf('writer'), await draftOf('second')];
		await theirs.context().setOffline(true);
		await say(theirs, 'Theirs');
		await say(mine, 'Mine');
		await isSaved(mine);
		await theirs.context().setOffline(false);
		await theirs.getByText('wrote commentary too').waitFor();
		expect(await axe(theirs)).toEqual([]);
		await theirs.getByRole('button', { name: 'Use mine' }).click();
		await isSaved(theirs);
		await mine.getByText('changed the commentary').waitFor();
		expect(await mine.locator('textarea[name="what"]').inputValue()).toBe('Theirs');
	});
});

describe('without a script', () => {
	it('the form saves, checks, and gives back what a lost session held', async () => {
		const view = { javaScript: false };
		const visit = await signedIn('writer', DRAFT, view);
		const old = await signedIn('second', DRAFT, view);
		const { page } = visit;
		await page.locator(NORTH).fill('43');
		await press(page, 'Check');
		expect(await page.locator('#faults').innerText()).toContain('North: enter out of how many');
		expect(await axe(page)).toEqual([]);
		// The other page is older: what it did not touch stays, what both changed is asked.
		await old.page.locator(NORTH).fill('44');
		await press(old.page, 'Save');
		expect(await old.page.locator('.clash').innerText()).toContain('wrote 43 here');
		await old.page.getByLabel('Keep theirs').check();
		await press(old.page, 'Save');
		expect(await old.page.locator(NORTH).inputValue()).toBe('43');
		expect(await old.page.locator(SOUTH).inputValue()).toBe('52');
		await page.locator(SOUTH).fill('53');
		const cookies = await page.context().cookies();
		await page.context().clearCookies();
		await press(page, 'Save');
		expect(await page.locator('h1').innerText()).toBe('You are signed out');
		await page.context().addCookies(cookies);
		await press(page, 'Send again');
		expect(await page.locator(SOUTH).inputValue()).toBe('53');
	});
});
