import type { Person } from '../../domain/permission.ts';
import { record } from '../audit.ts';
import { type Chain, verifyChain } from '../audit-chain.ts';
import * as audit from '../db/audit.ts';
import * as list from '../db/audit-list.ts';
import { type Db, transaction } from '../db/client.ts';
import { must } from './must.ts';

// What people do with the audit itself is in it too.

/** Computes every hash anew, in batches; what came out becomes an event. */
export async function verify(db: Db, person: Person, now: Date): Promise<Chain> {
	must(person, 'read audit');
	const chain = await verifyChain(db);
	const { events, head, broken } = chain;
	await transaction(db, (trx) =>
		record(trx, person, now, {
			action: broken ? 'audit found broken' : 'audit verified',
			subject: ['audit', 'chain'],
			after: { events, head, ...(broken && { firstBrokenEvent: broken.id, why: broken.why }) }
		})
	);
	return chain;
}

/** How far a file goes, and what the chain was then: it can be checked against it. */
export interface Anchor {
	/** Number of the last event that may be in the file. */
	upTo: number;
	head: string;
	/** Events in the chain. */
	events: number;
	at: string;
}

/** Notes an export and says how far it goes: up to its own event. */
export async function startExport(
	db: Db,
	person: Person,
	what: { format: string; filters: Record<string, string> },
	now: Date
): Promise<Anchor> {
	must(person, 'read audit');
	return transaction(db, async (trx) => {
		await record(trx, person, now, {
			action: 'audit exported',
			subject: ['audit', 'file'],
			after: what
		});
		const newest = await list.newest(trx);
		if (!newest) throw new Error('the event that was just written is not there');
		const events = await audit.count(trx);
		return { upTo: newest.id, head: newest.hash, events, at: now.toISOString() };
	});
}
