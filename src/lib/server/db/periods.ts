import type { Period, PeriodKind } from '../../domain/period.ts';
import type { Db } from './client.ts';

/** Every period by id. There are a few hundred at most, so one read serves a page. */
export async function all(db: Db): Promise<Map<string, Period>> {
	const rows = await db.selectFrom('periods').selectAll().orderBy('ends').execute();
	return new Map(rows.map((row) => [row.id, { ...row, kind: row.kind as PeriodKind }]));
}
