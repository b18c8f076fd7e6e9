import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readConfig } from '../lib/server/config.ts';
import { embeddedDirectory, restoreEmbedded } from '../lib/server/database.ts';
import { Refusal } from '../lib/server/refusal.ts';
import { run, say } from './run.ts';

// npm run restore -- FILE: an archive made by `npm run backup` becomes the embedded database. One
// that is there already is never overwritten.

await run(async () => {
	const config = readConfig();
	if (config.databaseUrl) {
		throw new Refusal(
			'The database is a PostgreSQL server: restore it with its own tool, pg_restore --dbname="$DATABASE_URL" cohesion.dump.'
		);
	}
	const [name] = process.argv.slice(2);
	if (!name) throw new Refusal('Name the archive: npm run restore -- FILE.');
	const file = resolve(name);
	if (!existsSync(file)) throw new Refusal(`There is no file ${file}.`);
	const directory = embeddedDirectory(config.dataDir);
	if (existsSync(directory)) {
		throw new Refusal(
			`There is a database in ${directory} already: move it away, or set DATA_DIR to another folder.`
		);
	}
	await restoreEmbedded(config.dataDir, new Blob([readFileSync(file)]));
	say(`Restored into ${directory}.`);
});
