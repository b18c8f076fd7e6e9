import type { Db } from './client.ts';

export interface Source {
	id: string;
	publisher: string;
	title: string;
	url: string | null;
	licence: string;
	attribution: string;
	published: string | null;
	retrieved: string | null;
	note: string | null;
}

/** Every source by id. */
export async function all(db: Db): Promise<Map<string, Source>> {
	const rows = await db.selectFrom('sources').selectAll().orderBy('publisher').execute();
	return new Map(rows.map((row) => [row.id, row]));
}
