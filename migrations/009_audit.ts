import { type Kysely, sql } from 'kysely';

// Who did what, when, from what to what, and why. Rows are only ever added: triggers refuse the rest,
// and on PostgreSQL the running role holds no right to it either (see docs/operations.md).
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
create table audit_events (
	id bigint generated always as identity primary key,
	at timestamptz not null,
	actor text references users (id),
	actor_name text not null,
	action text not null,
	subject_kind text not null,
	subject text not null,
	before jsonb,
	after jsonb,
	reason text,
	previous_hash text not null,
	hash text not null unique
);
comment on column audit_events.actor is 'Null: the system itself, or a command run on the server';
comment on column audit_events.hash is 'SHA-256 of the event and the hash before it: a changed or missing row breaks the chain';
create index audit_events_subject on audit_events (subject_kind, subject);
create index audit_events_actor on audit_events (actor);

create function refuse_change() returns trigger language plpgsql as $$
begin
	raise exception 'Rows of % are only ever added', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_events_keep before update or delete on audit_events for each row execute function refuse_change();
create trigger audit_events_keep_all before truncate on audit_events for each statement execute function refuse_change();
`.execute(db);
}
