import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	type Connection,
	type Db,
	type Trx,
	transaction
} from '../../../src/lib/server/db/client.ts';
import { account } from '../../support/accounts.ts';
import { testDatabase } from '../../support/db.ts';
import { makeArea } from '../../support/make.ts';

// Cells have no foreign keys of their own (migration 032). What the keys would keep out is kept out all
// the same, also when two people meet: on a server (TEST_DATABASE_URL) they truly do.

let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	const { db } = connection;
	await account(db, 'writer', ['officer'], { password: false });
	const kind = { kind: 'return', state: 'draft', definition_version: 1, started_by: 'writer' };
	const place = { indicator: 'C11', period: 'CY2025' };
	await sql`insert into periods (id, kind, label, starts, ends)
		values ('CY2025', 'calendar_year', '2025', '2025-01-01', '2025-12-31') on conflict do nothing`.execute(
		db
	);
	await db
		.insertInto('submissions')
		.values({ id: 'one', ...place, ...kind, started_at: new Date() })
		.execute();
});
afterAll(() => connection.close());

const cell = { submission: 'one', breakdown: 'all', edited_by: 'writer', edited_at: new Date() };
const write = (db: Db, given: Partial<typeof cell> & { area: string }) =>
	db
		.insertInto('submission_cells')
		.values({ ...cell, ...given })
		.execute();

test.each([
	['an area', { area: 'E99999999' }],
	['a group', { area: 'WLOC01', breakdown: 'nobody' }],
	['a return', { area: 'WLOC01', submission: 'none' }],
	['a person', { area: 'WLOC01', edited_by: 'nobody' }]
])('%s that is not there is refused, new and as a change', async (_, given) => {
	const { db } = connection;
	await expect(write(db, given)).rejects.toMatchObject({ code: '23503' });
	await write(db, { area: 'unknown' });
	const changed = db.updateTable('submission_cells').set(given).where('submission', '=', 'one');
	await expect(changed.execute()).rejects.toMatchObject({ code: '23503' });
	await db.deleteFrom('submission_cells').where('submission', '=', 'one').execute();
});

test('what a cell names is neither taken away nor renamed', async () => {
	const { db } = connection;
	await makeArea(db, { code: 'E99000001' });
	await write(db, { area: 'E99000001' });
	for (const act of [
		() => sql`delete from areas where code = 'E99000001'`.execute(db),
		() => sql`update areas set code = 'E99000002' where code = 'E99000001'`.execute(db),
		() => sql`delete from breakdowns where id = 'all'`.execute(db),
		() => sql`delete from submissions where id = 'one'`.execute(db),
		() => sql`delete from users where id = 'writer'`.execute(db)
	]) {
		await expect(act()).rejects.toMatchObject({ code: '23503' });
	}
});

test('an area taken away while a cell is written: one of both is refused', async () => {
	const { db } = connection;
	for (const [code, first] of [
		['E99000003', 'cell'],
		['E99000004', 'area']
	] as const) {
		await makeArea(db, { code });
		const acts: Record<'cell' | 'area', (trx: Trx) => Promise<unknown>> = {
			cell: (trx) => write(trx, { area: code }),
			area: (trx) => trx.deleteFrom('areas').where('code', '=', code).execute()
		};
		const begun = Promise.withResolvers<void>();
		const one: Promise<unknown> = transaction(db, async (trx) => {
			await acts[first](trx);
			begun.resolve();
			await setTimeout(300);
		});
		await begun.promise;
		const other: Promise<unknown> = transaction(db, (trx) =>
			acts[first === 'cell' ? 'area' : 'cell'](trx)
		);
		const ends = await Promise.allSettled([one, other]);
		expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
	}
});
