import { stringify, uneval } from 'devalue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish } from '../../../src/lib/domain/disclosure/gate.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as slices from '../../../src/lib/server/db/slices.ts';
import * as observations from '../../../src/lib/server/db/observations.ts';
import { nothing } from '../../../src/lib/server/export/reference.ts';
import { figures } from '../../../src/lib/server/export/tables/figures.ts';
import { endpoints } from '../../../src/routes/api/v1/endpoints/index.ts';
import { GET as placeFile } from '../../../src/routes/data/places/[file]/+server.ts';
import { GET as file } from '../../../src/routes/data/[file]/+server.ts';
import { testDatabase } from '../../support/db.ts';
import { event } from '../../support/event.ts';
import { ask, json } from './ask.ts';

// Planted: a value of a restricted indicator, a small count of people, and a group that is never shown
// below the borough. None of them may come out by any road.
const RESTRICTED = 98765.4321;
const SMALL = 3;
const SMALL_RATE = 7.654321;
const BOROUGH_ONLY = 54321.9876;
const AREA = 'WLOC01';
const PERIOD = '2021-03-21';

/** Answers while nothing is held of the restricted indicator. */
const beforePlanting = new Map<string, unknown>();
const figuresOfRestricted = ['/indicators/L05/values', `/series/L05/${AREA}`, '/map/L05'];

let connection: Connection;
let at: string;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	const { db } = connection;
	const [edition] = (await json(ask(db, '/editions'))).data;
	at = edition.published_at;
	await db
		.updateTable('breakdowns')
		.set({ borough_only: true })
		.where('id', '=', 'female')
		.execute();
	const { code } = await db
		.selectFrom('indicators')
		.innerJoin('indicator_versions as v', 'v.indicator', 'indicators.code')
		.select('code')
		.where('disclosure_rule', '=', 'people')
		.where('restricted', '=', false)
		.orderBy('code')
		.executeTakeFirstOrThrow();
	people = code;
	for (const path of figuresOfRestricted) beforePlanting.set(path, await json(ask(db, path)));
	await plant({ indicator: 'L05', value: RESTRICTED });
	await plant({ indicator: code, value: SMALL_RATE, numerator: SMALL, denominator: 400 });
	await plant({ indicator: 'W04', breakdown: 'female', value: BOROUGH_ONLY });
});
afterAll(() => connection.close());

let people = '';

describe('a raw row cannot leave', () => {
	it('JSON and SvelteKit refuse it, at any depth', async () => {
		const rows = await observations.held(connection.db, at, { indicators: ['W04'], areas: [AREA] });
		expect(rows.length).toBeGreaterThan(0);
		expect(() => JSON.stringify({ data: [rows] })).toThrow(/disclosure gate/);
		expect(() => uneval({ rows })).toThrow();
		expect(() => stringify({ rows })).toThrow();
	});

	it('the narrow cuts return sealed rows too, with what the gate needs', async () => {
		const of = { indicator: 'L05', area: AREA, breakdown: 'all' };
		const series = await slices.series(connection.db, at, of);
		const map = await slices.map(connection.db, at, {
			...of,
			period: PERIOD,
			vintage: 'localities-2021'
		});
		expect([series.length, map.length]).toEqual([1, 1]);
		expect(() => JSON.stringify(series)).toThrow(/disclosure gate/);
		expect([publish(series), publish(map)]).toEqual([[], []]);
	});

	it('the narrow cuts publish the same figures as the wide query', async () => {
		const of = { indicator: 'W04', breakdown: 'all', period: PERIOD, vintage: 'lsoa-2021' };
		const narrow = publish(await slices.map(connection.db, at, of));
		const wide = publish(
			await observations.held(connection.db, at, {
				indicators: ['W04'],
				breakdowns: ['all'],
				periods: [PERIOD],
				vintages: ['lsoa-2021']
			})
		);
		expect(narrow).toEqual(wide);
		const series = publish(
			await slices.series(connection.db, at, {
				indicator: 'W07',
				area: 'E08000030',
				breakdown: 'all'
			})
		);
		const whole = publish(
			await observations.held(connection.db, at, {
				indicators: ['W07'],
				areas: ['E08000030'],
				breakdowns: ['all']
			})
		);
		expect(series.toSorted(byPeriod)).toEqual(whole.toSorted(byPeriod));
	});

	it('its type does not fit a table of figures, and its content is not there to be read', async () => {
		const rows = await observations.held(connection.db, at, { indicators: ['W04'], areas: [AREA] });
		// @ts-expect-error a sealed row is no figure: the type check fails if this ever compiles
		const write = () => figures(rows, nothing);
		expect(write).toThrow(TypeError);
	});
});

describe('nothing planted comes out of the interface', () => {
	const paths = () =>
		endpoints.flatMap(({ path, formats }) =>
			['L05', people, 'W04'].flatMap((code) =>
				formats.filter((format) => format !== 'xlsx').map((format) => address(path, code, format))
			)
		);
	it('by any address, in JSON or CSV', async () => {
		for (const one of [...new Set(paths())]) await expectClean(one, await ask(connection.db, one));
		for (const one of [
			'/map/w04?by=locality&breakdown=female',
			`/series/w04/${AREA}?breakdown=female`
		]) {
			await expectClean(one, await ask(connection.db, one));
		}
	});

	it('the figures of a restricted indicator are refused, in the same words held or not', async () => {
		for (const path of figuresOfRestricted) {
			const held = await json(ask(connection.db, path));
			expect(held).toEqual(beforePlanting.get(path));
			expect(held.status).toBe(403);
			expect(held.detail).toContain('named role');
		}
	});

	it('a restricted indicator is listed with its definition and without figures', async () => {
		const { data } = await json(ask(connection.db, '/indicators?kind=catalogue&limit=100'));
		expect(data).toHaveLength(60);
		const found = data.filter((row: { restricted: boolean }) => row.restricted);
		expect(found).toEqual([
			expect.objectContaining({ indicator_code: 'L05', figures: 0, periods: 0, levels: [] })
		]);
		const one = (await json(ask(connection.db, '/indicators/L05'))).data;
		expect(one).toMatchObject({ restricted: true, coverage: [], figures: 0 });
		expect(one.definition.length).toBeGreaterThan(10);
	});

	it('a small count of people is hidden with its rate, and says so', async () => {
		const { data } = await json(ask(connection.db, `/series/${people}/${AREA}`));
		expect(data).toEqual([
			expect.objectContaining({
				value: null,
				numerator: null,
				denominator: null,
				lower_95: null,
				state: 'Hidden',
				code: '[c]'
			})
		]);
	});
});

describe('nothing planted comes out of a download', () => {
	it.each(['all.csv', 'w04.csv', 'w04.json', 'catalogue.csv', 'judgements.csv', 'areas.json'])(
		'%s',
		async (name) => {
			await expectClean(name, await download(name));
		}
	);
	it('nor of the small count’s own files, nor of its place’s', async () => {
		for (const format of ['csv', 'json']) {
			const name = `${people.toLowerCase()}.${format}`;
			await expectClean(name, await download(name));
			const made = await event({ db: connection.db, params: { file: `${AREA}.${format}` } });
			await expectClean(AREA, await placeFile(made as never));
		}
	});
	it('a restricted indicator has no file, held or not', async () => {
		await expect(download('l05.csv')).rejects.toMatchObject({ status: 403 });
		await expect(download('l05.csv-metadata.json')).rejects.toMatchObject({ status: 403 });
	});
});

async function download(name: string): Promise<Response> {
	return file((await event({ db: connection.db, params: { file: name } })) as never);
}

function address(path: string, code: string, format: string): string {
	const filled = path.startsWith('/areas')
		? path.replace('{code}', AREA)
		: path.replace('{code}', code).replace('{area}', AREA).replace('{id}', '1');
	return filled === '/' ? '/' : `${filled}.${format}`;
}

async function expectClean(from: string, response: Response): Promise<void> {
	const text = await response.text();
	for (const planted of [RESTRICTED, SMALL_RATE, BOROUGH_ONLY]) {
		expect(text.includes(String(planted)), `${planted} in ${from}`).toBe(false);
	}
	// Only the catalogue names it: no row of figures, not even one that says hidden.
	if (/^(\/indicators(\/L05)?\.|catalogue)/.test(from)) return;
	expect(/"L05|(^|\n)L05,/.test(text) && response.status === 200, `L05 in ${from}`).toBe(false);
}

interface Planted {
	indicator: string;
	value: number;
	breakdown?: string;
	numerator?: number;
	denominator?: number;
}

async function plant(given: Planted): Promise<void> {
	await connection.db
		.insertInto('observations')
		.values({
			version: 1,
			area: AREA,
			period: PERIOD,
			breakdown: 'all',
			numerator: null,
			denominator: null,
			lower: 1,
			upper: 99,
			state: 'known',
			provisional: false,
			estimated: false,
			revised: false,
			small_base: false,
			note: null,
			source_id: null,
			// As if publication had missed it: the gate itself must see it.
			protection: 'shown',
			held_from: at,
			...given
		})
		.execute();
}

const byPeriod = (a: { period: string }, b: { period: string }) => (a.period < b.period ? -1 : 1);
