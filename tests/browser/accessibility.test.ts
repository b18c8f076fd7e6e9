import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from './routes.ts';
import { axe, open, sidewaysScroll, type View, type Visit } from './support/browser.ts';

const VIEWS: View[] = [
	{ width: 1280, javaScript: true },
	{ width: 390, javaScript: true },
	{ width: 1280, javaScript: false },
	{ width: 390, javaScript: false }
];

describe.each(VIEWS)('at $width pixels, script $javaScript', (view) => {
	let visit: Visit;
	beforeAll(async () => {
		visit = await open('/', view);
	});
	afterAll(() => visit.close());

	it.each(routes)('$path is sound', async ({ path, status = 200, isScripted = false }) => {
		expect(await visit.go(path)).toBe(status);
		// Most pages are the same with and without script: axe, which is slow, looks at them once.
		if (view.javaScript || isScripted) expect(await axe(visit.page)).toEqual([]);
		expect(await sidewaysScroll(visit.page)).toBe(0);
		expect(visit.complaints).toEqual([]);
	});
});
