import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Visit } from './support/browser.ts';
import { open } from './support/browser.ts';
import { expectSound, press, signedIn, tabTo, type } from './support/journey.ts';
import { roundSite, SERIES } from './support/round-site.ts';

// Two journeys by keyboard: the performance lead renames an element of the framework, and a definition
// of the catalogue changes because one person proposed it and another approved it.

let site: Awaited<ReturnType<typeof roundSite>>;
let proposal: string;
const visits: Visit[] = [];
const ADDED = 'Invented for a test.';
const inCatalogue = `/catalogue/${SERIES.toLowerCase()}`;

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

describe('an element of the framework', () => {
	it('is renamed for a reason, and the version before is kept', async () => {
		const visit = await comeIn('lead', '/frameworks/cpf?edit=CS');
		const { page } = visit;
		await expectSound(visit);
		await tabTo(page, 'Name');
		await page.keyboard.press('ControlOrMeta+A');
		await page.keyboard.type('Services to residents');
		await tabTo(page, 'Description');
		await type(page, { Why: 'A new name' });
		await press(page, 'Save the name');
		expect(await page.locator('#tree').innerText()).toContain('Services to residents');
		expect(await page.locator('.eyebrow').innerText()).toContain('version 2');
		expect(await page.locator('#versions').innerText()).toContain('A new name');
		await expectSound(visit);
	});

	it('is offered for change to nobody else', async () => {
		const { page } = await comeIn('writer', '/frameworks/cpf?edit=CS');
		expect(await page.getByRole('button', { name: 'Save the name' }).count()).toBe(0);
	});
});

describe('a definition of the catalogue', () => {
	it('is proposed by the officer who answers for it, who cannot approve it', async () => {
		const visit = await comeIn('writer', inCatalogue);
		const { page } = visit;
		await expectSound(visit);
		await visit.go(`${site.url}/catalogue/propose?indicator=${SERIES.toLowerCase()}`);
		await expectSound(visit);
		await tabTo(page, 'Definition');
		await page.keyboard.press('ControlOrMeta+End');
		await page.keyboard.type(` ${ADDED}`);
		// Fields of the definition ask “why” as well: the reason is the one after the break.
		await tabTo(page, 'If figures before and after');
		await type(page, { Why: 'Clearer' });
		await press(page, 'Send for approval');
		expect(await page.getByRole('table').innerText()).toContain(ADDED);
		expect(await page.getByRole('button').allInnerTexts()).not.toContain('Approve');
		proposal = new URL(page.url()).pathname;
		await expectSound(visit);
	});

	it('stays as it is until then', async () => {
		const { page, close } = await open(`${site.url}${inCatalogue}`);
		expect(await page.locator('main').innerText()).not.toContain(ADDED);
		await close();
	});

	it('changes when somebody else approves it, and its version counts on', async () => {
		const visit = await comeIn('approver', proposal);
		const { page } = visit;
		await expectSound(visit);
		await press(page, 'Approve');
		expect(await page.locator('.eyebrow').innerText()).toMatch(/approved/i);
		await expectSound(visit);
		const reader = await open(`${site.url}${inCatalogue}`);
		visits.push(reader);
		expect(await reader.page.locator('main').innerText()).toContain(ADDED);
		expect(await reader.page.locator('.eyebrow').innerText()).toContain('version 2');
		await expectSound(reader);
	});
});
