import { sql } from 'kysely';
import type { Db, Trx } from './client.ts';
import { insertAll, setting } from './loading.ts';
import type { NewObservation } from './schema.ts';

/** Publishes figures again: each takes the place of the one held for its area, period and group. */
export async function replaceSeries(
	trx: Trx,
	rows: readonly NewObservation[],
	now: Date
): Promise<void> {
	for (const { indicator, area, period, breakdown } of rows) {
		await trx
			.updateTable('observations')
			.set({ held_to: now })
			.where('indicator', '=', indicator)
			.where('area', '=', area)
			.where('period', '=', period)
			.where('breakdown', '=', breakdown)
			.where('held_to', 'is', null)
			.execute();
	}
	await insertAll(
		trx,
		'observations',
		rows.map((row) => ({ ...row, held_from: now }))
	);
}

/** Is this the product's own database and filled, a demonstration, or nothing of the kind yet? */
export async function kindOf(db: Db, mark: string): Promise<'empty' | 'demonstration' | 'real'> {
	const { rows } = await sql<{ there: boolean }>`
		select to_regclass('settings') is not null as there`.execute(db);
	if (!rows[0]?.there) return 'empty';
	if ((await setting(db, mark)) !== undefined) return 'demonstration';
	return (await setting(db, 'open-data')) === undefined ? 'empty' : 'real';
}
