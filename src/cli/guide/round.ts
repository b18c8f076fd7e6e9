import type { Page } from 'playwright-core';
import { picture } from './pictures.ts';
import { press, type Site } from './site.ts';

// The quarter's round in pictures, walked as it is described: entry, a reason, submission, checking,
// approval with its preview, publication, correction, changes.

const CODE = 'c11';
const RETURN = `/returns/FY2026-Q3/${CODE}`;
const COUNTS = {
	...{ WLOC01: '450', WLOC02: '280', WLOC03: '200', WLOC04: '230' },
	...{ unknown: '12', E08000030: '1172' }
};

export async function round(site: Site): Promise<void> {
	await picture(await site.as('officer', '/returns'), 'due');
	await enter(await site.as('officer', RETURN));
	await check(await site.as('second-officer', '/approvals'));
	await approve(await site.as('approver', '/approvals'));
	await publish(await site.as('performance-lead', '/approvals'), 'publish');
	await correct(site);
	await picture(await site.as('reader', '/changes'), 'changes', { from: '#corrections' });
}

async function fill(page: Page, values: Record<string, string>): Promise<void> {
	await page.locator('.keys').waitFor();
	for (const [row, text] of Object.entries(values)) {
		await page.locator(`input[name="${row}.numerator"]`).fill(text);
	}
}

/** Says why, wherever it is asked. */
async function explain(page: Page): Promise<void> {
	const why = 'Illustrative: a summer festival came to North for the first time.';
	for (const box of await page.locator('textarea[name$=".jumpReason"]').all()) await box.fill(why);
}

/** As soon as the last letters have arrived. */
const saved = (page: Page) => page.getByText('Draft saved').waitFor();

async function enter(page: Page): Promise<void> {
	await fill(page, { ...COUNTS, E08000030: '1160' });
	await saved(page);
	await picture(page, 'entry', { height: 820 });
	await explain(page);
	await picture(page, 'reason', { from: '#row-WLOC01', height: 420 });
	await fill(page, COUNTS);
	const said = 'Illustrative: more people took part, most of them in North.';
	await page.getByLabel('What happened?', { exact: true }).fill(said);
	await saved(page);
	await picture(page, 'commentary', { from: '#commentary', height: 620 });
	await press(page, 'Submit');
}

async function open(page: Page): Promise<void> {
	await Promise.all([
		page.waitForEvent('load'),
		page.locator(`main a[href^="/approvals/${CODE}"]`).first().click()
	]);
}

async function check(page: Page): Promise<void> {
	await open(page);
	await press(page, 'I have checked it');
}

async function approve(page: Page): Promise<void> {
	await open(page);
	await picture(page, 'approval', { height: 620 });
	await picture(page, 'approval-sentences', { from: '#sentences', height: 460 });
	await picture(page, 'approval-map', { from: '#map', height: 480 });
	await press(page, 'Approve');
}

async function publish(page: Page, name?: string): Promise<void> {
	if (name) await picture(page, name, { from: '#publish', height: 420 });
	await press(page, 'Publish now');
}

async function correct(site: Site): Promise<void> {
	const page = await site.as('officer', RETURN);
	await page
		.getByLabel('Reason, for colleagues')
		.fill('Illustrative: one venue was counted twice.');
	await page
		.getByLabel('Public note')
		.fill('Illustrative: one venue in North had been counted twice.');
	await picture(page, 'correction', { from: '#correct', height: 360 });
	await press(page, 'Start a correction');
	await fill(page, { WLOC01: '430', E08000030: '1152' });
	await explain(page);
	await saved(page);
	await press(page, 'Submit');
	await check(await site.as('second-officer', '/approvals'));
	const approver = await site.as('approver', '/approvals');
	await open(approver);
	await press(approver, 'Approve');
	await publish(await site.as('performance-lead', '/approvals'));
}
