import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Connection } from '../../src/lib/server/db/client.ts';
import { methodTables, withTables } from '../../src/lib/server/export/method-tables.ts';
import { testDatabase } from '../support/db.ts';

let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
}, 120_000);
afterAll(() => connection.close());

it('docs/methods.md says which methods and versions are stored: npm run docs:methods', async () => {
	const document = readFileSync('docs/methods.md', 'utf8');
	const tables = await methodTables(connection.db);
	expect(tables).toContain('| movement');
	expect(withTables(document, tables)).toBe(document);
});

it('a document without the place for them is refused', () => {
	expect(() => withTables('# Methods', '')).toThrow('no generated part');
});
