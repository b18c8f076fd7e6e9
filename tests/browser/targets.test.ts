import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Visit } from './support/browser.ts';
import { open } from './support/browser.ts';
import { expectSound, press, signedIn, tabTo, type } from './support/journey.ts';
import { roundSite, SERIES } from './support/round-site.ts';

// A target by keyboard: proposed, checked, handed in, approved by somebody else, and then read on the
// page of its measure. Each page is looked at.

let site: Awaited<ReturnType<typeof roundSite>>;
let target: string;
const visits: Visit[] = [];
const measure = `/indicators/${SERIES.toLowerCase()}`;

beforeAll(async () => {
	site = await roundSite();
}, 300_000);
afterAll(async () => {
	for (const visit of visits) await visit.close();
	await site?.close();
});

async function comeIn(person: string, path: string): Promise<Visit> {
	const visit = await signedIn(site.url, person, path);
	visits.push(visit);
	return visit;
}

async function asReader(path: string): Promise<Visit> {
	const visit = await open(`${site.url}${path}`);
	visits.push(visit);
	return visit;
}

describe('a target', () => {
	it('is refused without a baseline and without a reason, and keeps what was typed', async () => {
		const visit = await comeIn('writer', `/targets/new?indicator=${SERIES.toLowerCase()}`);
		const { page } = visit;
		await expectSound(visit);
		await type(page, { 'Goal, planned value': '20', Tolerance: '1' });
		await press(page, 'Check, and see if it is realistic');
		const said = await page.locator('main').innerText();
		expect(said).toContain('There is no baseline.');
		expect(said).toContain('Say why this goal is right.');
		expect(await page.getByLabel('Goal, planned value').inputValue()).toBe('20');
		await expectSound(visit);
	});

	it('is checked for realism, saved and handed in', async () => {
		const visit = await comeIn('writer', `/targets/new?indicator=${SERIES.toLowerCase()}`);
		const { page } = visit;
		await tabTo(page, 'Baseline');
		// The keyboard's own way to choose in a list: the first letters of what it says.
		await page.keyboard.type('2021/22');
		await type(page, { 'Goal, planned value': '20', Tolerance: '1' });
		await type(page, { 'Why this goal is right': 'Invented for a test' });
		await press(page, 'Check, and see if it is realistic');
		expect(await page.getByRole('status').innerText()).toContain('It is not saved yet.');
		expect(await page.locator('main').innerText()).toContain('Is it realistic?');
		await expectSound(visit);
		await press(page, 'Save as a draft');
		expect(await page.locator('.eyebrow').innerText()).toMatch(/draft · version 1/i);
		await expectSound(visit);
		await press(page, 'Hand in for approval');
		target = new URL(page.url()).pathname;
		expect(await page.locator('main').innerText()).toContain('somebody else decides on it');
		expect(await page.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0);
	});

	it('is no target before somebody else approves it', async () => {
		const { page } = await asReader(measure);
		expect(await page.locator('main').innerText()).toContain('No target set');
		expect((await page.goto(`${site.url}${target}`))?.status()).toBe(404);
	});

	it('is approved by somebody else, for a body that is named', async () => {
		const visit = await comeIn('approver', '/approvals');
		const { page } = visit;
		await page.goto(`${site.url}${target}`);
		await expectSound(visit);
		await type(page, { 'Approved for which body': 'Board, 20 November 2026' });
		await press(page, 'Approve');
		expect(await page.locator('.eyebrow').innerText()).not.toMatch(/submitted|draft/i);
		await expectSound(visit);
	});

	it('is judged on the page of its measure, with a word and not a colour alone', async () => {
		const visit = await asReader(measure);
		const { page } = visit;
		await expect
			.poll(async () => {
				await page.reload();
				return page.locator('main').innerText();
			})
			.not.toContain('No target set');
		const said = await page.locator('main').innerText();
		expect(said).toContain('Off track');
		expect(said).toContain('Target: 20.0% by 31 March 2035');
		await expectSound(visit);
		expect(await visit.go(`${site.url}${target}`)).toBe(200);
		await expectSound(visit);
	});
});
