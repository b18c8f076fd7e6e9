import { type Kysely, sql } from 'kysely';

// The audit is read by action and by day, and each edition keeps the head that the chain had when it was
// made: files of the edition carry it, and it never changes afterwards.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
create index audit_events_action on audit_events (action, id);
create index audit_events_at on audit_events (at);
alter table editions add column audit_head text;
comment on column editions.audit_head is 'Hash of the newest audit event when the edition was made; null where there was none';
`.execute(db);
}
