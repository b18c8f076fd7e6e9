import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import { loadOpenData } from '../../../src/lib/server/load/load.ts';
import { OPEN_DATA } from '../../../src/lib/server/prepare.ts';
import { testDatabase } from '../../support/db.ts';

const now = new Date('2026-11-22T12:00:00Z');

test('a database that holds the open data is left as it is', async () => {
	const connection = await testDatabase({ loaded: true });
	try {
		const before = await sizes(connection);
		expect(await loadOpenData(connection.db, { root: OPEN_DATA, now })).toBe(false);
		expect(await sizes(connection)).toEqual(before);
		expect(before['observations']).toBeGreaterThan(20_000);
	} finally {
		await connection.close();
	}
});

test('two processes that start on one empty database end with one whole load', async () => {
	const connection = await testDatabase();
	try {
		const load = () => loadOpenData(connection.db, { root: OPEN_DATA, now });
		expect((await Promise.all([load(), load()])).sort()).toEqual([false, true]);
		expect((await sizes(connection))['observations']).toBeGreaterThan(20_000);
	} finally {
		await connection.close();
	}
});

test('a load that fails half way leaves nothing behind', async () => {
	const root = mkdtempSync(join(tmpdir(), 'open-data-'));
	const connection = await testDatabase();
	try {
		cpSync(OPEN_DATA, root, { recursive: true });
		writeFileSync(join(root, 'series', 'claimant-count.json'), '{');
		await expect(loadOpenData(connection.db, { root, now })).rejects.toThrow();
		const after = await sizes(connection);
		expect(Object.values(after).every((count) => count === 0)).toBe(true);
	} finally {
		await connection.close();
		rmSync(root, { recursive: true, force: true });
	}
});

async function sizes({ db }: Connection): Promise<Record<string, number>> {
	const tables = [
		'areas',
		'area_links',
		'indicators',
		'observations',
		'judgements',
		'settings'
	] as const;
	const counts: Record<string, number> = {};
	for (const table of tables) {
		const row = await db
			.selectFrom(table)
			.select(({ fn }) => fn.countAll<number>().as('rows'))
			.executeTakeFirstOrThrow();
		counts[table] = Number(row.rows);
	}
	return counts;
}
