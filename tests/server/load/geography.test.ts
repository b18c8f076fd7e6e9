import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import { testDatabase } from '../../support/db.ts';

// Figures below the borough: built from neighbourhoods, totals kept, nothing spread downwards.

let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
});
afterAll(() => connection.close());

type Fixture = Record<string, Record<string, number[]>>;
const fixture = (name: string) =>
	JSON.parse(readFileSync(`tests/fixtures/open-data/${name}.json`, 'utf8')) as Fixture;

async function countsOf(indicator: string, vintage: string) {
	const rows = await connection.db
		.selectFrom('observations')
		.innerJoin('areas', 'areas.code', 'observations.area')
		.select(['area', 'numerator', 'denominator', 'estimated', 'value'])
		.where('indicator', '=', indicator)
		.where('vintage', '=', vintage)
		.where('period', '=', '2021-03-21')
		.where('observations.state', '=', 'known')
		.execute();
	return new Map(rows.map((row) => [row.area, row]));
}

const sum = (values: (number | null)[]) => values.reduce<number>((total, v) => total + (v ?? 0), 0);

describe.each([
	['W04', 7501, 273_392],
	['L07', 5826, 112_216]
])('%s', (indicator, numerator, denominator) => {
	test.each([
		['lsoa-2021', 169],
		['msoa-2021', 39],
		['wards-2004', 20],
		['wards-2026', 20],
		['localities-2021', 4]
	])('adds up to the borough over %s', async (vintage, areas) => {
		const rows = [...(await countsOf(indicator, vintage)).values()];
		expect(rows).toHaveLength(areas);
		expect(sum(rows.map((row) => row.numerator))).toBe(numerator);
		expect(sum(rows.map((row) => row.denominator))).toBe(denominator);
		expect(rows.every((row) => row.estimated === (vintage === 'wards-2026'))).toBe(true);
	});
});

test.each([
	['W04', 'ts029', [5, 6]],
	['X01', 'ts067', [1]],
	['X09', 'ts054', [6]],
	['X06', 'ts037', [4, 5]]
])('%s: new wards agree with an independent estimate of %s', async (indicator, table, columns) => {
	const independent = fixture('ward2026-estimate')[table] ?? {};
	const rows = await countsOf(indicator, 'wards-2026');
	expect(rows.size).toBe(20);
	for (const [ward, values] of Object.entries(independent)) {
		const numerator = sum(columns.map((column) => values[column] ?? 0));
		// Each published cell was rounded by itself: a person a column, and one of ours.
		expect(Math.abs((rows.get(ward)?.numerator ?? -99) - numerator)).toBeLessThanOrEqual(3);
		expect(Math.abs((rows.get(ward)?.denominator ?? -99) - (values[0] ?? 0))).toBeLessThanOrEqual(
			2
		);
	}
});

test('former wards are the published sums of their neighbourhoods', async () => {
	const published = fixture('ward')['ts052'] ?? {};
	const rows = await countsOf('L07', 'wards-2004');
	for (const [ward, values] of Object.entries(published)) {
		expect(rows.get(ward)?.denominator).toBe(values[0]);
		expect(rows.get(ward)?.numerator).toBe((values[4] ?? 0) + (values[5] ?? 0));
	}
});

test('a neighbourhood that was not published is not collected, and its ward says so', async () => {
	const rows = await connection.db
		.selectFrom('observations')
		.select(['area', 'state', 'value', 'estimated', 'note'])
		.where('indicator', '=', 'X03')
		.where('area', 'in', ['E01032888', 'E05001305', 'WLOC01', 'E05001312'])
		.orderBy('area')
		.execute();
	const [lsoa, blakenall, pelsall, north] = rows;
	expect(lsoa).toMatchObject({ area: 'E01032888', state: 'not collected', value: null });
	expect(blakenall).toMatchObject({ area: 'E05001305', state: 'known', estimated: true });
	expect(blakenall?.note).toContain('without one neighbourhood');
	expect(north?.note).toContain('without one neighbourhood');
	expect(pelsall).toMatchObject({ estimated: false, note: null });
});

test('a borough series has no value below the borough', async () => {
	const rows = await connection.db
		.selectFrom('observations')
		.innerJoin('areas', 'areas.code', 'observations.area')
		.select('indicator')
		.where('observations.source_id', '=', 'els')
		.where('areas.level', 'in', ['locality', 'ward', 'msoa', 'lsoa'])
		.execute();
	expect(rows).toEqual([]);
});

test('no row of a borough-only group lies below the borough, nor can it be worked out', async () => {
	const rows = await connection.db
		.selectFrom('observations')
		.innerJoin('areas', 'areas.code', 'observations.area')
		.innerJoin('breakdowns', 'breakdowns.id', 'observations.breakdown')
		.select(['breakdowns.id', 'areas.level'])
		.where('borough_only', '=', true)
		.execute();
	expect(new Set(rows.map(({ id }) => id))).toEqual(
		new Set(['ethnic-traveller', 'ethnic-roma', 'ethnic-other-white'])
	);
	expect(new Set(rows.map(({ level }) => level))).toEqual(
		new Set(['country', 'region', 'borough'])
	);
	const files = ['ts021', 'ts021-all-groups'].map(
		(name) =>
			JSON.parse(readFileSync(`static/open-data/census2021/${name}.json`, 'utf8')) as {
				columns: string[];
				neighbourhoods?: unknown;
			}
	);
	const separate = files.filter(({ columns }) => columns.some((name) => name.endsWith(': Roma')));
	expect(separate.every(({ neighbourhoods }) => neighbourhoods === undefined)).toBe(true);
});

test('the shares of a new ward in localities add up to one', async () => {
	const links = await connection.db
		.selectFrom('area_links')
		.select(['child', 'parent', 'share'])
		.where('parent', 'like', 'WLOC%')
		.where('child', 'like', 'E050164%')
		.execute();
	const wards = Map.groupBy(links, ({ child }) => child);
	expect(wards.size).toBe(20);
	for (const parts of wards.values())
		expect(sum(parts.map(({ share }) => share))).toBeCloseTo(1, 9);
	const stMatthews = wards.get('E05016450')?.find(({ parent }) => parent === 'WLOC02');
	expect(stMatthews?.share).toBeCloseTo(0.694, 3);
});
