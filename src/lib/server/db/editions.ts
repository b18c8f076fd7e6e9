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

/** Editions that brought a round of figures, up to an instant, oldest first. */
export async function reports(
	db: Db,
	until: string
): Promise<Pick<Edition, 'id' | 'publishedAt'>[]> {
	const rows = await db
		.selectFrom('editions')
		.select(['id', 'published_at'])
		.where('kind', '=', 'report')
		.where('published_at', '<=', new Date(until))
		.orderBy('published_at')
		.execute();
	return rows.map(({ id, published_at }) => ({ id, publishedAt: published_at.toISOString() }));
}
