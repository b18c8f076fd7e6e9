import { CHAIN_START, type AuditEntry } from '../domain/audit.ts';
import { digest } from './audit.ts';
import * as events from './db/audit.ts';
import type { Db } from './db/client.ts';

// Reads the audit from its first event and computes every hash anew. A changed, added, moved or missing
// event breaks the chain there. Events cut off the end break nothing: for that the head is printed at
// each start and by `npm run audit:verify`, to be compared with a copy kept elsewhere.

export interface Chain {
	/** Events that were read and found whole. */
	events: number;
	/** Hash of the last of them. */
	head: string;
	/** The first event that does not fit; null when all do. */
	broken: { id: number; why: string } | null;
}

const PAGE = 1000;

type Event = Awaited<ReturnType<typeof events.after>>[number];

export async function verifyChain(db: Db): Promise<Chain> {
	let chain: Chain = { events: 0, head: CHAIN_START, broken: null };
	let last = 0;
	for (;;) {
		const page = await events.after(db, last, PAGE);
		for (const event of page) {
			const why = fault(event, chain.head);
			if (why) return { ...chain, broken: { id: event.id, why } };
			chain = { events: chain.events + 1, head: event.hash, broken: null };
			last = event.id;
		}
		if (page.length < PAGE) return chain;
	}
}

function fault(event: Event, previous: string): string | undefined {
	if (event.previous_hash !== previous) return 'it does not follow the event before it';
	return digest(entryOf(event), previous) === event.hash
		? undefined
		: 'it is not as it was written';
}

const entryOf = (event: Event): AuditEntry => ({
	at: event.at.toISOString(),
	actor: event.actor,
	actorName: event.actor_name,
	action: event.action,
	subjectKind: event.subject_kind,
	subject: event.subject,
	before: event.before,
	after: event.after,
	reason: event.reason
});
