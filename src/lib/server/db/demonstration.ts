import { sql } from 'kysely';
import type { Db } from './client.ts';
import { setting } from './loading.ts';

/** Is this the product's own database and filled, a demonstration, or nothing of the kind yet? */
export async function kindOf(db: Db, mark: string): Promise<'empty' | 'demonstration' | 'real'> {
	const { rows } = await sql<{ there: boolean }>`
		select to_regclass('settings') is not null as there`.execute(db);
	if (!rows[0]?.there) return 'empty';
	if ((await setting(db, mark)) !== undefined) return 'demonstration';
	return (await setting(db, 'open-data')) === undefined ? 'empty' : 'real';
}
