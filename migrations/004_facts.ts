import { type Kysely, sql } from 'kysely';

// Output figures of the source documents are dated facts with a source and a caveat, never a series.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
create table facts (
	id text primary key,
	topic text not null,
	statement text not null,
	figure text not null,
	period text not null,
	source text not null,
	source_date text not null,
	certainty text not null check (certainty in ('confirmed','reported','weak','inference')),
	caveat text,
	theme text references themes (code),
	position integer not null
);
comment on column facts.topic is 'Facts that share a topic contradict or qualify one another and are shown together, with both dates';

create table timeline (
	id text primary key,
	happened text not null,
	sort_date date not null,
	title text not null,
	detail text not null,
	source text not null,
	certainty text not null
);

create table settings (
	key text primary key,
	value text not null,
	changed_at timestamptz not null
);
comment on table settings is 'Facts about this database itself: hash of the loaded open data, initial load finished';
`.execute(db);
}
