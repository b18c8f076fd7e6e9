import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { standingOf } from '../../src/lib/domain/coldspot/standing.ts';
import type { Connection } from '../../src/lib/server/db/client.ts';
import * as coldSpots from '../../src/lib/server/db/cold-spots.ts';
import { decide } from '../../src/lib/server/coldspots/decide.ts';
import { foundAreas } from '../../src/lib/map/interactive/found.ts';
import { load as embedded } from '../../src/routes/embed/map/[code]/+page.server.ts';
import { GET as csv } from '../../src/routes/map/csv/+server.ts';
import { load } from '../../src/routes/map/+page.server.ts';
import type { PageServerData as MapData } from '../../src/routes/map/$types';
import { GET as file } from '../../src/routes/maps/[file]/+server.ts';
import { testDatabase } from '../support/db.ts';
import { event } from '../support/event.ts';

const DRAFT = 'Draft method, not adopted (version 1).';

let held: Connection;
beforeAll(async () => {
	held = await testDatabase({ loaded: true });
}, 120_000);
afterAll(() => held.close());
afterEach(async () => {
	await held.db
		.updateTable('cold_spot_recipes')
		.set({ status: 'draft', signed_by_role: null, signed_at: null })
		.execute();
});

const shown = async (search: string) => {
	const made = await event({ db: held.db, path: '/map', search });
	return ((await load(made as never)) as MapData).map!;
};
const text = async (get: (event: never) => unknown, search: string, name = '') => {
	const made = await event({ db: held.db, params: { file: name }, search });
	return ((await get(made as never)) as Response).text();
};
const now = () => new Date('2027-02-03T10:00:00Z');

describe('findings over the map of any measure', () => {
	it('are not sent unless the address asks', async () => {
		const map = await shown('?indicator=w04');
		expect(map.spots).toBeNull();
		expect(map.lenses.map(({ lens }) => lens)).toEqual(['mix', 'barriers', 'reach']);
	});

	it.each(['lsoa', 'ward', 'ward-2004', 'msoa', 'locality'])(
		'by %s are the stored ones, and every area says what the lens finds in it',
		async (by) => {
			const map = await shown(`?indicator=w04&by=${by}&spots=mix`);
			const stored = await coldSpots.results(held.db, 'mix', 1);
			const labelled = (label: string) =>
				[...stored.values()].filter((area) => area.label === label).map(({ area }) => area);
			expect(map.spots?.cold).toEqual(labelled('cold spot'));
			expect(map.spots?.possible).toEqual(labelled('possible'));
			expect(map.spots?.href).toMatch(/^\/geo\/lsoa-2021\./);
			for (const code of map.columns.code) expect(map.spots?.says[code]?.words).toBeTruthy();
		}
	);

	it('a former ward carries its neighbourhoods: counts and residents, never a test of its own', async () => {
		const { spots } = await shown('?indicator=w04&by=ward-2004&spots=mix');
		expect(spots?.says['E05001308']?.words).toMatch(
			/^\d+ of \d+ neighbourhoods, \d+% of residents$/
		);
	});

	it.each([
		['spots=reach', /has no data yet/],
		['spots=nonsense', /is not a lens/]
	])('%s shows the map and says why there are no outlines', async (query, words) => {
		const map = await shown(`?indicator=w04&${query}`);
		expect(map.spots).toBeNull();
		expect(map.remarks.join(' ')).toMatch(words);
	});
});

describe('the standing of the method goes where the outlines go', () => {
	it('page, embedded map, picture and table file say that it is a draft', async () => {
		const search = '?indicator=w04&by=ward&spots=mix';
		const made = await event({ db: held.db, params: { code: 'w04' }, search });
		const { map } = (await embedded(made as never)) as { map: MapData['map'] };
		expect((await shown(search)).spots?.standing).toBe(DRAFT);
		expect(map?.spots?.standing).toBe(DRAFT);
		const lines = (await text(csv as never, search)).trim().split('\r\n');
		expect(lines[0]).toContain('Chances to mix: draft cold spots');
		expect(lines.slice(1).every((line) => line.includes(DRAFT))).toBe(true);
		const svg = await text(file as never, search, 'w04.svg');
		expect(svg).toContain('Outlined: draft cold spot (20)');
		expect(svg.replaceAll(/<[^>]*>/g, ' ')).toMatch(/not adopted/);
		expect(svg.match(/stroke="#5b2a86"/g)?.length).toBe(20 + 2 + 2);
	});

	it('a picture without the lens has no outline of it', async () => {
		expect(await text(file as never, '?by=ward', 'w04.svg')).not.toContain('#5b2a86');
		expect(await text(csv as never, '?indicator=w04')).not.toMatch(/cold spot/);
	});

	it('a signed version is no draft; a hidden one is shown nowhere', async () => {
		const asked = { lens: 'mix', version: '1' };
		await decide(held.db, { decision: 'signed', role: 'A role', ...asked }, now());
		expect((await shown('?indicator=w04&spots=mix')).spots).toMatchObject({
			...{ word: 'cold spot', isSigned: true },
			standing: standingOf({
				...{ recipe: { lens: 'mix', version: 1 }, status: 'signed' },
				...{ signedByRole: 'A role', signedAt: now().toISOString() }
			}).text
		});
		await decide(held.db, { decision: 'hidden', ...asked }, now());
		const map = await shown('?indicator=w04&spots=mix');
		expect([map.spots, map.lenses.some(({ lens }) => lens === 'mix')]).toEqual([null, false]);
		expect(map.remarks.join(' ')).toMatch(/not shown at present/);
		expect(await text(csv as never, '?indicator=w04&spots=mix')).not.toMatch(/cold spot/);
	});
});

it('the interactive map is told of the outlined areas alone, each with what it is', () => {
	const areas = ['A', 'B', 'C'].map((id) => ({ type: 'Polygon' as const, id, arcs: [[0]] }));
	const topology = {
		type: 'Topology' as const,
		arcs: [[...([[0, 0] as [number, number], [0, 1], [1, 1], [0, 0]] as [number, number][])]],
		objects: { areas: { type: 'GeometryCollection' as const, geometries: areas } }
	};
	const kinds = foundAreas(topology, { cold: ['C'], possible: ['A'] }).features.map(
		({ id, properties }) => [id, properties?.['kind']]
	);
	expect(kinds).toEqual([
		['A', 'possible'],
		['C', 'cold']
	]);
	expect(foundAreas(undefined, { cold: ['C'], possible: [] }).features).toEqual([]);
});
