import { type Kysely, sql } from 'kysely';

// Figures that come between two rounds make an edition, but no round: what is not among them is not
// "no new data" for that.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
alter table editions drop constraint editions_kind_check;
alter table editions add constraint editions_kind_check check (kind in ('report','addition','correction','target'));
comment on column editions.kind is 'report = figures of a round; addition = figures between two rounds; correction = figures replaced; target = a target was agreed, confirmed or withdrawn';
`.execute(db);
}
