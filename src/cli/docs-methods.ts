import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../lib/server/config.ts';
import { openDatabase } from '../lib/server/database.ts';
import { methodTables, withTables } from '../lib/server/export/method-tables.ts';
import { prepare } from '../lib/server/prepare.ts';
import { run, say } from './run.ts';

// npm run docs:methods   brings the database up to date and writes the tables of docs/methods.md from what the database holds

await run(async () => {
	const file = join(import.meta.dirname, '../../docs/methods.md');
	const config = readConfig();
	await prepare(config, say);
	const connection = await openDatabase(config);
	try {
		writeFileSync(file, withTables(readFileSync(file, 'utf8'), await methodTables(connection.db)));
		say('docs/methods.md has the methods and versions of this database.');
	} finally {
		await connection.close();
	}
});
