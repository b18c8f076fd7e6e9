// The audit chain: each event's hash covers its own text and the hash before it, so a row that is
// changed, added or taken away breaks every hash after it. The digest itself is passed in.

export interface AuditEntry {
	/** Instant, ISO 8601 in UTC. */
	readonly at: string;
	/** Account of the person; null for the system or a command on the server. */
	readonly actor: string | null;
	readonly actorName: string;
	readonly action: string;
	readonly subjectKind: string;
	readonly subject: string;
	readonly before: unknown;
	readonly after: unknown;
	readonly reason: string | null;
}

/** Hash before the first event. */
export const CHAIN_START = '0'.repeat(64);

/** The text that is hashed: fields in a fixed order, objects with their keys sorted. */
export function auditText(entry: AuditEntry, previousHash: string): string {
	const { at, actor, actorName, action, subjectKind, subject, before, after, reason } = entry;
	return canonical([
		previousHash,
		at,
		actor,
		actorName,
		action,
		subjectKind,
		subject,
		before,
		after,
		reason
	]);
}

/** JSON with sorted keys: jsonb does not keep the order in which keys were written. */
export function canonical(value: unknown): string {
	if (value === undefined || value === null) return 'null';
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (typeof value !== 'object') return JSON.stringify(value);
	const fields = Object.entries(value)
		.filter(([, field]) => field !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
		.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`);
	return `{${fields.join(',')}}`;
}
