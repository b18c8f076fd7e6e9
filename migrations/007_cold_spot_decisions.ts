import { type Kysely, sql } from 'kysely';

// Who signed or hid a version of a lens, and when: every decision is kept.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
create table cold_spot_decisions (
	id bigint generated always as identity primary key,
	lens text not null,
	version integer not null,
	decision text not null check (decision in ('signed','hidden')),
	role text not null,
	decided_at timestamptz not null,
	foreign key (lens, version) references cold_spot_recipes (lens, version)
);
comment on table cold_spot_decisions is 'A named role signs a version of a lens; an administrator can hide it. Rows are only added';
`.execute(db);
}
