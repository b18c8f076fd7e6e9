import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { connectPostgres, openEmbedded, type Connection } from './db/client.ts';
import { serverVersion } from './db/version.ts';
import { takeLock, type Lock } from './lock.ts';
import { Refusal } from './refusal.ts';

// Opens the one database of a process: PostgreSQL where an address is given, else the embedded one,
// which is locked against every other process until it is closed.

const OLDEST_SERVER = 15;

/** Opens the database; throws a `Refusal` when that cannot be, and says why. */
export function openDatabase(config: Config): Promise<Connection> {
	return config.databaseUrl === undefined
		? openLocked(config.dataDir)
		: openServer(config.databaseUrl);
}

/** Where the embedded database lives. */
export const embeddedDirectory = (dataDir: string) => join(dataDir, 'pglite');

const unfinished = (dataDir: string) => `${embeddedDirectory(dataDir)}.new`;

/** The lock file of the embedded database. */
export const lockFile = (dataDir: string) => `${embeddedDirectory(dataDir)}.lock`;

function makeDataDir(dataDir: string): void {
	try {
		mkdirSync(dataDir, { recursive: true });
	} catch (error) {
		throw new Refusal(
			`The folder ${dataDir} cannot be made (${code(error)}): set DATA_DIR to a folder that this user may write to.`
		);
	}
}

/** Makes the embedded database from an archive of one; there must be none yet. */
export async function restoreEmbedded(dataDir: string, archive: Blob): Promise<void> {
	const lock = await lockIn(dataDir);
	try {
		await createEmbedded(dataDir, archive);
	} catch {
		rmSync(unfinished(dataDir), { recursive: true, force: true });
		throw new Refusal('The file is not an archive that npm run backup made, or it is damaged.');
	} finally {
		lock.release();
	}
}

async function lockIn(dataDir: string): Promise<Lock> {
	makeDataDir(dataDir);
	return takeLock(lockFile(dataDir)).catch((error: unknown) => {
		if (error instanceof Refusal) throw error;
		throw new Refusal(
			`The folder ${dataDir} cannot be written to (${code(error)}): set DATA_DIR to a folder that this user may write to.`
		);
	});
}

async function openLocked(dataDir: string): Promise<Connection> {
	const lock = await lockIn(dataDir);
	try {
		const directory = embeddedDirectory(dataDir);
		if (!existsSync(directory)) await createEmbedded(dataDir);
		const connection = await openEmbedded(directory);
		const close = () => connection.close().finally(lock.release);
		return { ...connection, close };
	} catch (error) {
		lock.release();
		throw error;
	}
}

// A database that was interrupted while it was being made does not open. So it is made elsewhere
// and moved into place whole: a kill leaves either nothing or an empty database.
async function createEmbedded(dataDir: string, archive?: Blob): Promise<void> {
	const making = unfinished(dataDir);
	rmSync(making, { recursive: true, force: true });
	const made = await openEmbedded(making, archive);
	await made.close();
	renameSync(making, embeddedDirectory(dataDir));
}

async function openServer(url: string): Promise<Connection> {
	const connection = connectPostgres(url);
	try {
		const version = await serverVersion(connection.db);
		if (version >= OLDEST_SERVER) return connection;
		throw new Refusal(
			`The PostgreSQL server is version ${version}: version ${OLDEST_SERVER} or newer is needed.`
		);
	} catch (error) {
		await connection.close();
		throw error instanceof Refusal ? error : new Refusal(unreachable(url, error));
	}
}

function unreachable(url: string, error: unknown): string {
	const { host, pathname } = new URL(url);
	const name = decodeURIComponent(pathname.slice(1));
	switch (code(error)) {
		case '28P01':
		case '28000':
			return `PostgreSQL at ${host} refused the user or the password: check DATABASE_URL.`;
		case '3D000':
			return `PostgreSQL at ${host} has no database "${name}": create it (createdb ${name}) or correct DATABASE_URL.`;
		default:
			return `PostgreSQL at ${host || 'the given address'} cannot be reached (${code(error)}): check that it runs and that DATABASE_URL is right.`;
	}
}

function code(error: unknown): string {
	const { code, message } = error as NodeJS.ErrnoException;
	return code ?? message ?? String(error);
}
