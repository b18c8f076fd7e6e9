import type { Edition } from '../../domain/edition.ts';
import type { Db } from './client.ts';

/** Every edition, oldest first. */
export async function all(db: Db): Promise<Edition[]> {
	const rows = await db.selectFrom('editions').selectAll().orderBy('published_at').execute();
	return rows.map((row) => ({
		id: row.id,
		publishedAt: row.published_at.toISOString(),
		label: row.label,
		note: row.note,
		...(row.audit_head !== null && { auditHead: row.audit_head })
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

/** Requests that wait for one another may overtake: how far apart they can have begun. */
const WAIT_MS = 60_000;

/**
 * The instant itself, or just after the newest edition where that was made by a request that began
 * later and was quicker: what is held must follow in the order in which it was written.
 */
export async function inOrder(db: Db, now: Date): Promise<Date> {
	const row = await db
		.selectFrom('editions')
		.select(({ fn }) => fn.max('published_at').as('last'))
		.executeTakeFirst();
	const last = row?.last?.getTime() ?? 0;
	const isOvertaken = last >= now.getTime() && last - now.getTime() < WAIT_MS;
	return isOvertaken ? new Date(last + 1) : now;
}
