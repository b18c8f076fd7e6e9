import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as editions from '../../../src/lib/server/db/editions.ts';
import * as figures from '../../../src/lib/server/figures.ts';
import type { SeriesFile } from '../../../src/lib/server/load/open-data.ts';
import { MERGED_FROM } from '../../../src/lib/server/load/replace-localities.ts';
import { refreshOpenData } from '../../../src/lib/server/load/refresh.ts';
import { OPEN_DATA } from '../../../src/lib/server/prepare.ts';
import { testDatabase } from '../../support/db.ts';

// A program that comes with newer open data, on a database that holds the older ones.

const INDICATOR = 'W07';
const WALSALL = 'E08000030';
const now = new Date('2037-05-01T09:00:00.000Z');

let connection: Connection;
let root: string;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	root = mkdtempSync(join(tmpdir(), 'open-data-'));
	cpSync(OPEN_DATA, root, { recursive: true });
});
afterAll(async () => {
	rmSync(root, { recursive: true, force: true });
	await connection.close();
});

/** Rewrites one file of the copy, and so the manifest's hash. */
function change(alter: (walsall: (number | null)[]) => void): void {
	const path = join(root, 'series', 'claimant-count.json');
	const file = JSON.parse(readFileSync(path, 'utf8')) as SeriesFile;
	for (const { areas } of file.series) if (areas[WALSALL]) alter(areas[WALSALL].value);
	writeFileSync(path, JSON.stringify(file));
	const manifest = join(root, 'manifest.json');
	writeFileSync(manifest, `${readFileSync(manifest, 'utf8')} `);
}

const held = async (at: string) =>
	(
		await figures.held(connection.db, at, {
			indicators: [INDICATOR],
			areas: [WALSALL],
			breakdowns: ['all']
		})
	).map(({ value, flags }) => ({ value, isRevised: flags.includes('r') }));

test('the same open data are no news', async () => {
	expect(await refreshOpenData(connection.db, { root, now })).toBeUndefined();
	expect(await editions.all(connection.db)).toHaveLength(1);
});

test('changed figures are a new edition, and the edition before shows what it showed', async () => {
	const [first] = await editions.all(connection.db);
	const before = await held(first?.publishedAt ?? '');
	change((values) => {
		values[values.length - 1] = 99.5;
		values[0] = null;
	});
	const done = await refreshOpenData(connection.db, { root, now });
	expect(done).toMatchObject({ fresh: [], gone: 1, kept: 0, unplaced: 0 });
	expect(done?.revised).toHaveLength(1);
	const [, second] = await editions.all(connection.db);
	expect(second).toMatchObject({ id: done?.edition, publishedAt: now.toISOString() });
	const after = await held(now.toISOString());
	expect(after).toHaveLength(before.length - 1);
	expect(after.at(-1)).toEqual({ value: 99.5, isRevised: true });
	expect(await held(first?.publishedAt ?? '')).toEqual(before);
});

test('once published they are no news', async () => {
	expect(await refreshOpenData(connection.db, { root, now })).toBeUndefined();
});

test('a figure entered here is not overwritten', async () => {
	const entered = new Date('2037-06-01T09:00:00.000Z');
	await connection.db
		.updateTable('observations')
		.set({ value: 12.25, held_from: entered })
		.where('indicator', '=', INDICATOR)
		.where('area', '=', WALSALL)
		.where('value', '=', 99.5)
		.execute();
	change((values) => (values[values.length - 1] = 98));
	const later = new Date('2037-07-01T09:00:00.000Z');
	const done = await refreshOpenData(connection.db, { root, now: later });
	expect(done).toMatchObject({ fresh: [], revised: [], gone: 0, kept: 1, edition: undefined });
	expect((await held(later.toISOString())).at(-1)).toEqual({ value: 12.25, isRevised: true });
});

test('nothing is published on a database that was never filled', async () => {
	const empty = await testDatabase();
	try {
		await expect(refreshOpenData(empty.db, { root, now })).rejects.toThrow(/npm start/);
	} finally {
		await empty.close();
	}
});

test('localities that follow a list of the council are left to it', async () => {
	const later = new Date('2037-09-01T09:00:00.000Z');
	await connection.db
		.insertInto('settings')
		.values({ key: MERGED_FROM, value: 'wards-2026', changed_at: later })
		.execute();
	change((values) => (values[1] = 98));
	const localities = connection.db
		.selectFrom('observations')
		.innerJoin('areas', 'areas.code', 'observations.area')
		.select(['observations.id', 'observations.held_to'])
		.where('areas.level', '=', 'locality')
		.orderBy('observations.id');
	const before = await localities.execute();
	const done = await refreshOpenData(connection.db, { root, now: later });
	expect(done).toMatchObject({ localitiesKept: true, gone: 0, fresh: [] });
	expect(done?.revised).toHaveLength(1);
	expect(await localities.execute()).toEqual(before);
});
