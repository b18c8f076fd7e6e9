import { type Insertable, type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from './client.ts';
import type { Database } from './schema.ts';

// Bulk writing for the loader. One statement carries thousands of rows as JSON: on PGlite this is
// some twenty times as fast as one insert a row, and has no limit on bound parameters.

const CHUNK = 4000;
/** Number of the advisory lock: any that nobody else in this database uses. */
const LOADING = 20_252_035;

type Rows<T extends keyof Database> = readonly Insertable<Database[T]>[];

/** Inserts rows that all have the same columns; columns left out take their default. */
export function insertAll<T extends keyof Database>(
	trx: Trx,
	table: T,
	rows: Rows<T>
): Promise<void> {
	return insert(trx, table, rows, sql``);
}

/** Inserts those rows whose key is not there yet; what is there stays as it is. */
export function insertMissing<T extends keyof Database>(
	trx: Trx,
	table: T,
	rows: Rows<T>
): Promise<void> {
	return insert(trx, table, rows, sql`on conflict do nothing`);
}

async function insert<T extends keyof Database>(
	trx: Trx,
	table: T,
	rows: Rows<T>,
	otherwise: RawBuilder<unknown>
): Promise<void> {
	const first = rows[0];
	if (!first) return;
	const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
	for (let from = 0; from < rows.length; from += CHUNK) {
		const json = JSON.stringify(rows.slice(from, from + CHUNK));
		await sql`insert into ${sql.table(table)} (${columns}) select ${columns}
			from json_populate_recordset(null::${sql.table(table)}, ${json}::json) ${otherwise}`.execute(trx);
	}
}

/**
 * Waits until no other process fills or renews this database, and keeps others waiting until the
 * transaction ends. What was looked up before must be looked up again.
 */
export async function alone(trx: Trx): Promise<void> {
	await sql`select pg_advisory_xact_lock(${LOADING}::bigint)`.execute(trx);
}

/** A fact about this database, e.g. which open data it holds. */
export async function setting(db: Db, key: string): Promise<string | undefined> {
	const row = await db
		.selectFrom('settings')
		.select('value')
		.where('key', '=', key)
		.executeTakeFirst();
	return row?.value;
}

export async function setSetting(trx: Trx, key: string, value: string, now: Date): Promise<void> {
	await trx
		.insertInto('settings')
		.values({ key, value, changed_at: now })
		.onConflict((conflict) => conflict.column('key').doUpdateSet({ value, changed_at: now }))
		.execute();
}

/** Fresh statistics for the planner after a bulk load. */
export async function analyse(db: Db): Promise<void> {
	await sql`analyze`.execute(db);
}
