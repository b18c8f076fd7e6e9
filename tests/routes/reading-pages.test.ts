import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../src/lib/server/db/client.ts';
import { load as changes } from '../../src/routes/changes/+page.server.ts';
import type { PageServerData as ChangesData } from '../../src/routes/changes/$types';
import { load as catalogue } from '../../src/routes/indicators/+page.server.ts';
import type { PageServerData as CatalogueData } from '../../src/routes/indicators/$types';
import { load as search } from '../../src/routes/search/+page.server.ts';
import type { PageServerData as SearchData } from '../../src/routes/search/$types';
import { load as story } from '../../src/routes/story/+page.server.ts';
import type { PageServerData as StoryData } from '../../src/routes/story/$types';
import { load as themes } from '../../src/routes/themes/+page.server.ts';
import type { PageServerData as ThemesData } from '../../src/routes/themes/$types';
import { load as theme } from '../../src/routes/themes/[slug=slug]/+page.server.ts';
import type { PageServerData as ThemeData } from '../../src/routes/themes/[slug=slug]/$types';
import { testDatabase } from '../support/db.ts';
import { event } from '../support/event.ts';

let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
});
afterAll(() => connection.close());

/** What a load returns: its generated type is given, since the annotation of a load hides it. */
async function loaded<Data>(
	load: (made: never) => unknown,
	search = '',
	params: Record<string, string> = {}
): Promise<Data> {
	const made = await event({ db: connection.db, search, params });
	return (await load(made as never)) as Data;
}

describe('/indicators', () => {
	it('lists every proposed indicator once, under its main theme, apart from context measures', async () => {
		const data = await loaded<CatalogueData>(catalogue);
		const codes = data.proposed.groups.flatMap(({ lines }) =>
			lines.map(({ indicator }) => indicator.code)
		);
		expect(data.proposed.count).toBe(60);
		expect(codes).toHaveLength(60);
		expect(new Set(codes).size).toBe(60);
		expect(codes.every((code) => !code.startsWith('X'))).toBe(true);
		expect(data.context.count).toBeGreaterThanOrEqual(19);
	});

	it.each([
		['?theme=E1', ({ themes }: { themes: string[] }) => themes.includes('E1')],
		['?kind=context', ({ kind }: { kind: string }) => kind === 'context'],
		['?q=loneliness', ({ title }: { title: string }) => !title.includes('School')]
	])('%s leaves only what fits', async (address, fits) => {
		const data = await loaded<CatalogueData>(catalogue, address);
		const found = [...data.proposed.groups, ...data.context.groups].flatMap(({ lines }) => lines);
		expect(found.length).toBeGreaterThan(0);
		expect(found.length).toBeLessThan((await loaded<CatalogueData>(catalogue)).found);
		expect(found.every(({ indicator }) => fits(indicator))).toBe(true);
	});

	it('?level=lsoa finds what exists for neighbourhoods', async () => {
		const { found, proposed } = await loaded<CatalogueData>(
			catalogue,
			'?level=lsoa&kind=catalogue'
		);
		const codes = proposed.groups.flatMap(({ lines }) => lines.map((line) => line.indicator.code));
		expect(codes).toContain('W04');
		expect(codes).not.toContain('W07');
		expect(found).toBe(codes.length);
	});

	it('nothing found is a sentence and not a fault; an unknown choice of figures counts as none', async () => {
		expect((await loaded<CatalogueData>(catalogue, '?q=qqqq')).result).toMatch(
			/^None of the \d+ measures match\.$/
		);
		expect((await loaded<CatalogueData>(catalogue, '?figures=perhaps')).result).toMatch(/^All /);
	});

	it('a restricted indicator is listed without any figure', async () => {
		const data = await loaded<CatalogueData>(catalogue, '?q=L05');
		const lines = data.proposed.groups.flatMap((group) => group.lines);
		expect(lines).toHaveLength(1);
		expect(lines[0]).toMatchObject({ filled: false, latest: [], movement: null, levels: '' });
	});
});

describe('/search', () => {
	it.each([
		['w04', '/indicators/w04'],
		['E05016445', '/places/east/pelsall'],
		['E05001312', '/places/E05001312'],
		[' wloc01 ', '/places/north']
	])('the code "%s" goes to its page', async (asked, location) => {
		await expect(
			loaded<SearchData>(search, `?q=${encodeURIComponent(asked)}`)
		).rejects.toMatchObject({
			status: 303,
			location
		});
	});

	it('a code keeps the reader’s choices', async () => {
		await expect(loaded<SearchData>(search, '?q=W04&compare=region')).rejects.toMatchObject({
			location: '/indicators/w04?compare=region'
		});
	});

	it('wards of one name are told apart by their dates', async () => {
		const { groups } = await loaded<SearchData>(search, '?q=pelsall');
		const notes = new Map(groups.map(({ id, hits }) => [id, hits.map(({ note }) => note)]));
		expect(notes.get('wards')).toEqual([expect.stringContaining('since 7 May 2026')]);
		expect(notes.get('former-wards')).toEqual([expect.stringContaining('until 6 May 2026')]);
	});

	it('a postcode is recognised and never looked up', async () => {
		expect(await loaded<SearchData>(search, '?q=ws1+1tp')).toMatchObject({
			postcode: true,
			groups: []
		});
	});

	it('finds indicators and words in spite of a slip', async () => {
		const { groups } = await loaded<SearchData>(search, '?q=lonelyness');
		expect(groups.map(({ id }) => id)).toContain('indicators');
	});

	it.each(['?q=', '', '?q=%25', `?q=${'x'.repeat(500)}`])(
		'answers "%s" without a fault',
		async (q) => {
			expect((await loaded<SearchData>(search, q)).found).toBe(0);
		}
	);
});

describe('/themes', () => {
	it('counts each theme’s own indicators', async () => {
		const { themes: all } = await loaded<ThemesData>(themes);
		expect(all.map(({ kind }) => kind).filter((kind) => kind === 'priority')).toHaveLength(4);
		for (const one of all) expect(one.withFigures).toBeLessThanOrEqual(one.proposed);
	});

	it('puts indicators with figures first, and what is awaited after them', async () => {
		const data = await loaded<ThemeData>(theme, '', { slug: 'working' });
		expect(data.filled.map(({ indicator }) => indicator.code)).toContain('W04');
		const awaited = data.awaited.flatMap(({ indicators }) => indicators);
		expect(awaited).toHaveLength(data.missing);
		expect(data.awaited.every(({ reason }) => reason.length > 10)).toBe(true);
		expect(data.headline).toContain(`of ${data.filled.length + data.missing} indicators`);
	});

	it('an unknown theme is answered with what to do', async () => {
		await expect(loaded<ThemeData>(theme, '', { slug: 'nothing' })).rejects.toMatchObject({
			status: 404,
			body: { message: expect.stringContaining('themes page') }
		});
	});
});

describe('/changes and /story', () => {
	it('after the first load nothing is revised or redefined', async () => {
		const data = await loaded<ChangesData>(changes);
		expect(data).toMatchObject({ revisions: [], redefinitions: [] });
		expect(data.editions).toHaveLength(1);
	});

	it('every fact is told once, and those of one topic stand together', async () => {
		const { single, together } = await loaded<StoryData>(story);
		const told = [...single, ...together].map(({ id }) => id);
		expect(new Set(told).size).toBe(told.length);
		expect(together.map(({ figure }) => figure)).toEqual(
			expect.arrayContaining(['20 June 2022', 'June 2023'])
		);
		for (const { topic } of together) {
			expect(together.filter((fact) => fact.topic === topic).length).toBeGreaterThan(1);
		}
	});
});
