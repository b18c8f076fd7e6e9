import { createHash, randomUUID } from 'node:crypto';
import { canonical } from '../../domain/audit.ts';
import { may, type Person, refusal } from '../../domain/permission.ts';
import { move, type ProposalAct, type ProposalState } from '../../domain/proposal.ts';
import { record } from '../audit.ts';
import { type Db, transactionIf, type Trx } from '../db/client.ts';
import { setSetting } from '../db/loading.ts';
import * as proposals from '../db/proposals.ts';
import type { Proposal, Written } from '../db/proposals.ts';
import { forget } from '../publication.ts';
import { apply, type Approved } from './catalogue-apply.ts';
import { faultsOf, subjectOf } from './catalogue-check.ts';

// Proposals for the catalogue: written, submitted, approved by somebody else, and only then applied.
// Each step is recorded in its own transaction, with who, from what to what, and why.

export type Outcome =
	{ ok: true; id: string } | { ok: false; faults: string[]; isConflict?: boolean };

const MOVED_ON =
	'Somebody has moved this proposal on while you looked at it. Nothing was saved. Reload the page.';

export interface Asked extends Written {
	/** An own draft or returned proposal that is written anew. */
	id?: string | undefined;
	/** Sent for approval at once, or kept as a draft. */
	isSubmitted: boolean;
}

/** Writes a proposal, or an own draft anew. */
export async function propose(db: Db, person: Person, asked: Asked, now: Date): Promise<Outcome> {
	const outcome = await transactionIf(db, isDone, (trx) => write(trx, person, asked, now));
	if (outcome.ok) forget(db);
	return outcome;
}

/** Several proposals at once: all of them or none. */
export async function proposeAll(
	db: Db,
	person: Person,
	all: readonly Asked[],
	now: Date
): Promise<Outcome[]> {
	const areDone = (outcomes: Outcome[]) => outcomes.every(isDone);
	const outcomes = await transactionIf(db, areDone, async (trx) => {
		const given: Outcome[] = [];
		for (const asked of all) given.push(await write(trx, person, asked, now));
		return given;
	});
	forget(db);
	return outcomes;
}

async function write(trx: Trx, person: Person, asked: Asked, now: Date): Promise<Outcome> {
	const { id: before, isSubmitted, ...given } = asked;
	const subject = await subjectOf(trx, given);
	if (!may(person, 'propose catalogue change', subject))
		return refused(refusal('propose catalogue change'));
	const faults = await faultsOf(trx, given, now);
	if (faults.length > 0) return { ok: false, faults };
	const state: ProposalState = isSubmitted ? 'submitted' : 'draft';
	const id = before ?? randomUUID();
	const amended = before === undefined ? null : await amend(trx, person, id, { ...given, state });
	if (amended && 'fault' in amended) return refused(amended.fault);
	if (!amended) await proposals.add(trx, { ...given, id, state, by: person.id }, now);
	await record(trx, person, now, {
		action: isSubmitted ? 'catalogue change submitted' : 'catalogue change drafted',
		subject: ['catalogue proposal', id],
		before: amended?.was,
		after: { ...given, state },
		reason: given.reason
	});
	return { ok: true, id };
}

async function amend(
	trx: Trx,
	person: Person,
	id: string,
	given: Written & { state: ProposalState }
): Promise<{ fault: string } | { was: unknown }> {
	const old = await proposals.lock(trx, id);
	if (!old) return { fault: 'There is no such proposal.' };
	const moved = move({ state: old.state, by: old.proposedBy, actor: person.id }, 'amend');
	if (!moved.ok) return { fault: moved.why };
	const isWritten = await proposals.rewrite(trx, id, given, old.state);
	return isWritten ? { was: { ...contentOf(old), state: old.state } } : { fault: MOVED_ON };
}

const contentOf = ({ indicator, kind, content, reason, ...decided }: Written): Written => ({
	...{ indicator, kind, content, reason, mergedInto: decided.mergedInto },
	...{ decidedOn: decided.decidedOn, decidedFor: decided.decidedFor }
});

/** Stands for what a proposal says: who decides on it must have seen this and no other writing. */
export const writingOf = (proposal: Written): string =>
	createHash('sha256')
		.update(canonical(contentOf(proposal)))
		.digest('hex');

export interface Acting {
	id: string;
	act: Exclude<ProposalAct, 'amend'>;
	/** What has to change; for a return. */
	note: string;
	/** The writing that the person saw; absent only where a program acts on what it has just read. */
	seen?: string;
}

/** Submits, approves, returns or withdraws. Approval applies the change in the same transaction. */
export async function act(db: Db, person: Person, asked: Acting, now: Date): Promise<Outcome> {
	const outcome = await transactionIf(db, isDone, (trx) => take(trx, person, asked, now));
	if (outcome.ok) forget(db);
	return outcome;
}

async function take(
	trx: Trx,
	person: Person,
	{ id, act, note, seen }: Acting,
	now: Date
): Promise<Outcome> {
	const proposal = await proposals.lock(trx, id);
	if (!proposal) return refused('There is no such proposal.');
	const isDecision = act === 'approve' || act === 'return';
	const permission = isDecision ? 'approve catalogue change' : 'propose catalogue change';
	const subject = { ...(await subjectOf(trx, proposal)), authors: [proposal.proposedBy] };
	// The own proposal is refused in its own words below.
	const isOwn = proposal.proposedBy === person.id;
	if (!(isDecision && isOwn) && !may(person, permission, subject))
		return refused(refusal(permission));
	const moved = move({ state: proposal.state, by: proposal.proposedBy, actor: person.id }, act);
	if (!moved.ok) return refused(moved.why);
	if (seen !== undefined && seen !== writingOf(proposal))
		return { ...refused(MOVED_ON), isConflict: true };
	if (act === 'return' && note.trim() === '') return refused('Say what has to change.');
	const step = {
		id,
		from: proposal.state,
		to: moved.state,
		by: person.id,
		note: note.trim() || null
	};
	if (!(await proposals.step(trx, step, now))) return { ...refused(MOVED_ON), isConflict: true };
	const applied =
		act === 'approve' ? await applyNow(trx, proposal, { name: person.name, now }) : undefined;
	if (applied && 'faults' in applied) return { ok: false, faults: applied.faults };
	await record(trx, person, now, {
		action: `catalogue change: ${act}`,
		subject: ['catalogue proposal', id],
		before: { state: proposal.state, ...(applied && { indicator: applied.before }) },
		after: { state: moved.state, ...(applied && { indicator: applied.after }) },
		reason: note.trim() || proposal.reason
	});
	if (applied) await setSetting(trx, 'catalogue', `${proposal.kind} ${applied.code}`, now);
	return { ok: true, id };
}

/**
 * What was true when it was written may not be so any more: checked again, then applied. With faults,
 * the step that was taken falls back.
 */
async function applyNow(trx: Trx, proposal: Proposal, by: Approved) {
	const faults = await faultsOf(trx, proposal, by.now);
	if (faults.length > 0) return { faults };
	const done = await apply(trx, proposal, by);
	return typeof done === 'string' ? { faults: [done] } : done;
}

const isDone = ({ ok }: Outcome): boolean => ok;
const refused = (fault: string): Outcome & { ok: false } => ({ ok: false, faults: [fault] });
