import { join } from 'node:path';
import { type Config, forMigration } from './config.ts';
import { openDatabase } from './database.ts';
import { migrate } from './db/client.ts';
import { loadOpenData } from './load/load.ts';

/** The project's own copy of the open data. */
export const OPEN_DATA = join(import.meta.dirname, '../../../static/open-data');

/**
 * Brings the database up to date and fills an empty one. Every step is all or nothing, so a kill at
 * any moment leaves a database that the next start completes.
 */
export async function prepare(
	config: Config,
	say: (message: string) => void,
	now: Date = new Date()
): Promise<void> {
	const connection = await openDatabase(forMigration(config));
	try {
		const ran = await migrate(connection.db);
		if (ran.length > 0) say(`Database structure: ${ran.length} steps`);
		const progress = (message: string) => say(`Loading ${message}`);
		await loadOpenData(connection.db, { root: OPEN_DATA, now, progress });
	} finally {
		await connection.close();
	}
}
