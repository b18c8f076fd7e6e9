import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import type { Manifest } from '../../../src/lib/server/load/open-data.ts';
import { testDatabase } from '../../support/db.ts';

let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
});
afterAll(() => connection.close());

test('every file is as the manifest says', () => {
	const root = 'static/open-data';
	const manifest = JSON.parse(readFileSync(`${root}/manifest.json`, 'utf8')) as Manifest;
	const wrong = manifest.files.filter(({ path, sha256 }) => {
		const bytes = readFileSync(`${root}/${path}`);
		return createHash('sha256').update(bytes).digest('hex') !== sha256;
	});
	expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('60 proposed indicators, each with a main theme; one is restricted', async () => {
	const rows = await connection.db
		.selectFrom('indicators')
		.selectAll()
		.where('kind', '=', 'catalogue')
		.execute();
	expect(rows).toHaveLength(60);
	expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['proposed']));
	expect(rows.filter(({ restricted }) => restricted).map(({ code }) => code)).toEqual(['L05']);
	const mains = await connection.db
		.selectFrom('indicator_themes')
		.select('indicator')
		.where('is_main', '=', true)
		.execute();
	const indicators = await connection.db.selectFrom('indicators').select('code').execute();
	expect(mains.map(({ indicator }) => indicator).sort()).toEqual(
		indicators.map(({ code }) => code).sort()
	);
});

test('an indicator has figures or says what is awaited, never both', async () => {
	const rows = await connection.db
		.selectFrom('indicator_versions')
		.select(['indicator', 'awaited', 'why', 'who_missed'])
		.select(({ exists, selectFrom }) =>
			exists(
				selectFrom('observations')
					.select('id')
					.whereRef('observations.indicator', '=', 'indicator_versions.indicator')
			).as('filled')
		)
		.execute();
	const unclear = rows.filter(({ awaited, filled }) => (awaited === null) !== Boolean(filled));
	expect(unclear).toEqual([]);
	expect(rows.filter(({ why, who_missed }) => !why || !who_missed)).toEqual([]);
	expect(rows.filter(({ filled }) => filled).length).toBeGreaterThanOrEqual(35);
});

test('at least ten measures below the borough with counts, eight long series with comparators', async () => {
	const below = await connection.db
		.selectFrom('observations')
		.innerJoin('areas', 'areas.code', 'observations.area')
		.select('indicator')
		.distinct()
		.where('areas.level', '=', 'ward')
		.where('numerator', 'is not', null)
		.where('denominator', 'is not', null)
		.execute();
	expect(below.length).toBeGreaterThanOrEqual(10);
	const long = await connection.db
		.selectFrom('observations')
		.select(['indicator', 'area'])
		.select(({ fn }) => fn.count<number>('period').distinct().as('periods'))
		.where('observations.state', '=', 'known')
		.where('area', 'in', ['E08000030', 'E92000001', 'E12000005', 'E08000031'])
		.groupBy(['indicator', 'area'])
		.having(({ fn }) => fn.count('period').distinct(), '>=', 10)
		.execute();
	const areas = Map.groupBy(long, ({ indicator }) => indicator);
	const whole = [...areas.values()].filter((rows) => rows.length === 4);
	expect(whole.length).toBeGreaterThanOrEqual(8);
});

test('make-up of the population has no map, no judgement and no class', async () => {
	const banned = ['X12', 'X13', 'X17', 'X18', 'X19', 'X22', 'X23'];
	const versions = await connection.db
		.selectFrom('indicator_versions')
		.select('map_allowed')
		.where('indicator', 'in', banned)
		.execute();
	expect(versions.every(({ map_allowed }) => !map_allowed)).toBe(true);
	for (const table of ['judgements', 'class_breaks'] as const) {
		const rows = await connection.db
			.selectFrom(table)
			.select('indicator')
			.where('indicator', 'in', banned)
			.execute();
		expect(rows).toEqual([]);
	}
});

test('facts that contradict each other share a topic', async () => {
	const facts = await connection.db.selectFrom('facts').select(['id', 'topic']).execute();
	const topics = Map.groupBy(facts, ({ topic }) => topic);
	for (const topic of [
		'beneficiaries',
		'programme-period',
		'evaluation-launch',
		'population',
		'four-hundred'
	]) {
		expect(topics.get(topic)?.length, topic).toBeGreaterThanOrEqual(2);
	}
});
