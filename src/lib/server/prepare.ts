import { join } from 'node:path';
import { type Config, forMigration } from './config.ts';
import { openDatabase } from './database.ts';
import { type Db, migrate } from './db/client.ts';
import { grantTo } from './db/grants.ts';
import { fillDemonstration } from './demo/fill.ts';
import { refuseDemonstration, refuseReal } from './demo/mark.ts';
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
	await opened(config, async (db) => {
		await refuseDemonstration(db);
		await structure(db, say);
		const progress = (message: string) => say(`Loading ${message}`);
		await loadOpenData(db, { root: OPEN_DATA, now, progress });
	});
}

/** The same for the demonstration: only a database of its own, or an empty one, is filled. */
export async function prepareDemonstration(
	config: Config,
	say: (message: string) => void
): Promise<void> {
	await opened(config, async (db) => {
		await refuseReal(db);
		await structure(db, say);
		const progress = (message: string) => say(`Loading ${message}`);
		await fillDemonstration(db, { root: OPEN_DATA, progress });
	});
}

async function opened(config: Config, work: (db: Db) => Promise<void>): Promise<void> {
	const connection = await openDatabase(forMigration(config));
	try {
		await work(connection.db);
		await grantToRunning(connection.db, config);
	} finally {
		await connection.close();
	}
}

async function structure(db: Db, say: (message: string) => void): Promise<void> {
	const ran = await migrate(db);
	if (ran.length > 0) say(`Database structure: ${ran.length} steps`);
}

// The role that serves is another than the one that owns the tables: it gets rights to rows, not to the
// structure, and none to alter the audit.
async function grantToRunning(db: Db, config: Config): Promise<void> {
	if (!config.databaseUrl || !config.migrateDatabaseUrl) return;
	const [running, owning] = [config.databaseUrl, config.migrateDatabaseUrl].map((url) =>
		decodeURIComponent(new URL(url).username)
	);
	if (running && running !== owning) await grantTo(db, running);
}
