import type { Db } from './client.ts';

/** A text that changes whenever a setting is written or taken away. */
export async function stamp(db: Db): Promise<string> {
	const row = await db
		.selectFrom('settings')
		.select(({ fn }) => [fn.countAll<number>().as('rows'), fn.max('changed_at').as('last')])
		.executeTakeFirstOrThrow();
	return `${row.rows} ${row.last?.toISOString() ?? ''}`;
}
