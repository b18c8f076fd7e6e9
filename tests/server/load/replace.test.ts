import { feature } from 'topojson-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreaTopology } from '../../../src/lib/server/load/boundaries.ts';
import * as boundaries from '../../../src/lib/server/db/boundaries.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import { replaceBoundaries } from '../../../src/lib/server/load/replace-boundaries.ts';
import { replaceLocalities } from '../../../src/lib/server/load/replace-localities.ts';
import { OPEN_DATA } from '../../../src/lib/server/prepare.ts';
import { testDatabase } from '../../support/db.ts';

// Official files replace ours whole or not at all. One database serves all: refused files come first,
// and leave it as it was.

let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
});
afterAll(() => connection.close());

const now = new Date('2027-01-15T09:00:00Z');
const set = 'wards-2026';
const source = 'ONS, wards May 2026';

type Collection = GeoJSON.FeatureCollection<GeoJSON.Polygon, Record<string, string>>;

async function official(): Promise<Collection> {
	const held = await boundaries.topology(connection.db, set);
	const topology = held?.topology as AreaTopology;
	const { features } = feature(topology, topology.objects.areas);
	const named = features.map((area) => ({
		...area,
		properties: { WD26CD: String(area.id), LAD26CD: 'E08000030' }
	}));
	return { type: 'FeatureCollection', features: named as Collection['features'] };
}

const replace = (json: unknown) =>
	replaceBoundaries(connection.db, {
		text: typeof json === 'string' ? json : JSON.stringify(json),
		set,
		source,
		now
	});

describe('boundaries', () => {
	const faults: [string, (file: Collection) => unknown, RegExp][] = [
		['not JSON', () => '{', /Not readable as JSON/],
		['another kind of file', () => ({ type: 'Topology' }), /not a GeoJSON FeatureCollection/i],
		['a ward missing', (file) => (file.features.pop(), file), /1 missing from the file: E050164/],
		[
			'an unknown ward',
			(file) => (named(file, 0, 'E05099999'), file),
			/1 not areas of this set.*E05099999/
		],
		[
			'a ward twice',
			(file) => (file.features.push(file.features[0] as never), file),
			/more than once: join their parts.*E05016433/
		],
		[
			'metres instead of degrees',
			(file) => (moved(file, ([x = 0, y = 0]) => [x * 1e5, y * 1e4]), file),
			/not longitude and latitude/
		],
		['an open ring', (file) => (first(file).pop(), file), /ring is not closed/],
		[
			'a ring that crosses itself',
			(file) => {
				const ring = first(file);
				const [a, b] = [ring[3], ring[20]];
				if (a && b) [ring[3], ring[20]] = [b, a];
				return file;
			},
			/crosses itself near/
		],
		[
			'another borough',
			(file) => (moved(file, ([x = 0, y = 0]) => [x + 1, y]), file),
			/of the borough lies in no area/
		],
		[
			'a ward over its neighbour',
			(file) => {
				const other = file.features[1];
				if (other && file.features[0]) file.features[0].geometry = other.geometry;
				return file;
			},
			/lies in two or more areas/
		]
	];

	test.each(faults)('%s is refused and nothing changes', async (_, spoil, message) => {
		await expect(replace(spoil(await official()))).rejects.toThrow(message);
		const sets = await connection.db
			.selectFrom('boundary_sets')
			.select('version')
			.where('vintage', '=', set)
			.execute();
		expect(sets).toEqual([{ version: 1 }]);
	});

	test('a sound file becomes the next version; the one before is kept', async () => {
		const file = await official();
		// Official files wind the other way and may hold all of England.
		for (const { geometry } of file.features)
			geometry.coordinates.forEach((ring) => ring.reverse());
		file.features.push({
			...structuredClone(file.features[0] as Collection['features'][number]),
			properties: { WD26CD: 'E05000001', LAD26CD: 'E09000001' }
		});
		expect(await replace(file)).toEqual({ version: 2, areas: 20, isSame: false });
		const sets = await connection.db
			.selectFrom('boundary_sets')
			.select(['version', 'in_use_to', 'label'])
			.where('vintage', '=', set)
			.orderBy('version')
			.execute();
		expect(sets.map(({ in_use_to }) => in_use_to?.toISOString() ?? null)).toEqual([
			now.toISOString(),
			null
		]);
		expect(sets[1]?.label).toBe(source);
		expect(await replace(file)).toMatchObject({ version: 2, isSame: true });
	});
});

describe('localities', () => {
	test.each([
		['no such locality', 'E05016433,Middle,2027-01-01,x', /line 2: "Middle" is not a locality/],
		['a former ward', 'E05001301,East,2027-01-01,x', /line 2: E05001301 .* was not in force/],
		['not a ward', 'E0501,East,2027-01-01,x', /line 2: "E0501" is not the code of a ward/],
		['a wrong date', 'E05016433,East,1 May,x', /line 2: "1 May" is not a date/],
		['no evidence', 'E05016433,East,2027-01-01,', /line 2: evidence is empty/],
		['wards left out', 'E05016433,East,2027-01-01,x', /E05016434 .* is missing: add a line/]
	])('%s is refused and nothing changes', async (_, line, message) => {
		const text = `ward,locality,valid_from,evidence\n${line}`;
		const wanted = { text, root: OPEN_DATA, now };
		await expect(replaceLocalities(connection.db, wanted)).rejects.toThrow(message);
		const editions = await connection.db.selectFrom('editions').select('id').execute();
		expect(editions).toHaveLength(1);
	});

	test('a list moves wards, lines and figures, and keeps what was said before', async () => {
		const wards = await connection.db
			.selectFrom('areas')
			.select('code')
			.where('vintage', '=', set)
			.orderBy('code')
			.execute();
		const lines = wards.map(
			({ code }, i) => `${code},${i < 10 ? 'East' : 'WLOC04'},2027-01-01,Cabinet`
		);
		const halves = lines.map((line, i) =>
			line.replace(/East/, i < 3 ? 'North' : i < 6 ? 'South' : 'East')
		);
		const text = ['ward,locality,valid_from,evidence', ...halves].join('\n');
		await replaceLocalities(connection.db, { text, root: OPEN_DATA, now });

		const figures = await connection.db
			.selectFrom('observations')
			.select(['numerator', 'held_to'])
			.where('indicator', '=', 'W04')
			.where('area', 'like', 'WLOC%')
			.execute();
		const open = figures.filter(({ held_to }) => held_to === null);
		expect(open).toHaveLength(4);
		expect(figures).toHaveLength(8);
		expect(open.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0)).toBe(7501);

		const links = await connection.db
			.selectFrom('area_links')
			.select(['parent', 'valid_from', 'valid_to'])
			.where('child', '=', wards[0]?.code ?? '')
			.where('parent', 'like', 'WLOC%')
			.orderBy('valid_from')
			.execute();
		expect(links).toEqual([
			{ parent: 'WLOC03', valid_from: '2026-05-07', valid_to: '2026-12-31' },
			{ parent: 'WLOC01', valid_from: '2027-01-01', valid_to: null }
		]);
		expect((await boundaries.topology(connection.db, 'localities-2021'))?.version).toBe(2);
	});
});

function first(file: Collection): number[][] {
	const geometry = file.features[0]?.geometry as unknown as {
		type: string;
		coordinates: number[][][] | number[][][][];
	};
	const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates[0];
	return (rings as number[][][])[0] ?? [];
}

function named(file: Collection, i: number, code: string): void {
	const area = file.features[i];
	if (area) area.properties = { ...area.properties, WD26CD: code };
}

function moved(file: Collection, to: (position: number[]) => number[]): void {
	for (const { geometry } of file.features) geometry.coordinates = deep(geometry.coordinates, to);
}

function deep<T>(value: T, to: (position: number[]) => number[]): T {
	if (!Array.isArray(value)) return value;
	if (typeof value[0] === 'number') return to(value) as T;
	return value.map((part) => deep(part, to)) as T;
}
