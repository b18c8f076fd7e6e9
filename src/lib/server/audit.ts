import { createHash } from 'node:crypto';
import type { AuditAction } from '../domain/audit/actions.ts';
import { auditText, type AuditEntry } from '../domain/audit.ts';
import type { Trx } from './db/client.ts';
import * as events from './db/audit.ts';

/** Who acts: a person, or null for the system or a command run on the server. */
export type Actor = { readonly id: string; readonly name: string } | null;

export interface Recorded {
	readonly action: AuditAction;
	/** What was changed, e.g. ['target', 'c01 E08000030 2']. */
	readonly subject: readonly [kind: string, id: string];
	readonly before?: unknown;
	readonly after?: unknown;
	readonly reason?: string | undefined;
}

/**
 * Writes one event into the audit chain, in the transaction of the change itself: both land or
 * neither. Never put a secret (password, token, hidden value) into before or after.
 */
export async function record(trx: Trx, actor: Actor, now: Date, what: Recorded): Promise<void> {
	const previous = await events.lockHead(trx);
	const entry: AuditEntry = {
		at: now.toISOString(),
		actor: actor?.id ?? null,
		actorName: actor?.name ?? 'System',
		action: what.action,
		subjectKind: what.subject[0],
		subject: what.subject[1],
		before: plain(what.before),
		after: plain(what.after),
		reason: what.reason ?? null
	};
	await events.add(trx, {
		at: entry.at,
		actor: entry.actor,
		actor_name: entry.actorName,
		action: entry.action,
		subject_kind: entry.subjectKind,
		subject: entry.subject,
		before: json(entry.before),
		after: json(entry.after),
		reason: entry.reason,
		previous_hash: previous,
		hash: digest(entry, previous)
	});
}

/** SHA-256 of an event chained to the hash before it, in hexadecimal. */
export const digest = (entry: AuditEntry, previousHash: string): string =>
	createHash('sha256').update(auditText(entry, previousHash)).digest('hex');

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** As it will read back from jsonb: dates as text, undefined left out. */
const plain = (value: unknown): unknown =>
	value === undefined ? null : JSON.parse(JSON.stringify(value));
