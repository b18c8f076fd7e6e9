import type { Period, PeriodKind } from '../../domain/period.ts';
import type { Db, Trx } from './client.ts';

/** Every period by id. There are a few hundred at most, so one read serves a page. */
export async function all(db: Db): Promise<Map<string, Period>> {
	const rows = await db.selectFrom('periods').selectAll().orderBy('ends').execute();
	return new Map(rows.map((row) => [row.id, { ...row, kind: row.kind as PeriodKind }]));
}

/** Adds periods that are not held yet. */
export async function ensure(trx: Trx, periods: readonly Period[]): Promise<void> {
	if (periods.length === 0) return;
	await trx
		.insertInto('periods')
		.values(periods.map(({ id, kind, starts, ends, label }) => ({ id, kind, starts, ends, label })))
		.onConflict((on) => on.doNothing())
		.execute();
}

/** Periods of which figures of a version are held. */
export async function ofVersion(db: Db, indicator: string, version: number): Promise<Period[]> {
	const rows = await db
		.selectFrom('periods')
		.selectAll()
		.where((on) =>
			on.exists(
				on
					.selectFrom('observations')
					.select('observations.id')
					.whereRef('observations.period', '=', 'periods.id')
					.where('observations.indicator', '=', indicator)
					.where('observations.version', '=', version)
					.where('held_to', 'is', null)
			)
		)
		.orderBy('ends')
		.execute();
	return rows.map((row) => ({ ...row, kind: row.kind as PeriodKind }));
}
