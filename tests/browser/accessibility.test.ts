import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readToolSettings } from '../../src/lib/server/config.ts';
import { routes } from './routes.ts';
import { axe, open, sidewaysScroll, type View, type Visit } from './support/browser.ts';

const VIEWS: View[] = [
	{ width: 1280, javaScript: true },
	{ width: 390, javaScript: true },
	{ width: 1280, javaScript: false },
	{ width: 390, javaScript: false }
];

// Contrast takes axe three quarters of its time, and no database changes a colour: the run on the
// embedded database looks at it on every page, journeys look at it on both.
const left = readToolSettings().testDatabaseUrl ? ['color-contrast'] : [];

describe.each(VIEWS)('at $width pixels, script $javaScript', (view) => {
	let visit: Visit;
	beforeAll(async () => {
		visit = await open('/', view);
	});
	afterAll(() => visit.close());

	it.each(routes)('$path is sound', async ({ path, status = 200, isScripted = false }) => {
		expect(await visit.go(path)).toBe(status);
		// Most pages are the same with and without script: axe, which is slow, looks at them once.
		if (view.javaScript || isScripted) expect(await axe(visit.page, left)).toEqual([]);
		expect(await sidewaysScroll(visit.page)).toBe(0);
		expect(visit.complaints).toEqual([]);
	});
});
