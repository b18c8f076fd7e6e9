import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readConfig } from '../lib/server/config.ts';
import { embeddedDirectory, openDatabase } from '../lib/server/database.ts';
import { Refusal } from '../lib/server/refusal.ts';
import { run, say } from './run.ts';

// npm run backup -- FILE: the whole embedded database in one compressed archive.

await run(async () => {
	const config = readConfig();
	if (config.databaseUrl) {
		throw new Refusal(
			'The database is a PostgreSQL server: back it up with its own tool, pg_dump --format=custom --file=cohesion.dump "$DATABASE_URL".'
		);
	}
	if (!existsSync(embeddedDirectory(config.dataDir))) {
		throw new Refusal(`There is no database in ${config.dataDir}: run npm start first.`);
	}
	const file = resolve(
		process.argv[2] ?? `cohesion-${new Date().toISOString().slice(0, 10)}.tar.gz`
	);
	if (existsSync(file)) throw new Refusal(`${file} exists already: name another file.`);
	const connection = await openDatabase(config);
	try {
		const archive = await connection.dump?.('gzip');
		if (!archive) throw new Error('the embedded database gave no archive');
		writeFileSync(file, await archive.bytes(), { flag: 'wx' });
		say(`Backed up to ${file} (${Math.ceil(archive.size / 1024)} kB).`);
	} finally {
		await connection.close();
	}
});
