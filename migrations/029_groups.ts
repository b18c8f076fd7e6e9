import { type Kysely, sql } from 'kysely';

// A return may ask for women and men, or for ages, beside everyone.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
alter table collection_rules
	add column groups text check (groups in ('none','sex','age','sex and age'));
comment on column collection_rules.groups is 'Groups that the return asks for beside everyone; null = those that the latest figures of the borough have';
`.execute(db);
}
