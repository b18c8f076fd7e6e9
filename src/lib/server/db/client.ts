import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { PGlite } from '@electric-sql/pglite';
import {
	CamelCasePlugin,
	Kysely,
	PostgresDialect,
	type PostgresDialectConfig,
	type Transaction
} from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { migrations } from '../../../../migrations/index.ts';
import { copyFromMemory, CopyFromWire } from './copying.ts';
import type { Database } from './schema.ts';

// One code path to the database: `pg` with kysely's PostgresDialect, on PGlite or on PostgreSQL.

export type Db = Kysely<Database>;
/** A handle that may write: whatever changes data asks for this, so change and audit cannot part. */
export type Trx = Transaction<Database>;

export interface Connection {
	db: Db;
	kind: 'pglite' | 'postgresql';
	close(): Promise<void>;
	/** The whole embedded database as one archive (tar, gzip when asked); a server has its own tools. */
	dump?(compression: 'gzip' | 'none'): Promise<Blob>;
}

// SQL dates stay text ('2021-03-21'); counts fit a double, so int8 and numeric become numbers here
// and nowhere else.
const DATE = 1082;
const INT8 = 20;
const NUMERIC = 1700;
pg.types.setTypeParser(DATE, (text) => text);
pg.types.setTypeParser(INT8, Number);
pg.types.setTypeParser(NUMERIC, Number);

/** Connects to a PostgreSQL server (15 or newer). */
export function connectPostgres(url: string): Connection {
	const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 });
	// A server that restarts ends idle connections. The pool drops them and opens others when asked;
	// without a listener the error would end this process.
	pool.on('error', () => {});
	return connection({ pool, cursor: CopyFromWire }, 'postgresql', async () => {});
}

/**
 * Opens an embedded database; without a directory it lives in memory. A new one may start from an
 * archive that `dump` made. The caller holds the lock.
 */
export async function openEmbedded(directory?: string, archive?: Blob): Promise<Connection> {
	const pglite = await PGlite.create({
		...(directory !== undefined && { dataDir: directory }),
		...(archive && { loadDataDir: archive })
	});
	// PGlite has one connection: more would wait for each other for ever.
	const pool = new pg.Pool({
		...createPgConfig(pglite),
		max: 1,
		connectionTimeoutMillis: 15_000
	});
	const cursor = copyFromMemory(pglite);
	const opened = connection({ pool, cursor }, 'pglite', () => pglite.close());
	return { ...opened, dump: (compression) => pglite.dumpDataDir(compression) };
}

function connection(
	config: PostgresDialectConfig,
	kind: Connection['kind'],
	after: () => Promise<void>
): Connection {
	const db = new Kysely<Database>({ dialect: new PostgresDialect(config) });
	return {
		db,
		kind,
		close: async () => {
			await db.destroy();
			await after();
		}
	};
}

/** Brings the schema up to date; returns the names of the migrations that ran. */
export async function migrate(db: Db): Promise<string[]> {
	const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
	const { error, results } = await migrator.migrateToLatest();
	if (error) throw error;
	return (results ?? []).map((result) => result.migrationName);
}

/** Runs `work` in one transaction: all of it lands or none. */
export function transaction<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
	return db.transaction().execute(work);
}

/** Runs `work` in one transaction that lands only if what it gives is to be kept; gives it either way. */
export async function transactionIf<T>(
	db: Db,
	isKept: (given: T) => boolean,
	work: (trx: Trx) => Promise<T>
): Promise<T> {
	const takeBack = new Error('taken back');
	const given: T[] = [];
	try {
		await transaction(db, async (trx) => {
			const found = await work(trx);
			given.push(found);
			if (!isKept(found)) throw takeBack;
		});
	} catch (fault) {
		if (fault !== takeBack) throw fault;
	}
	return given[0] as T;
}

/** The same connection for better-auth, which names columns in camel case. */
export const camelCased = (db: Db): Kysely<Database> => db.withPlugin(new CamelCasePlugin());
