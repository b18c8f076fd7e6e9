import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import { testDatabase } from '../../support/db.ts';
import { ask, json } from './ask.ts';

let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
});
afterAll(() => connection.close());
const get = (address: string) => json(ask(connection.db, address));

describe('a wrong address is refused, with what is wrong and what is allowed', () => {
	it.each([
		['/themes?colour=red', 400, 'colour', 'limit'],
		['/indicators/w04/values?level=street', 400, 'level', 'ward'],
		['/indicators/w04/values?level=ward&levle=ward', 400, 'levle', 'level'],
		['/indicators/w04/values?area=E99999999', 400, 'area', '/api/v1/areas'],
		['/indicators/w04/values?period=last', 400, 'period', '/api/v1/periods'],
		['/indicators/w04/values?breakdown=everyone', 400, 'breakdown', '/api/v1/breakdowns'],
		['/indicators/w04/values?boundaries=wards', 400, 'boundaries', 'wards-2026'],
		['/indicators/w04/values?compare=france', 400, 'compare', 'england'],
		['/indicators/w04/values?limit=10001', 400, 'limit', '10000'],
		['/indicators/w04/values?limit=ten', 400, 'limit', '10000'],
		['/indicators/w04/values?offset=-1', 400, 'offset', '0'],
		['/indicators?theme=P9', 400, 'theme', 'P1'],
		['/map/w04?by=postcode', 400, 'by', 'lsoa'],
		['/judgements?kind=opinion', 400, 'kind', 'movement'],
		['/judgements?indicator=W99', 400, 'indicator', '/api/v1/indicators'],
		['/indicators/w04.csv', 400, 'format', 'json'],
		['/themes?format=xml', 400, 'format', 'csv'],
		['/no-such-address', 404, undefined, '/api/v1'],
		['/indicators/w99', 404, undefined, '/api/v1/indicators'],
		['/indicators/w99/values', 404, undefined, '/api/v1/indicators'],
		['/series/w04/E99999999', 404, undefined, '/api/v1/areas'],
		['/map/w99', 404, undefined, '/api/v1/indicators'],
		['/areas/Walsall', 404, undefined, '/api/v1/areas'],
		['/judgements/0', 404, undefined, 'number'],
		['/judgements/first', 404, undefined, 'number'],
		['/judgements/1e3', 404, undefined, 'number'],
		['/series/w04/E08000030/2021', 404, undefined, '/api/v1']
	])('%s: %i', async (address, status, parameter, allowed) => {
		const response = await ask(connection.db, address);
		expect(response.status).toBe(status);
		expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
		expect(response.headers.get('access-control-allow-origin')).toBe('*');
		const problem = await json(response);
		expect(problem.status).toBe(status);
		expect(problem.detail).toContain(allowed);
		expect(problem.errors?.[0].parameter).toBe(parameter);
	});

	it('a measure of the make-up of the population has no map', async () => {
		const { data } = await get('/indicators?kind=context&figures=yes');
		const details = await Promise.all(
			data.map((row: { indicator_code: string }) => get(`/indicators/${row.indicator_code}`))
		);
		const withoutMap = details.filter((one) => !one.data.map_allowed);
		expect(withoutMap.length).toBeGreaterThan(0);
		for (const { data } of withoutMap) {
			expect((await ask(connection.db, `/map/${data.indicator_code}`)).status).toBe(404);
		}
	});
});

describe('every answer can be dated, credited and read anywhere', () => {
	it.each(['/', '/indicators/w04/values?limit=1', '/series/w07/E08000030', '/map/w04', '/areas'])(
		'%s',
		async (address) => {
			const response = await ask(connection.db, address);
			expect(response.headers.get('access-control-allow-origin')).toBe('*');
			expect(response.headers.get('set-cookie')).toBeNull();
			const answer = await json(response);
			expect(answer.as_at).toBe(answer.edition.published_at);
			expect(answer.licence.name).toContain('Open Government Licence');
			expect(answer.attribution).toContain('Crown copyright');
		}
	);

	it('names the sources of what is shown', async () => {
		const { sources } = await get('/series/w04/E08000030');
		expect(sources.map(({ id }: { id: string }) => id)).toContain('census-2021');
	});
});

describe('methods', () => {
	it('OPTIONS says what is allowed, without a body', async () => {
		const response = await ask(connection.db, '/themes', { method: 'OPTIONS' });
		expect(response.status).toBe(204);
		expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
		expect(response.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
		expect(await response.text()).toBe('');
	});
	it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is refused', async (method) => {
		const response = await ask(connection.db, '/themes', { method });
		expect(response.status).toBe(405);
		expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
	});
});

describe('figures', () => {
	it('a series is in the order of time, whatever its codes', async () => {
		for (const code of ['w07', 't09', 't01']) {
			const { data } = await get(`/series/${code}/E08000030`);
			const ends = data.map((row: { period_ends: string }) => row.period_ends);
			expect(ends).toEqual(ends.toSorted());
		}
	});

	it('a map has lists of one length, by code, in the default ward set of May 2026', async () => {
		const answer = await get('/map/w04');
		expect(answer.boundaries).toBe('wards-2026');
		expect(Object.values(answer.data).map((list) => (list as []).length)).toEqual(
			Array.from({ length: 7 }, () => 20)
		);
		expect(answer.data.area_code).toEqual(answer.data.area_code.toSorted());
		expect(answer.classes.upper.length).toBeLessThanOrEqual(5);
	});

	it('a map of neighbourhoods keeps the one that was not collected, without a value', async () => {
		const { data } = await get('/map/x03?by=lsoa');
		const place = data.area_code.indexOf('E01032888');
		expect(data.area_code).toHaveLength(169);
		expect([data.value[place], data.state[place], data.code[place]]).toEqual([
			null,
			'Not collected',
			'[x]'
		]);
	});

	it('a map of a level without figures is empty, not wrong', async () => {
		const { period, data } = await get('/map/w07?by=lsoa');
		expect(period).toBeNull();
		expect(data.area_code).toEqual([]);
	});

	it('pages follow one another and hold every row once', async () => {
		const whole = await get('/indicators/w04/values');
		const seen: unknown[] = [];
		let next: string | null = '/api/v1/indicators/w04/values?limit=100';
		while (next) {
			const page: { data: unknown[]; next: string | null; total: number } = await get(
				next.replace('/api/v1', '')
			);
			expect(page.total).toBe(whole.total);
			seen.push(...page.data);
			next = page.next;
		}
		expect(seen).toEqual(whole.data);
		expect(seen).toHaveLength(whole.total);
	});

	it.each([
		['level=locality', 4],
		['level=locality&compare=england', 5],
		['level=ward&boundaries=wards-2026', 20],
		['level=ward', 40],
		['area=E08000030,WLOC01', 2],
		['area=E08000030&compare=england,region', 3],
		['area=E08000030&level=ward', 0],
		['level=locality&breakdown=all&period=2021-03-21', 4],
		['area=e08000030', 1]
	])('?%s chooses %i rows', async (search, rows) => {
		const { data } = await get(`/indicators/w04/values?${search}`);
		expect(data).toHaveLength(rows);
	});

	it('compare alone gives the areas of Walsall and the comparators, no others', async () => {
		const { data } = await get('/indicators/w04/values?compare=england&limit=10000');
		const outside = data.filter((row: { boundaries: string }) =>
			['country', 'region', 'borough'].includes(row.boundaries)
		);
		expect(outside.map((row: { area: string }) => row.area).toSorted()).toEqual([
			'England',
			'Walsall'
		]);
	});

	it('CSV has the rows of JSON, and the names that JSON has beside them', async () => {
		const { data } = await get('/series/t09/E08000030?breakdown=all');
		const text = await (await ask(connection.db, '/series/t09/E08000030.csv')).text();
		const rows = parse(text, { columns: true }) as Record<string, string>[];
		expect(rows.map((row) => row['Value'])).toEqual(
			data.map((row: { value: number | null }) => String(row.value ?? ''))
		);
		expect(rows.every((row) => row['Area'] === 'Walsall')).toBe(true);
	});

	it('a place has its latest figures, and its comparators for the same periods', async () => {
		const own = await get('/areas/WLOC02/profile');
		const both = await get('/areas/WLOC02/profile?compare=england');
		const key = (row: { indicator_code: string; period: string }) =>
			row.indicator_code + row.period;
		const england = both.data.filter((row: { area_code: string }) => row.area_code === 'E92000001');
		expect(own.data.length).toBeGreaterThan(10);
		expect(england.length).toBeGreaterThan(5);
		expect(own.data.map(key)).toEqual(expect.arrayContaining(england.map(key)));
	});

	it('an area says where it lies, since when and with what share', async () => {
		const { data } = await get('/areas/E05016446');
		expect(data.contains.length).toBeGreaterThan(0);
		for (const link of [...data.lies_in, ...data.contains]) {
			expect(link.valid_from).toMatch(/^\d{4}/);
			expect(link.share).toBeGreaterThan(0);
		}
	});

	it('before the first edition there were no figures', async () => {
		const edition = {
			id: '2020-01-01',
			publishedAt: '2020-01-01T23:59:59.999Z',
			label: 'Nothing',
			note: null
		};
		const answer = await json(ask(connection.db, '/series/w07/E08000030', { edition }));
		expect(answer.data).toEqual([]);
		expect(answer.as_at).toBe(edition.publishedAt);
	});
});

describe('judgements', () => {
	it('each has what a sentence rests on, and is found again by its number', async () => {
		const { data } = await get('/judgements?indicator=W07&area=E08000030');
		expect(data.length).toBeGreaterThan(0);
		for (const row of data) {
			const { data: one } = await get(`/judgements/${row.judgement}`);
			expect(one).toMatchObject(row);
			expect(one.method).toBeTruthy();
			expect(one.held_to).toBeNull();
		}
	});
});
