import { type Browser, type Page } from 'playwright-core';
import { people } from '../../lib/server/demo/people.ts';

// The demonstration as its people see it: each in a browser of their own.

const SIZE = { width: 1040, height: 760 } as const;

export interface Site {
	/** The page of a person of the demonstration, signed in, at an address. */
	as(id: (typeof people)[number]['id'], path: string): Promise<Page>;
}

export function site(browser: Browser, address: string): Site {
	const pages = new Map<string, Page>();
	const open = async (id: string): Promise<Page> => {
		const context = await browser.newContext({
			...{ viewport: SIZE, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' }
		});
		const page = await context.newPage();
		page.setDefaultTimeout(120_000);
		const person = people.find((one) => one.id === id);
		await page.goto(`${address}/sign-in`);
		await page.getByLabel('E-mail address').fill(person?.email ?? '');
		await page.getByLabel('Password').fill(person?.password ?? '');
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
		return page;
	};
	return {
		as: async (id, path) => {
			const page = pages.get(id) ?? (await open(id));
			pages.set(id, page);
			await page.goto(`${address}${path}`);
			return page;
		}
	};
}

/** Presses a button or link that leads to another page. */
export async function press(page: Page, name: string): Promise<void> {
	const button = page.getByRole('button', { name, exact: true }).first();
	await Promise.all([page.waitForEvent('load'), button.click()]);
}
