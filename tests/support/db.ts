import { readFileSync } from 'node:fs';
import { inject } from 'vitest';
import { connectPostgres, openEmbedded, type Connection } from '../../src/lib/server/db/client.ts';
import { administer, urlOf } from './server-templates.ts';

interface Wanted {
	/** With the open data loaded and published; otherwise migrated and empty. */
	loaded?: boolean;
}

let made = 0;

/**
 * A database of one's own: in memory, or on the server that TEST_DATABASE_URL names. Close it
 * afterwards; on the server that drops it.
 */
export async function testDatabase({ loaded = false }: Wanted = {}): Promise<Connection> {
	const server = inject('server');
	if (!server) {
		const archives = inject('archives');
		const bytes = readFileSync(loaded ? archives.loaded : archives.migrated);
		return openEmbedded(undefined, new Blob([bytes]));
	}
	const name = `test_${process.pid}_${process.env['VITEST_POOL_ID'] ?? 0}_${Date.now()}_${made++}`;
	const template = loaded ? server.loaded : server.migrated;
	await administer(server.url, `create database ${name} template ${template}`);
	const connection = connectPostgres(urlOf(server.url, name));
	return {
		...connection,
		close: async () => {
			await connection.close();
			await administer(server.url, `drop database ${name} with (force)`);
		}
	};
}
