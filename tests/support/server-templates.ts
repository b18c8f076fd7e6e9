import { sql } from 'kysely';
import { readConfig } from '../../src/lib/server/config.ts';
import { connectPostgres, migrate } from '../../src/lib/server/db/client.ts';
import { prepare } from '../../src/lib/server/prepare.ts';

// The same two starting points on a PostgreSQL server: template databases that each test copies.

export interface ServerTemplates {
	url: string;
	migrated: string;
	loaded: string;
}

/** The address of another database on the same server. */
export function urlOf(url: string, database: string): string {
	const other = new URL(url);
	other.pathname = `/${database}`;
	return other.href;
}

/** Runs one administrative statement, which names databases, never values. */
export async function administer(url: string, statement: string): Promise<void> {
	const connection = connectPostgres(url);
	try {
		await sql.raw(statement).execute(connection.db);
	} finally {
		await connection.close();
	}
}

export async function makeServerTemplates(url: string): Promise<ServerTemplates> {
	const names = { migrated: `test_${process.pid}_migrated`, loaded: `test_${process.pid}_loaded` };
	await administer(url, `create database ${names.migrated}`);
	const connection = connectPostgres(urlOf(url, names.migrated));
	await migrate(connection.db);
	await connection.close();
	await administer(url, `create database ${names.loaded} template ${names.migrated}`);
	await prepare(readConfig({ DATABASE_URL: urlOf(url, names.loaded) }), () => {});
	return { url, ...names };
}

export async function dropServerTemplates({
	url,
	migrated,
	loaded
}: ServerTemplates): Promise<void> {
	await administer(url, `drop database if exists ${migrated} with (force)`);
	await administer(url, `drop database if exists ${loaded} with (force)`);
}
