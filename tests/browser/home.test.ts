import { expect, it } from 'vitest';
import { axe, open } from './support/browser.ts';

it('the home page answers and is accessible', async () => {
	const { page, complaints, close } = await open('/');
	expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
	expect(await axe(page)).toEqual([]);
	expect(complaints).toEqual([]);
	await close();
});
