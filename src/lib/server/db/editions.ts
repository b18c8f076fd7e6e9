import type { Edition } from '../../domain/edition.ts';
import type { Db } from './client.ts';

/** Every edition, oldest first. */
export async function all(db: Db): Promise<Edition[]> {
	const rows = await db.selectFrom('editions').selectAll().orderBy('published_at').execute();
	return rows.map((row) => ({
		id: row.id,
		publishedAt: row.published_at.toISOString(),
		label: row.label,
		note: row.note
	}));
}
