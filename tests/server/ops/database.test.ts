import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/lib/server/config.ts';
import { lockFile, openDatabase } from '../../../src/lib/server/database.ts';
import { testDatabase } from '../../support/db.ts';

let dataDir: string;
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'data-'))));
afterEach(() => rmSync(dataDir, { recursive: true }));

describe('the embedded database', () => {
	it('is locked while open and free afterwards', async () => {
		const config = readConfig({ DATA_DIR: dataDir });
		const connection = await openDatabase(config);
		await expect(openDatabase(config)).rejects.toThrow('already in use');
		await connection.close();
		expect(existsSync(lockFile(dataDir))).toBe(false);
		await (await openDatabase(config)).close();
	}, 180_000);

	it('in a place that cannot be one says so', async () => {
		const file = join(dataDir, 'file');
		writeFileSync(file, '');
		await expect(openDatabase(readConfig({ DATA_DIR: join(file, 'below') }))).rejects.toThrow(
			/^The folder .* cannot be made .*set DATA_DIR/
		);
	});
});

describe('a server', () => {
	it('that is not there is one sentence without the password', async () => {
		const config = readConfig({ DATABASE_URL: 'postgres://anna:secret@127.0.0.1:1/cohesion' });
		const refused = openDatabase(config);
		await expect(refused).rejects.toThrow(/^PostgreSQL at 127\.0\.0\.1:1 cannot be reached/);
		await expect(refused).rejects.not.toThrow('secret');
	});
});

describe('a test database', () => {
	it('is migrated and one’s own', async () => {
		const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
		const now = new Date('2026-01-01');
		await one.db
			.insertInto('settings')
			.values({ key: 'mine', value: '1', changed_at: now })
			.execute();
		expect(await other.db.selectFrom('settings').selectAll().execute()).toEqual([]);
		await Promise.all([one.close(), other.close()]);
	});
});
