import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Visit } from './support/browser.ts';
import { expectSound, press, signedIn, tabTo, type } from './support/journey.ts';
import { roundSite, SERIES } from './support/round-site.ts';

// An officer asks for a file at an address, by keyboard. Nothing goes out: the address leads into this
// machine, which is refused before anybody is asked.

let site: Awaited<ReturnType<typeof roundSite>>;
let visit: Visit;

beforeAll(async () => {
	site = await roundSite();
}, 300_000);
afterAll(async () => {
	await visit?.close();
	await site?.close();
});

describe('a pull', () => {
	it('is offered for each service, with what is not tried yet', async () => {
		visit = await signedIn(site.url, 'writer', '/imports/pull');
		const { page } = visit;
		expect(await page.getByText('Not tried against the live service').count()).toBe(5);
	});

	it('comes back as it was filled in when something is wrong', async () => {
		const { page } = visit;
		await tabTo(page, 'Pull a file');
		await page.keyboard.press('Enter');
		await type(page, {
			Address: 'http://figures.example/q2.csv',
			'Who the figures are from': 'A partner',
			Licence: 'OGL v3.0'
		});
		await press(page, 'Pull from the address');
		expect(await page.getByRole('alert').innerText()).toContain('starts with https://');
		expect(await page.getByLabel('Who the figures are from').inputValue()).toBe('A partner');
		await expectSound(visit);
	});

	it('of an address inside is refused, and its page says so', async () => {
		const { page } = visit;
		await type(page, { Address: 'https://[::ffff:127.0.0.1]/q2.csv' });
		await page.getByLabel('Indicator of all figures').last().selectOption(SERIES);
		await press(page, 'Pull from the address');
		await page.getByText('The address is a number').waitFor();
		expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('nothing was kept');
		await expectSound(visit);
		await press(page, 'Ask again');
		expect(page.url()).toMatch(/\/imports\/pull\/[0-9a-f-]{36}$/);
	});
});
