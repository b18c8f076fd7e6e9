import type { Theme } from '../../domain/theme.ts';
import type { Db } from './client.ts';

/** Priorities first, then emerging themes, in the strategy's order. */
export async function all(db: Db): Promise<Theme[]> {
	const rows = await db.selectFrom('themes').selectAll().orderBy('position').execute();
	return rows.map((row) => ({ ...row, kind: row.kind as Theme['kind'] }));
}
