import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { forMigration, readConfig } from '../lib/server/config.ts';
import { openDatabase } from '../lib/server/database.ts';
import { replaceBoundaries } from '../lib/server/load/replace-boundaries.ts';
import { Refusal } from '../lib/server/refusal.ts';
import { run, say } from './run.ts';

// npm run boundaries -- FILE.geojson --set wards-2026 --source "ONS, wards May 2026, BGC"

const USAGE =
	'Usage: npm run boundaries -- FILE.geojson --set wards-2026 --source "who published it, what, when"';

await run(async () => {
	const { positionals, values } = parseArgs({
		allowPositionals: true,
		options: { set: { type: 'string' }, source: { type: 'string' } }
	});
	const [file] = positionals;
	if (!file || !values.set || !values.source) throw new Refusal(USAGE);
	const text = read(file);
	const connection = await openDatabase(forMigration(readConfig()));
	try {
		const { set, source } = values;
		const done = await replaceBoundaries(connection.db, { text, set, source, now: new Date() });
		say(
			done.isSame
				? `${set} already has these lines (version ${done.version}): nothing to do.`
				: `${set} now uses version ${done.version}: ${done.areas} areas. The version before is kept.`
		);
	} finally {
		await connection.close();
	}
});

function read(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		throw new Refusal(`${file} cannot be read: ${(error as Error).message}`);
	}
}
