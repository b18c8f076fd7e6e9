import type { Db } from './client.ts';
import type { FactsTable, TimelineTable } from './schema.ts';

export type Fact = FactsTable;
export type TimelineEvent = TimelineTable;

/** Dated facts of the source documents; facts that share a topic stand together. */
export function all(db: Db): Promise<Fact[]> {
	return db.selectFrom('facts').selectAll().orderBy('position').execute();
}

/** 2017 to 2035, oldest first. */
export function timeline(db: Db): Promise<TimelineEvent[]> {
	return db.selectFrom('timeline').selectAll().orderBy('sort_date').execute();
}
