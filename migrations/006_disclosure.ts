import { type Kysely, sql } from 'kysely';

// What protects counts of people: the owner's rule with each definition, which groups add up to which,
// and the decision made for every figure when it was published.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
alter table indicator_versions
	add column threshold integer not null default 5 check (threshold between 2 and 100),
	add column hide_zero boolean not null default false,
	add column round_to integer check (round_to > 1);
comment on column indicator_versions.threshold is 'Counts of people from 1 to threshold - 1 are hidden, with complements and derived values';
comment on column indicator_versions.hide_zero is 'The owner forbids noughts to be shown';
comment on column indicator_versions.round_to is 'Base to which shown counts are rounded, e.g. 5; null = as counted';

alter table breakdowns add column part_of text references breakdowns (id);
comment on column breakdowns.part_of is 'The group that this one is a part of; with others of its kind it adds up to that group, if all are held';

alter table observations add column protection text check (protection in ('shown','primary','secondary'));
comment on column observations.protection is 'Decided once, at publication, for counts of people: shown, hidden because small, hidden so that a small one cannot be worked out. Null = not decided, and not shown';
`.execute(db);
}
