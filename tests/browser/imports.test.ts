import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../src/cli/chromium.ts';
import type { Visit } from './support/browser.ts';
import { expectSound, press, signedIn, tabTo, type } from './support/journey.ts';
import { CODE, QUARTER, roundSite } from './support/round-site.ts';

// A partner's file by keyboard, from what is wrong with it to a return that names it; and files that are none.

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

const workbook = (text: string) =>
	writeXlsx({
		sheets: [{ name: 'Q2', rows: text.split('\n').map((line) => line.split(';').map(cellOf)) }]
	});
const cellOf = (text: string) => (/^\d+$/.test(text) ? Number(text) : text);

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
const choose = async (name: string, option: string) => {
	await tabTo(page, name);
	await page.getByLabel(name).selectOption({ label: option });
};

describe("a partner's file", () => {
	it('is read as far as it can be, and what is wrong stands by row and column', async () => {
		await send(saved('esol.csv', RETURN), { 'Who the figures are from': 'ESOL partnership' });
		expect(await heading()).toMatch(/errors? to put right/);
		await expectSound(visit);
	});

	it('is read anew with its columns, its indicator and its mark explained', async () => {
		await choose('Indicator of the whole file', await indicatorLabel());
		await choose('Finishers', 'Number (numerator)');
		await press(page, 'Read the file again');
		await choose('“-” means', 'suppressed');
		await press(page, 'Read the file again');
		const rows = await page.getByRole('table', { name: 'Problems' }).innerText();
		expect(rows).toMatch(/5\s+Enrolled\s+error\s+“ninety” is not a number/);
		const [back] = await Promise.all([page.waitForEvent('download'), follow('as CSV')]);
		const file = await back.createReadStream();
		let text = '';
		for await (const part of file) text += String(part);
		expect(text).toMatch(/Error in “Enrolled”: “ninety” is not a number/);
		expect(text).toContain("'=1+1");
	});

	it('is kept as a template, so that the corrected one needs no question', async () => {
		await follow('Keep this for the next file');
		await type(page, { 'Name of the sender’s files': 'ESOL returns', Licence: 'By agreement' });
		await press(page, 'Keep');
		expect(await page.getByRole('status').innerText()).toContain('ESOL returns');
		await visit.go(`${site.url}/imports`);
		await choose('Sender we know', 'ESOL returns');
		await send(saved('esol-2.xlsx', await workbook(RETURN.replace('ninety', '90'))));
		expect(await heading()).toMatch(/^4 figures read/);
		expect(await page.getByRole('heading', { level: 2, name: '4 new figures' }).count()).toBe(1);
		expect(await page.locator('#group svg').count()).toBeGreaterThan(0);
		expect(await page.getByRole('table', { name: 'Figures of the file' }).innerText()).toContain(
			'South'
		);
		await expectSound(visit);
	});

	it('becomes a return that says where its figures are from', async () => {
		await press(page, 'Take over all figures');
		await press(page, `${CODE}, ${QUARTER}`);
		await page.getByText('Figures from ESOL partnership').waitFor();
		expect(await page.getByRole('row', { name: 'South' }).first().innerText()).toContain('78.9%');
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

	it('two at once, one of them without scripts: both are read, one after the other', async () => {
		const rows = Array.from({ length: 20_000 }, (_, at) => `${AREAS[at % 4]},${1900 + at},${at}`);
		const long = saved('long.csv', `Area,Year,Value\n${rows.join('\n')}\n`);
		const other = await signedIn(site.url, 'second', '/imports', { javaScript: false });
		const given = { 'Who the figures are from': 'A partner' };
		await other.page.getByLabel('File', { exact: true }).setInputFiles(long);
		await type(other.page, given);
		await Promise.all([
			press(other.page, 'Send and check'),
			send(saved('short.csv', RETURN), given)
		]);
		expect(await heading()).toMatch(/to put right|could not be read/);
		await expect
			.poll(() => other.page.getByRole('heading', { level: 1 }).innerText(), { timeout: 30_000 })
			.toMatch(/to put right|read/);
		await other.close();
	});
});

const AREAS = ['WLOC01', 'WLOC02', 'WLOC03', 'WLOC04'];

async function follow(name: string): Promise<void> {
	await tabTo(page, name);
	await page.keyboard.press('Enter');
}

const indicatorLabel = async () => {
	const labels = await page.getByLabel('Indicator of the whole file').locator('option').all();
	for (const one of labels) {
		const label = await one.innerText();
		if (label.startsWith(CODE)) return label;
	}
	throw new Error(`${CODE} is not offered`);
};
