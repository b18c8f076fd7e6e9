import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../src/lib/server/db/client.ts';
import { GET as csv } from '../../src/routes/map/csv/+server.ts';
import { GET as file } from '../../src/routes/maps/[file]/+server.ts';
import { GET as geometry } from '../../src/routes/geo/[file]/+server.ts';
import { load } from '../../src/routes/map/+page.server.ts';
import { load as overTime } from '../../src/routes/map/over-time/+page.server.ts';
import { load as sideBySide } from '../../src/routes/map/side-by-side/+page.server.ts';
import type { PageServerData as MapData } from '../../src/routes/map/$types';
import type { PageServerData as OverTimeData } from '../../src/routes/map/over-time/$types';
import type { PageServerData as SideBySideData } from '../../src/routes/map/side-by-side/$types';
import type { PageData } from '../../src/routes/map/$types';
import type { PageData as OverTime } from '../../src/routes/map/over-time/$types';
import type { PageData as SideBySide } from '../../src/routes/map/side-by-side/$types';
import { testDatabase } from '../support/db.ts';
import { event } from '../support/event.ts';

let held: Connection;
beforeAll(async () => {
	held = await testDatabase({ loaded: true });
});
afterAll(() => held.close());

const shown = async (search: string) =>
	(await load((await event({ db: held.db, path: '/map', search })) as never)) as MapData;
const answer = async (get: (event: never) => unknown, path: string, name?: string) => {
	const [base = '', query = ''] = path.split('?');
	const params = name ? { file: name } : {};
	const made = await event({ db: held.db, path: base, params, search: query && `?${query}` });
	return (await get(made as never)) as Response;
};

describe('a view of the map', () => {
	it('opens by neighbourhood, with every neighbourhood once and in order of place', async () => {
		const { map } = await shown('?indicator=w04');
		const { columns } = map!;
		expect(map!.geography.by).toBe('lsoa');
		expect(new Set(columns.code).size).toBe(169);
		expect(columns.locality).toEqual([...columns.locality].sort((a, b) => a - b));
	});

	it('every column has a cell for every area', async () => {
		const { columns } = (await shown('?indicator=w04&by=lsoa')).map!;
		const { split: _, ...lists } = columns;
		for (const list of Object.values(lists)) expect(list).toHaveLength(169);
	});

	it('sends no geometry with the page', async () => {
		const { map } = await shown('?indicator=w04&by=lsoa');
		expect(JSON.stringify(map)).not.toMatch(/M\d+ \d+l/);
		expect(JSON.stringify(map!.shapes).length).toBeLessThan(300);
	});

	it('wards of 2026 are told apart from those of 2004, and say that they are estimates', async () => {
		const now = (await shown('?indicator=w04&by=ward')).map!;
		const before = (await shown('?indicator=w04&by=ward-2004')).map!;
		expect(now.columns.code.filter((code) => before.columns.code.includes(code))).toEqual([]);
		expect(now.columns.flags.every((flags) => flags.includes('e'))).toBe(true);
		expect(now.notes.join(' ')).toMatch(/estimates/);
	});

	it('names the wards that lie in two localities, with shares that add up', async () => {
		const { columns } = (await shown('?indicator=w04&by=ward')).map!;
		const splits = Object.values(columns.split);
		expect(splits.length).toBeGreaterThanOrEqual(3);
		for (const split of splits) {
			const shares = [...split.matchAll(/(\d+)%/g)].map(([, share]) => Number(share));
			expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
		}
	});

	it('a neighbourhood without a row is hatched and says so', async () => {
		const { columns } = (await shown('?indicator=x03&by=lsoa')).map!;
		const missing = columns.value.flatMap((value, i) => (value === null ? [i] : []));
		for (const i of missing) expect(columns.look[i]).toBe('none');
		expect(columns.look.filter((look) => look === 'none')).toHaveLength(missing.length);
	});

	it.each([
		['by=nonsense', /not a kind of area/],
		['period=1066', /no figures for "1066"/]
	])('%s shows a map and says what it is instead', async (query, words) => {
		const { map } = await shown(`?indicator=w04&${query}`);
		expect(map!.remarks.join(' ')).toMatch(words);
	});

	it('an edition before the first publication has no map, and says so', async () => {
		const none = { id: 'x', publishedAt: '2020-01-01T00:00:00Z', label: 'x', note: null };
		const made = await event({ db: held.db, search: '?indicator=w04', edition: none });
		const { map, none: why, isTooEarly } = (await load(made as never)) as MapData;
		expect([map, why, isTooEarly]).toEqual([undefined, undefined, true]);
	});
});

describe('measures without a map', () => {
	it.each([
		['x12', 'context'],
		['w07', 'borough only'],
		['c01', 'no figures'],
		['l05', 'restricted']
	])('%s: %s', async (code, why) => {
		const { none, map } = await shown(`?indicator=${code}`);
		expect(none?.why).toBe(why);
		expect(map).toBeUndefined();
	});

	it('the menu offers none of them', async () => {
		const { groups } = await shown('');
		const offered = groups.flatMap(({ items }) => items.map(({ code }) => code));
		expect(offered).toContain('W04');
		for (const code of ['X12', 'L05', 'C01']) expect(offered).not.toContain(code);
	});

	it('an unknown code is refused in words', async () => {
		await expect(shown('?indicator=q99')).rejects.toMatchObject({ status: 404 });
	});
});

describe('files', () => {
	it('the CSV holds the view: one line an area, same order, same values', async () => {
		const text = await (await answer(csv as never, '/map/csv?indicator=w04&by=ward')).text();
		const lines = text.trim().split('\r\n');
		const { columns } = (await shown('?indicator=w04&by=ward')).map!;
		expect(lines).toHaveLength(21);
		expect(lines.slice(1).map((line) => line.split(',')[2])).toEqual(columns.code);
	});

	it('a measure that is not mapped has no CSV of a map', async () => {
		await expect(answer(csv as never, '/map/csv?indicator=l05')).rejects.toMatchObject({
			status: 404
		});
	});

	it('the SVG stands alone: outlines, words and credit inside, nothing fetched', async () => {
		const svg = await (await answer(file as never, '/maps/w04.svg?by=ward', 'w04.svg')).text();
		expect(svg).not.toMatch(/href|<style|style=/);
		expect(svg).toMatch(/Crown copyright/);
		expect(svg).toMatch(/Figures as published at/);
		expect(svg.match(/<path d="M/g)?.length).toBeGreaterThan(20);
	});

	it('geometry is kept for ever under its hash, and an old hash leads to the present one', async () => {
		const { map } = await shown('?indicator=w04&by=ward');
		const name = map!.shapes.href.replace('/geo/', '');
		const sprite = await answer(geometry as never, map!.shapes.href, name);
		expect(sprite.headers.get('cache-control')).toMatch(/immutable/);
		const body = await sprite.text();
		for (const code of map!.columns.code) expect(body).toContain(`id="${code}"`);
		const old = name.replace(/\.[0-9a-f]{8}\./, '.00000000.');
		await expect(answer(geometry as never, `/geo/${old}`, old)).rejects.toMatchObject({
			status: 302,
			location: map!.shapes.href
		});
	});
});

describe('small maps', () => {
	it('side by side: at most six measures, each with a value or a word for every area', async () => {
		const search = '?indicators=w04,l07,x01,x02,x03,x04,x05&by=ward';
		const made = await event({ db: held.db, search });
		const { panels, areas } = (await sideBySide(made as never)) as SideBySideData;
		expect(panels).toHaveLength(6);
		for (const { printed } of panels) {
			expect(printed).toHaveLength(areas.length);
			expect(printed.every((words) => words !== '')).toBe(true);
		}
	});

	it('over time: one map a period', async () => {
		const made = await event({ db: held.db, search: '?indicator=w04&by=ward' });
		const { panels } = (await overTime(made as never)) as OverTimeData;
		expect(panels.map(({ title }) => title)).toEqual(['Census 2021']);
	});
});
