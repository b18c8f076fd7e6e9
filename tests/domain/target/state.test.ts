import { describe, expect, it } from 'vitest';
import type { TargetState } from '../../../src/lib/domain/target.ts';
import {
	actsOpen,
	stateAfter,
	type TargetAct,
	standingWord
} from '../../../src/lib/domain/target/state.ts';

const states: TargetState[] = ['draft', 'submitted', 'approved', 'returned', 'withdrawn'];
const acts: TargetAct[] = ['edit', 'submit', 'return', 'approve', 'withdraw', 'confirm'];

/** Act, from, to: everything that can happen. */
const legal: [TargetAct, TargetState, TargetState][] = [
	['edit', 'draft', 'draft'],
	['edit', 'returned', 'draft'],
	['submit', 'draft', 'submitted'],
	['submit', 'returned', 'submitted'],
	['return', 'submitted', 'returned'],
	['approve', 'submitted', 'approved'],
	['withdraw', 'draft', 'withdrawn'],
	['withdraw', 'returned', 'withdrawn'],
	['withdraw', 'submitted', 'withdrawn'],
	['withdraw', 'approved', 'approved'],
	['confirm', 'approved', 'approved']
];

describe('the way of a target', () => {
	it.each(acts.flatMap((act) => states.map((state) => [act, state] as const)))(
		'%s from %s leads where the table says, or nowhere',
		(act, state) => {
			const to = legal.find(([one, from]) => one === act && from === state)?.[2];
			expect(stateAfter({ state, hasEnded: false }, act)).toBe(to);
		}
	);

	it.each(states)('%s: nothing can be done with a version that has ended', (state) => {
		expect(actsOpen({ state, hasEnded: true })).toEqual([]);
	});

	it('never approves what was not handed in', () => {
		expect(actsOpen({ state: 'draft', hasEnded: false })).not.toContain('approve');
	});

	it.each([
		['approved', false, false, 'In force'],
		['approved', false, true, 'Provisional'],
		['approved', true, false, 'Replaced or ended'],
		['submitted', false, false, 'Waiting for approval'],
		['returned', false, false, 'Sent back']
	] as const)('%s (ended %s, provisional %s) reads "%s"', (state, hasEnded, provisional, word) => {
		expect(standingWord({ state, hasEnded }, provisional)).toBe(word);
	});
});
