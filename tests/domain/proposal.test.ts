import { describe, expect, it } from 'vitest';
import {
	after,
	move,
	PROPOSAL_ACTS,
	PROPOSAL_STATES,
	type ProposalAct,
	type ProposalState
} from '../../src/lib/domain/proposal.ts';

// Every state and act: what is not listed is refused.
const STEPS: [ProposalState, ProposalAct, ProposalState][] = [
	['draft', 'amend', 'draft'],
	['draft', 'submit', 'submitted'],
	['draft', 'withdraw', 'withdrawn'],
	['submitted', 'approve', 'approved'],
	['submitted', 'return', 'returned'],
	['submitted', 'withdraw', 'withdrawn'],
	['returned', 'amend', 'draft'],
	['returned', 'submit', 'submitted'],
	['returned', 'withdraw', 'withdrawn']
];
const all = PROPOSAL_STATES.flatMap((state) => PROPOSAL_ACTS.map((act) => [state, act] as const));

describe('a proposal moves as the table says', () => {
	it.each(all)('%s, %s', (state, act) => {
		const wanted = STEPS.find(([from, by]) => from === state && by === act)?.[2];
		expect(after(state, act)).toBe(wanted);
	});

	it('what is approved or withdrawn moves no more', () => {
		for (const act of PROPOSAL_ACTS) {
			expect(after('approved', act)).toBeUndefined();
			expect(after('withdrawn', act)).toBeUndefined();
		}
	});
});

describe('who moves it', () => {
	it.each(STEPS)('%s, %s: only its maker, or only somebody else', (state, act) => {
		const own = move({ state, by: 'ann', actor: 'ann' }, act).ok;
		const other = move({ state, by: 'ann', actor: 'bob' }, act).ok;
		expect(own).toBe(!other);
		expect(other).toBe(act === 'approve' || act === 'return');
	});
});
