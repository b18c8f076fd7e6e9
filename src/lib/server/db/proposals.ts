import type { Content, ProposalKind } from '../../domain/catalogue/change.ts';
import type { ProposalState } from '../../domain/proposal.ts';
import type { Db, Trx } from './client.ts';

// Proposed changes of the catalogue. A row's state changes; what was decided stays.

export interface Proposal {
	id: string;
	indicator: string | null;
	kind: ProposalKind;
	content: Content;
	mergedInto: string | null;
	decidedOn: string | null;
	decidedFor: string | null;
	reason: string;
	state: ProposalState;
	proposedBy: string;
	proposedByName: string;
	proposedAt: string;
	approvedBy: string | null;
	approvedByName: string | null;
	approvedAt: string | null;
	returnedNote: string | null;
}

export interface Wanted {
	id?: string;
	indicator?: string;
	states?: readonly ProposalState[];
}

/** Proposals, newest first. */
export async function all(db: Db, wanted: Wanted = {}): Promise<Proposal[]> {
	const { id, indicator, states } = wanted;
	const rows = await db
		.selectFrom('catalogue_proposals as proposal')
		.innerJoin('users as maker', 'maker.id', 'proposal.proposed_by')
		.leftJoin('users as approver', 'approver.id', 'proposal.approved_by')
		.selectAll('proposal')
		.select(['maker.name as maker_name', 'approver.name as approver_name'])
		.$if(id !== undefined, (query) => query.where('proposal.id', '=', id ?? ''))
		.$if(indicator !== undefined, (query) =>
			query.where('proposal.indicator', '=', indicator ?? '')
		)
		.$if(states !== undefined, (query) => query.where('proposal.state', 'in', [...(states ?? [])]))
		.orderBy('proposal.proposed_at', 'desc')
		.orderBy('proposal.id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		indicator: row.indicator,
		kind: row.kind as ProposalKind,
		content: row.content as Content,
		mergedInto: row.merged_into,
		decidedOn: row.decided_on,
		decidedFor: row.decided_for,
		reason: row.reason,
		state: row.state as ProposalState,
		proposedBy: row.proposed_by,
		proposedByName: row.maker_name,
		proposedAt: row.proposed_at.toISOString(),
		approvedBy: row.approved_by,
		approvedByName: row.approver_name,
		approvedAt: row.approved_at?.toISOString() ?? null,
		returnedNote: row.returned_note
	}));
}

export async function byId(db: Db, id: string): Promise<Proposal | undefined> {
	const [found] = await all(db, { id });
	return found;
}

/** The same, kept as it is until the transaction ends. */
export async function lock(trx: Trx, id: string): Promise<Proposal | undefined> {
	await trx
		.selectFrom('catalogue_proposals')
		.select('id')
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
	return byId(trx, id);
}

export interface Written {
	indicator: string | null;
	kind: ProposalKind;
	content: Content;
	mergedInto: string | null;
	decidedOn: string | null;
	decidedFor: string | null;
	reason: string;
}

export async function add(
	trx: Trx,
	given: Written & { id: string; state: ProposalState; by: string },
	now: Date
): Promise<void> {
	const { id, state, by, ...rest } = given;
	await trx
		.insertInto('catalogue_proposals')
		.values({ id, state, proposed_by: by, proposed_at: now, ...columns(rest) })
		.execute();
}

/** Writes a draft or a returned proposal anew; false when it has moved on. */
export async function rewrite(
	trx: Trx,
	id: string,
	given: Written & { state: ProposalState },
	from: ProposalState
): Promise<boolean> {
	const { state, ...rest } = given;
	const updated = await trx
		.updateTable('catalogue_proposals')
		.set({ ...columns(rest), state, returned_note: null })
		.where('id', '=', id)
		.where('state', '=', from)
		.executeTakeFirst();
	return updated.numUpdatedRows === 1n;
}

function columns({ content, mergedInto, decidedOn, decidedFor, ...rest }: Written) {
	return {
		...rest,
		content: JSON.stringify(content),
		merged_into: mergedInto,
		decided_on: decidedOn,
		decided_for: decidedFor
	};
}

export interface Step {
	id: string;
	from: ProposalState;
	to: ProposalState;
	by: string;
	note: string | null;
}

/** Takes one step from the state expected; false when somebody was faster. */
export async function step(
	trx: Trx,
	{ id, from, to, by, note }: Step,
	now: Date
): Promise<boolean> {
	const updated = await trx
		.updateTable('catalogue_proposals')
		.set({
			state: to,
			...(to === 'approved' ? { approved_by: by, approved_at: now } : {}),
			...(to === 'returned' ? { returned_note: note } : {})
		})
		.where('id', '=', id)
		.where('state', '=', from)
		.executeTakeFirst();
	return updated.numUpdatedRows === 1n;
}
