import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../src/cli/chromium.ts';
import type { Visit } from './support/browser.ts';
import { expectSound, press, signedIn, type } from './support/journey.ts';
import { roundSite } from './support/round-site.ts';

// A partner's file is sent by keyboard and what is wrong with it is listed; and files that are none.

let site: Awaited<ReturnType<typeof roundSite>>;
let visit: Visit;
let page: Page;
const folder = temporaryFolder('imports');

beforeAll(async () => {
	site = await roundSite();
	visit = await signedIn(site.url, 'writer', '/imports');
	page = visit.page;
}, 300_000);
afterAll(async () => {
	await visit?.close();
	await site?.close();
	folder.remove();
});

const RETURN = [
	'Walsall ESOL Partnership;;;;',
	';;;;',
	'Locality;Quarter;Finishers;Enrolled;Remarks',
	'North;2026/27 Q2;28;40;',
	'South;2026/27 Q2;71;ninety;=1+1',
	'East;2026/27 Q2;-;-;',
	'West;2026/27 Q2;22;31;<b>provisional</b>'
].join('\n');

function saved(name: string, content: string | Uint8Array): string {
	const path = join(folder.path, name);
	writeFileSync(path, content);
	return path;
}

/** Fills the form by keyboard, the file by the browser's own chooser. */
async function send(path: string, fields: Record<string, string> = {}): Promise<void> {
	const field = page.getByLabel('File', { exact: true });
	if ((await field.count()) === 0) await visit.go(`${site.url}/imports`);
	await field.setInputFiles(path);
	await type(page, fields);
	await press(page, 'Send and check');
	await expect
		.poll(async () => (await page.locator('progress').count()) === 0, { timeout: 30_000 })
		.toBe(true);
}

const heading = () => page.getByRole('heading', { level: 1 }).innerText();

describe("a partner's file", () => {
	it('is read as far as it can be, and what is wrong stands by row and column', async () => {
		await send(saved('esol.csv', RETURN), { 'Who the figures are from': 'ESOL partnership' });
		expect(await heading()).toMatch(/errors? to put right/);
		await expectSound(visit);
	});
});

describe('a file that is none', () => {
	it.each<[string, string, string | Uint8Array, RegExp]>([
		['nothing in it', 'empty.csv', '', /empty/],
		['a web page', 'figures.xlsx', '<!doctype html><p>Sign in</p>', /is a web page/],
		['51 MB', 'large.csv', new Uint8Array(51 * 1024 * 1024).fill(65), /larger than 50 MB/]
	])('%s', async (_, name, content, sentence) => {
		await visit.go(`${site.url}/imports`);
		await send(saved(name, content), { 'Who the figures are from': 'A partner' });
		expect(await page.locator('main, body').first().innerText()).toMatch(sentence);
	});
});
