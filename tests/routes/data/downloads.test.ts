import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/lib/domain/disclosure/gate.ts';
import * as format from '../../../src/lib/domain/format.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as indicators from '../../../src/lib/server/db/indicators.ts';
import { tables } from '../../../src/routes/data/tables.ts';
import * as published from '../../../src/lib/server/figures.ts';
import { GET as file } from '../../../src/routes/data/[file]/+server.ts';
import { load } from '../../../src/routes/data/+page.server.ts';
import type { PageServerData } from '../../../src/routes/data/$types';
import { GET as placeFile } from '../../../src/routes/data/places/[file]/+server.ts';
import { testDatabase } from '../../support/db.ts';
import { event } from '../../support/event.ts';

let connection: Connection;
let at: string;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	at = (await event({ db: connection.db })).locals.edition.publishedAt;
});
afterAll(() => connection.close());

type Row = Record<string, string>;

async function get(name: string): Promise<Response> {
	const [path = '', search] = name.split('?');
	const made = await event({
		db: connection.db,
		params: { file: path.replace('places/', '') },
		search: search ? `?${search}` : ''
	});
	return path.startsWith('places/') ? placeFile(made as never) : file(made as never);
}
const rowsOf = async (name: string): Promise<Row[]> =>
	parse(await (await get(name)).text(), { columns: true });

describe.each(['W04', 'W07', 'T09'])('the files of %s hold the figures of its page', (code) => {
	const name = code.toLowerCase();
	let figures: Figure[];
	beforeAll(async () => {
		figures = await published.held(connection.db, at, { indicators: [code] });
		expect(figures.length).toBeGreaterThan(20);
	});

	it('CSV: the value, and the same words as the page prints', async () => {
		const indicator = await indicators.byCode(connection.db, code);
		const rows = await rowsOf(`${name}.csv`);
		expect(rows).toHaveLength(figures.length);
		for (const [place, { area, period, breakdown, value }] of figures.entries()) {
			const row = rows[place] as Row;
			expect([row['Area code'], row['Period'], row['Group code']]).toEqual([
				area,
				period,
				breakdown
			]);
			if (value === null || !indicator) continue;
			expect(Number(row['Value'])).toBeCloseTo(value, 8);
			expect(row['Value as shown']).toBe(format.value(value, indicator));
		}
	});

	it('XLSX and JSON: the same numbers', async () => {
		const { sheets } = await readXlsx(
			new Uint8Array(await (await get(`${name}.xlsx`)).arrayBuffer())
		);
		const place = sheets[0]?.rows[0]?.indexOf('Value') ?? -1;
		const { data } = (await (await get(`${name}.json`)).json()) as { data: { value: number }[] };
		expect(sheets[0]?.rows.slice(1).map((row) => row[place] ?? null)).toEqual(
			data.map(({ value }) => value)
		);
		expect(data.length).toBe(figures.length);
	});

	it('the name of the file says which measure and which edition', async () => {
		const response = await get(`${name}.xlsx`);
		expect(response.headers.get('content-disposition')).toBe(
			`attachment; filename="${name}-${at.slice(0, 10)}.xlsx"`
		);
	});
});

describe('a value that is missing is blank, and its state says why', () => {
	it('the neighbourhood that the census table leaves out', async () => {
		const [row] = await rowsOf('x03.csv?area=E01032888');
		expect(row).toMatchObject({
			Value: '',
			'Value as shown': '',
			'Lower 95% limit': '',
			Numerator: '',
			State: 'Not collected',
			Code: '[x]'
		});
	});
	it('no row anywhere has a value and a missing state, or neither', async () => {
		for (const row of await rowsOf('all.csv')) {
			expect([row['Value'] !== '', row['State']]).toEqual([row['State'] === 'Known', row['State']]);
		}
	});
});

describe('filters are those of the interface', () => {
	it.each([
		['w04.csv?level=locality', 4],
		['w04.csv?level=ward&boundaries=wards-2026&compare=england', 21],
		['w04.csv?area=E08000030&breakdown=all', 1],
		['w07.csv?area=E08000030&period=2024,2025', 2],
		['w04.csv?level=', undefined]
	])('%s', async (name, rows) => {
		expect(await rowsOf(name)).toHaveLength(rows ?? (await rowsOf('w04.csv')).length);
	});
	it.each([
		['w04.csv?colour=red', /colour.*You can use: area, level/],
		['w04.csv?level=street', /street.*ward/],
		['catalogue.csv?level=ward', /level.*You can use: compare/],
		['places/WLOC01.csv?area=WLOC02', /area.*compare/]
	])('%s is refused with what can be used', async (name, message) => {
		await expect(get(name)).rejects.toMatchObject({
			status: 400,
			body: { message: expect.stringMatching(message) }
		});
	});
	it.each(['w99.csv', 'w04.pdf', 'all.xlsx', 'all.json', '..csv', 'places/E99999999.csv'])(
		'%s does not exist, and the answer says where to look',
		async (name) => {
			await expect(get(name)).rejects.toMatchObject({
				status: 404,
				body: { message: expect.stringMatching(/data page|list/) }
			});
		}
	);
});

describe('every file has its metadata', () => {
	it.each(['w04', 'all', 'places/WLOC01', ...tables.map(({ name }) => name)])(
		'%s',
		async (name) => {
			const described = (await (await get(`${name}.csv-metadata.json`)).json()) as {
				url: string;
				tableSchema: { columns: { titles: string }[] };
			};
			const [header] = parse(await (await get(`${name}.csv`)).text(), { to_line: 1 });
			expect(`${name}.csv`.toLowerCase()).toMatch(new RegExp(`${described.url}$`));
			expect(described.tableSchema.columns.map(({ titles }) => titles)).toEqual(header);
		}
	);
});

describe('the data page', () => {
	it('offers a file for each measure with figures, and says what the others wait for', async () => {
		const made = await event({ db: connection.db, path: '/data' });
		const data = (await load(made as never)) as PageServerData;
		const codes = data.groups.flatMap(({ rows }) => rows.map(({ code }) => code));
		expect(codes).toHaveLength(data.filled);
		expect(codes).toEqual(expect.arrayContaining(['W04', 'W07', 'T09']));
		expect(codes).not.toContain('L05');
		expect(data.waiting.every(({ awaited }) => awaited.length > 5)).toBe(true);
		const all = await rowsOf('all.csv');
		expect(data.figures).toBe(all.length);
		expect(new Set(all.map((row) => row['Indicator code']))).toEqual(new Set(codes));
	});
	it('shows statements that disagree together, each with the date of its source', async () => {
		const data = (await load((await event({ db: connection.db })) as never)) as PageServerData;
		for (const same of data.conflicts) {
			expect(same.length).toBeGreaterThan(1);
			expect(same.every((fact) => fact.source_date.length > 0)).toBe(true);
		}
	});
});
