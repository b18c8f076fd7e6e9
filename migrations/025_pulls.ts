import { type Kysely, sql } from 'kysely';

// What was asked of a public service, by whom, and what it answered. An extract becomes an import; here
// stands where it came from, so that the next pull asks only for what is new.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
create table pulls (
	id text primary key,
	source text not null check (source in ('nomis','ons','fingertips','police','csv')),
	preset text,
	asked jsonb not null,
	mapping jsonb not null,
	request text not null,
	is_live boolean not null,
	state text not null check (state in ('running','done','unchanged','failed','stopped')),
	progress double precision not null default 0 check (progress between 0 and 1),
	answers integer not null default 0,
	message text,
	import text references imports (id),
	started_by text not null references users (id),
	started_at timestamptz not null,
	ended_at timestamptz
);
comment on table pulls is 'Each time that figures were asked of a public service: what was asked, by whom, and what became of it';
comment on column pulls.preset is 'Ready pull of the product, by its id; null = filled in by hand';
comment on column pulls.request is 'Hash of source, what was asked and how it is read: pulls with the same hash ask for the same';
comment on column pulls.is_live is 'Asked of the real service; false = of a server of the tests';
comment on column pulls.import is 'The import that the extract became; for an unchanged one the earlier import';
create index pulls_of_source on pulls (source, started_at);
create index pulls_of_request on pulls (request, started_at);

create table pull_answers (
	pull text not null references pulls (id) on delete cascade,
	number integer not null,
	request text not null,
	address text not null,
	status integer not null,
	content_type text,
	etag text,
	last_modified text,
	bytes integer not null,
	sha256 text not null,
	content bytea,
	answered_at timestamptz not null,
	primary key (pull, number)
);
comment on table pull_answers is 'The answers of a pull as they came';
comment on column pull_answers.request is 'Hash of address and body: the same request has the same hash';
comment on column pull_answers.content is 'Packed with gzip; null where the service said that nothing had changed since the answer before';
alter table pull_answers alter column content set storage external;
create index pull_answers_of_request on pull_answers (request, answered_at) where content is not null;
`.execute(db);
}
