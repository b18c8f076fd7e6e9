import {
	existsSync,
	mkdirSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfig } from '../../src/lib/server/config.ts';
import { openDatabase } from '../../src/lib/server/database.ts';
import { migrate, openEmbedded, type Connection } from '../../src/lib/server/db/client.ts';
import { prepare } from '../../src/lib/server/prepare.ts';
import { hashOf } from './made-from.ts';

// Archives of an embedded database that tests start from: migrated, and migrated with the open data
// loaded and published. Filling takes long, so they are kept until anything they are made from changes.

const PREPARE = 'src/lib/server/prepare.ts';
const HOUR = 3_600_000;
const CACHE = resolve('node_modules/.cache/cohesion-tracker');

export interface Archives {
	migrated: string;
	loaded: string;
}

/** The paths of the two archives, made where they are missing. */
export async function archives(): Promise<Archives> {
	mkdirSync(CACHE, { recursive: true });
	return {
		migrated: await kept('migrated', hashOf('src/lib/server/db/client.ts'), makeMigrated),
		loaded: await kept('loaded', hashOf(PREPARE, ['static/open-data']), makeLoaded)
	};
}

async function kept(name: string, hash: string, make: () => Promise<Blob>): Promise<string> {
	const file = join(CACHE, `${name}-${hash}.tar`);
	if (existsSync(file)) return file;
	const archive = await make();
	removeOld(name);
	// Renamed when whole, so that a run that is stopped leaves nothing to trip over.
	const unfinished = join(CACHE, `unfinished-${name}-${process.pid}`);
	writeFileSync(unfinished, new Uint8Array(await archive.arrayBuffer()));
	renameSync(unfinished, file);
	return file;
}

// Another run may still be using one that is only just out of date.
function removeOld(name: string): void {
	const paths = readdirSync(CACHE).map((file) => join(CACHE, file));
	for (const path of paths.filter((path) => path.includes(`${name}-`))) {
		if (Date.now() - statSync(path).mtimeMs > HOUR) rmSync(path, { recursive: true, force: true });
	}
}

async function makeMigrated(): Promise<Blob> {
	const connection = await openEmbedded();
	await migrate(connection.db);
	return dump(connection);
}

async function makeLoaded(): Promise<Blob> {
	const dataDir = join(CACHE, `data-${process.pid}`);
	try {
		const config = readConfig({ DATA_DIR: dataDir });
		await prepare(config, () => {});
		return await dump(await openDatabase(config));
	} finally {
		rmSync(dataDir, { recursive: true, force: true });
	}
}

async function dump(connection: Connection): Promise<Blob> {
	const archive = await connection.dump?.('none');
	await connection.close();
	if (!archive) throw new Error('only an embedded database can be dumped');
	return archive;
}
