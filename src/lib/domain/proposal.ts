// A proposal goes one way: draft, submitted, approved. It may be returned with a note, sent again, or
// withdrawn by whoever made it. Nobody approves or returns their own, whatever their role.

export const PROPOSAL_STATES = ['draft', 'submitted', 'approved', 'returned', 'withdrawn'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const PROPOSAL_ACTS = ['amend', 'submit', 'approve', 'return', 'withdraw'] as const;
export type ProposalAct = (typeof PROPOSAL_ACTS)[number];

const STEPS: Readonly<Record<ProposalState, Partial<Record<ProposalAct, ProposalState>>>> = {
	draft: { amend: 'draft', submit: 'submitted', withdraw: 'withdrawn' },
	submitted: { approve: 'approved', return: 'returned', withdraw: 'withdrawn' },
	returned: { amend: 'draft', submit: 'submitted', withdraw: 'withdrawn' },
	approved: {},
	withdrawn: {}
};

/** The state after an act; undefined where the act is not possible. */
export const after = (state: ProposalState, act: ProposalAct): ProposalState | undefined =>
	STEPS[state][act];

/** Acts of the person who made the proposal, and acts of somebody else only. */
const OWN: readonly ProposalAct[] = ['amend', 'submit', 'withdraw'];

export interface Moving {
	state: ProposalState;
	/** Who made the proposal, and who acts now. */
	by: string;
	actor: string;
}

export type Moved = { ok: true; state: ProposalState } | { ok: false; why: string };

/** Takes one step, or says in a sentence why it cannot be taken. */
export function move({ state, by, actor }: Moving, act: ProposalAct): Moved {
	const next = after(state, act);
	if (next === undefined)
		return { ok: false, why: `This proposal is ${state}: you cannot ${act} it.` };
	const isOwn = by === actor;
	if (OWN.includes(act) && !isOwn)
		return { ok: false, why: `Only the person who made a proposal can ${act} it.` };
	if (!OWN.includes(act) && isOwn)
		return { ok: false, why: 'Nobody approves or returns their own proposal. Ask a colleague.' };
	return { ok: true, state: next };
}

export const stateTitles: Record<ProposalState, string> = {
	draft: 'Draft',
	submitted: 'Awaiting approval',
	approved: 'Approved',
	returned: 'Returned',
	withdrawn: 'Withdrawn'
};
