import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import { load } from '../../../src/routes/indicators/[code]/+page.server.ts';
import type { PageServerData } from '../../../src/routes/indicators/[code]/$types';
import { load as history } from '../../../src/routes/indicators/[code]/history/+page.server.ts';
import type { PageServerData as HistoryData } from '../../../src/routes/indicators/[code]/history/$types';
import { testDatabase } from '../../support/db.ts';
import { event } from '../../support/event.ts';

let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
});
afterAll(() => connection.close());

const names = (data: PageServerData) => data.figures.map(({ id }) => id);
const words = (data: PageServerData) =>
	data.leads.flatMap(({ level, movement, beside }) =>
		[...level, ...movement, ...beside].map(({ text }) => text)
	);

describe('/indicators/[code]', () => {
	it('answers with the figure, its base and the stored comparison', async () => {
		const data = await shown('w04');
		expect(words(data)[0]).toMatch(
			/^About 1 in 36 in Walsall at the 2021 census: 2\.7% \(7,501 of 273,392 residents/
		);
		const beside = data.leads[0]?.beside[0];
		expect(beside?.text).toMatch(/^Walsall is higher than England/);
		expect(beside?.judgements).toHaveLength(1);
	});

	it('draws no line through one census, and shows where instead', async () => {
		const data = await shown('w04');
		expect(names(data)).toEqual(['against', 'within']);
		expect(data.map?.shapes.codes).toHaveLength(20);
	});

	it('wards now in force come first; former wards and neighbourhoods are a choice', async () => {
		const now = await shown('w04');
		expect(now.choices.areas?.shown).toBe('wards-2026');
		const fine = await shown('w04', '?areas=lsoa-2021');
		expect(fine.map?.shapes.codes).toHaveLength(169);
		expect(fine.figures.find(({ id }) => id === 'within')?.drawings).toBeUndefined();
		expect((await shown('w04', '?areas=junk')).choices.areas?.shown).toBe('wards-2026');
	});

	it('shows a figure of 2001 to 2025 over time, and stops at the borough in words', async () => {
		const data = await shown('w07');
		expect(names(data)).toContain('trend-all');
		expect(data.meaning.stops?.text).toContain('do not estimate them');
	});

	it('comparators of the address drive sentences, charts and tables together', async () => {
		const none = await shown('w07', '?compare=none');
		expect(words(none).join(' ')).not.toContain('England');
		const all = await shown('w07', '?compare=england,region,similar,start');
		const trend = all.figures.find(({ id }) => id === 'trend-all');
		expect(trend?.table.columns.map(({ label }) => label)).toEqual([
			...['Period', 'Walsall', 'England', 'West Midlands region', 'Similar areas, middle (range)'],
			'If the present trend goes on'
		]);
		expect(trend?.drawings?.wide).toContain('Starting point');
	});

	it('speaks of each sex where there is no figure for everyone', async () => {
		const data = await shown('t09');
		expect(data.leads.map(({ who }) => who)).toEqual(['Women and girls', 'Men and boys']);
		expect(names(data)).toEqual(['trend-female', 'trend-male', 'against', 'by-sex']);
		expect(data.box.movements).toHaveLength(2);
	});

	it('speaks of no ethnic group until a reader asks for one, and maps none', async () => {
		const all = await shown('x17');
		expect([all.leads, names(all)]).toEqual([[], ['by-group']]);
		const one = await shown('x17', '?group=ethnic-indian');
		expect(one.leads[0]?.who).toBe('Asian: Indian');
		expect(names(one)).toContain('within');
		expect(one.map).toBeUndefined();
	});

	it('keeps small groups at the borough', async () => {
		const data = await shown('x17', '?group=ethnic-roma');
		expect(names(data)).not.toContain('within');
	});

	it('shows a measure of neighbourhoods alone', async () => {
		const data = await shown('x26');
		expect(data.hasFigures).toBe(true);
		expect(names(data)).toEqual(['within']);
	});

	it('an indicator without figures says what is awaited, and offers others', async () => {
		const data = await shown('c01');
		expect(data.hasFigures).toBe(false);
		expect(data.indicator.awaited).toBeTruthy();
		expect(data.related.length).toBeGreaterThan(0);
	});

	it('a restricted indicator has a definition and nothing else', async () => {
		const data = await shown('l05');
		expect([data.leads, data.figures, data.hasFigures]).toEqual([[], [], false]);
		expect(data.definition).not.toBe('');
	});

	it('every figure has a table, a source, a CSV, and a text alternative below 60 words', async () => {
		for (const code of ['w04', 'w07', 't09', 't01', 'x17', 'x34', 'x47']) {
			for (const { id, table, source, downloads, drawings } of (await shown(code)).figures) {
				expect(table.rows.length, `${code} ${id}`).toBeGreaterThan(0);
				expect(source).not.toBe('');
				expect(downloads?.csv).toBe(`/charts/${code}/${id}.csv`);
				const description = /<desc[^>]*>([^<]*)/.exec(drawings?.wide ?? '')?.[1] ?? '';
				expect(description.split(/\s+/).length).toBeLessThan(60);
			}
		}
	});

	it('ids are used once on a page', async () => {
		const data = await shown('t09');
		const ids = data.figures
			.flatMap(({ drawings }) => [drawings?.wide ?? '', drawings?.narrow ?? ''])
			.flatMap((svg) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('no page uses a word that is never used', async () => {
		const banned = /\b(significant|p-value|hotspot|worst ward|league|caused|due to)\b/i;
		for (const code of ['w04', 'w07', 't09', 't01', 'x34', 'x47', 'c01']) {
			const data = await shown(code);
			const said = [...words(data), ...data.figures.map(({ title }) => title)].join(' ');
			expect(said).not.toMatch(banned);
		}
	});

	it.each([
		['W04', '', '/indicators/w04'],
		['little-english', '?compare=england', '/indicators/w04?compare=england']
	])('%s leads to its address', async (code, search, location) => {
		await expect(shown(code, search)).rejects.toMatchObject({ status: 308, location });
	});

	it('an unknown code is not found, in a clear sentence', async () => {
		await expect(shown('zzz')).rejects.toMatchObject({
			status: 404,
			body: { message: expect.stringContaining('There is no indicator "zzz"') }
		});
	});
});

describe('/indicators/[code]/history', () => {
	it('has the version, the edition, and no revision after one edition', async () => {
		const data = (await ask(history, 'c01', '', '/history')) as HistoryData;
		expect(data.versions).toHaveLength(1);
		expect([data.editions.length, data.before, data.changes]).toEqual([1, undefined, []]);
		expect(data.breaks.map(({ starts }) => starts)).toContain('2025-10-01');
	});
});

const shown = async (code: string, search = '') =>
	(await ask(load, code, search)) as PageServerData;

async function ask(
	wanted: (made: never) => unknown,
	code: string,
	search: string,
	after = ''
): Promise<unknown> {
	const path = `/indicators/${code}${after}`;
	const made = await event({ db: connection.db, path, search, params: { code } });
	return wanted(made as never);
}
