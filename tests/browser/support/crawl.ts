import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readToolSettings } from '../../../src/lib/server/config.ts';
import { routes } from '../routes.ts';
import { axe, open, sidewaysScroll, type Visit } from './browser.ts';

// Every page at one width, with script and without. Contrast takes axe three quarters of its time: it is
// looked at on every page at 1280 pixels on the embedded database, because neither the width nor the
// database changes a colour. Journeys look at it on both databases.

export function crawl(width: number): void {
	const isLeft = width !== 1280 || readToolSettings().testDatabaseUrl !== undefined;
	const left = isLeft ? ['color-contrast'] : [];

	describe.each([true, false])(`at ${width} pixels, script %s`, (javaScript) => {
		let visit: Visit;
		beforeAll(async () => {
			visit = await open('/', { width, javaScript });
		});
		afterAll(() => visit.close());

		it.each(routes)('$path is sound', async ({ path, status = 200, isScripted = false }) => {
			expect(await visit.go(path)).toBe(status);
			// Most pages are the same with and without script: axe, which is slow, looks at them once.
			if (javaScript || isScripted) expect(await axe(visit.page, left)).toEqual([]);
			expect(await sidewaysScroll(visit.page)).toBe(0);
			expect(visit.complaints).toEqual([]);
		});
	});
}
