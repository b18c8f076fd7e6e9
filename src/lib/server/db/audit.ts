import { sql } from 'kysely';
import { CHAIN_START } from '../../domain/audit.ts';
import type { Db, Trx } from './client.ts';

const CHAIN_LOCK = 20_250_226;

export interface NewAuditEvent {
	at: string;
	actor: string | null;
	actor_name: string;
	action: string;
	subject_kind: string;
	subject: string;
	before: string | null;
	after: string | null;
	reason: string | null;
	previous_hash: string;
	hash: string;
}

/** Makes later writers wait until this transaction ends, then gives the hash to chain on. */
export async function lockHead(trx: Trx): Promise<string> {
	await sql`select pg_advisory_xact_lock(${sql.lit(CHAIN_LOCK)})`.execute(trx);
	return head(trx);
}

/** Hash of the newest event. */
export async function head(db: Db): Promise<string> {
	const row = await db
		.selectFrom('audit_events')
		.select('hash')
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.hash ?? CHAIN_START;
}

/** How many events there are. */
export async function count(db: Db): Promise<number> {
	const row = await db
		.selectFrom('audit_events')
		.select(({ fn }) => fn.countAll<number>().as('events'))
		.executeTakeFirstOrThrow();
	return row.events;
}

export async function add(trx: Trx, event: NewAuditEvent): Promise<void> {
	await trx.insertInto('audit_events').values(event).execute();
}

/** Events of one subject, newest first. */
export function ofSubject(db: Db, subjectKind: string, subject: string) {
	return db
		.selectFrom('audit_events')
		.selectAll()
		.where('subject_kind', '=', subjectKind)
		.where('subject', '=', subject)
		.orderBy('id', 'desc')
		.execute();
}

/** What happened to a person's account and duties, and what they did themselves; newest first. */
export function ofPerson(db: Db, id: string, limit: number) {
	return db
		.selectFrom('audit_events')
		.selectAll()
		.where((on) =>
			on.or([
				on.and([on('subject_kind', '=', 'user'), on('subject', '=', id)]),
				on('actor', '=', id)
			])
		)
		.orderBy('id', 'desc')
		.limit(limit)
		.execute();
}

/** Events in the order of the chain, after one id: pages of `limit`. */
export function after(db: Db, id: number, limit: number) {
	return db
		.selectFrom('audit_events')
		.selectAll()
		.where('id', '>', id)
		.orderBy('id')
		.limit(limit)
		.execute();
}
