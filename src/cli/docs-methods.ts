import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../lib/server/config.ts';
import { openDatabase } from '../lib/server/database.ts';
import { methodTables, withTables } from '../lib/server/export/method-tables.ts';
import { run, say } from './run.ts';

// npm run docs:methods   writes the tables of docs/methods.md from what the database holds

await run(async () => {
	const file = join(import.meta.dirname, '../../docs/methods.md');
	const connection = await openDatabase(readConfig());
	try {
		writeFileSync(file, withTables(readFileSync(file, 'utf8'), await methodTables(connection.db)));
		say('docs/methods.md has the methods and versions of this database.');
	} finally {
		await connection.close();
	}
});
