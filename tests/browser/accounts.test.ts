import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { codeOf } from '../support/accounts.ts';
import { axe, open, sidewaysScroll, site, type Visit } from './support/browser.ts';

// One journey by keyboard, without script: the printed link makes the administrator, who invites an
// officer, who sets a password, signs in and adds a second factor. Each page is looked at on the way.

const ADMINISTRATOR = { email: 'ada@example.org', password: 'green kettle seventeen' };
const OFFICER = { email: 'ola@example.org', password: 'blue orchard nineteen' };

let ada: Visit;
let ola: Visit;
beforeAll(async () => {
	ada = await open('/', { javaScript: false, person: 'ada' });
	ola = await open('/', { javaScript: false, person: 'ola' });
});
afterAll(async () => {
	await ada.close();
	await ola.close();
});

/** Sound at both widths: rules of accessibility, no sideways scroll, no complaint. */
async function expectSound({ page, complaints }: Visit): Promise<void> {
	for (const width of [390, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		expect(await axe(page)).toEqual([]);
		expect(await sidewaysScroll(page)).toBe(0);
	}
	expect(complaints).toEqual([]);
}

/** Goes with Tab to the control of this name, as somebody without a mouse does. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
	for (let presses = 0; presses < 120; presses++) {
		await page.keyboard.press('Tab');
		const label = await page.evaluate(() => {
			const at = document.activeElement as HTMLInputElement | null;
			return (at?.labels?.[0]?.innerText ?? at?.innerText ?? '').trim();
		});
		if (typeof name === 'string' ? label.startsWith(name) : name.test(label)) return;
	}
	throw new Error(`${String(name)} is not reached with Tab`);
}

async function type(page: Page, fields: Record<string, string>): Promise<void> {
	for (const [name, text] of Object.entries(fields)) {
		await tabTo(page, name);
		await page.keyboard.press('ControlOrMeta+A');
		await page.keyboard.type(text);
	}
}

async function press(page: Page, name: string): Promise<void> {
	await tabTo(page, name);
	await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

describe('from the printed link to a second factor, by keyboard', () => {
	it('the printed link makes the first administrator, once', async () => {
		const { page } = ada;
		expect(await ada.go(inject('setUp'))).toBe(200);
		await expectSound(ada);
		await type(page, {
			'Your name': 'Ada Administrator',
			'E-mail address': ADMINISTRATOR.email,
			'New password': 'password1234'
		});
		await type(page, { 'New password again': 'password1234' });
		await press(page, 'Become administrator');
		expect(await page.getByRole('alert').innerText()).toMatch(/could guess/);
		await expectSound(ada);
		// What was filled in is still there, the password is not.
		expect(await page.getByLabel('Your name').inputValue()).toBe('Ada Administrator');
		await type(page, { 'New password': ADMINISTRATOR.password });
		await type(page, { 'New password again': ADMINISTRATOR.password });
		await press(page, 'Become administrator');
		expect(await heading(page)).toBe('Your account');
		await expectSound(ada);
		await ola.go(inject('setUp'));
		expect(await ola.page.getByRole('note').innerText()).toMatch(/does not work/);
	});

	it('the administrator invites an officer and is shown the link', async () => {
		const { page } = ada;
		await ada.go('/users/invite');
		await expectSound(ada);
		await type(page, { Name: 'Ola Officer', 'E-mail address': OFFICER.email });
		await tabTo(page, 'officer');
		await page.keyboard.press('Space');
		await press(page, 'Invite');
		await expectSound(ada);
		const link = await page.getByLabel('Link', { exact: true }).inputValue();
		for (const path of ['/users', '/users?show=never', '/duties']) {
			expect(await ada.go(path)).toBe(200);
			await expectSound(ada);
		}
		await ada.go('/users');
		await page.getByRole('link', { name: 'Ola Officer' }).click();
		await expectSound(ada);
		await ola.go(new URL(link).pathname);
		expect(await heading(ola.page)).toBe('Welcome, Ola Officer: choose a password');
	});

	it('the officer sets a password and signs in', async () => {
		const { page } = ola;
		await expectSound(ola);
		await type(page, { 'New password': OFFICER.password });
		await type(page, { 'New password again': OFFICER.password });
		await press(page, 'Set the password');
		expect(await page.getByRole('status').innerText()).toMatch(/Your password is set/);
		await expectSound(ola);
		await type(page, { 'E-mail address': OFFICER.email, Password: OFFICER.password });
		await press(page, 'Sign in');
		expect(new URL(page.url()).pathname).toBe('/');
		expect(await page.getByRole('banner').innerText()).toMatch(/Ola Officer/);
		await expectSound(ola);
	});

	it('adds a second factor, and comes in with it', async () => {
		const { page } = ola;
		await ola.go('/account/second-factor');
		await expectSound(ola);
		await type(page, { 'Your password': OFFICER.password });
		await press(page, 'Continue');
		await expectSound(ola);
		const secret = await page.locator('.secret').innerText();
		await type(page, { 'Six-digit code': codeOf(secret) });
		await press(page, 'Turn it on');
		expect(await page.getByRole('listitem').getByRole('code').count()).toBe(10);
		await expectSound(ola);
		await press(page, 'Sign out');
		await ola.go('/sign-in?to=/account');
		await type(page, { 'E-mail address': OFFICER.email, Password: OFFICER.password });
		await press(page, 'Sign in');
		expect(await heading(page)).toBe('Enter the code from your app');
		await expectSound(ola);
		await type(page, { 'Six-digit code': codeOf(secret, 1) });
		await press(page, 'Continue');
		expect(await heading(page)).toBe('Your account');
		expect(await page.getByRole('region', { name: 'Your sessions' }).innerText()).toMatch(/Linux/);
		await expectSound(ola);
	});

	it('an officer sees no administrators’ pages, and no link to them', async () => {
		expect(await ola.go('/users')).toBe(403);
		await ola.go('/');
		const links = await ola.page.getByRole('navigation', { name: 'Your work' }).innerText();
		expect(links).not.toMatch(/Users/);
		expect(links).toMatch(/Duties/);
	});
});

describe('pages of somebody signed in are never shared', () => {
	const read = async (headers: Record<string, string>) => {
		const response = await fetch(`${site()}/places`, { headers });
		return { text: await response.text(), kept: response.headers.get('cache-control') };
	};

	it('neither given to the public nor taken from what the public read', async () => {
		const cookies = await ola.page.context().cookies();
		const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
		const before = await read({});
		const own = await read({ cookie });
		const after = await read({});
		expect(own.text).toContain('Ola Officer');
		expect(own.kept).toBe('private, no-store');
		for (const open of [before, after]) {
			expect(open.text).not.toContain('Ola Officer');
			expect(open.text).toContain('href="/sign-in"');
			expect(open.kept).toBe('public, max-age=0, must-revalidate');
		}
	});

	it('a form from another site is refused', async () => {
		const response = await fetch(`${site()}/sign-in`, {
			method: 'POST',
			headers: {
				origin: 'https://elsewhere.example',
				'content-type': 'application/x-www-form-urlencoded'
			},
			body: 'email=a&password=b'
		});
		expect(response.status).toBe(403);
	});
});
