// A version of a target on its way: written, submitted, approved or sent back. One table says which act
// leads from where to where; what it does not name cannot happen.

import type { TargetState } from '../target.ts';

export type TargetAct = 'edit' | 'submit' | 'return' | 'approve' | 'withdraw' | 'confirm';

const steps: Record<TargetAct, Partial<Record<TargetState, TargetState>>> = {
	edit: { draft: 'draft', returned: 'draft' },
	submit: { draft: 'submitted', returned: 'submitted' },
	return: { submitted: 'returned' },
	approve: { submitted: 'approved' },
	// What was in force stays approved, with the instant at which it ended.
	withdraw: {
		draft: 'withdrawn',
		returned: 'withdrawn',
		submitted: 'withdrawn',
		approved: 'approved'
	},
	confirm: { approved: 'approved' }
};

export interface Standing {
	state: TargetState;
	/** An approved version that a later one or a withdrawal took the place of. */
	hasEnded: boolean;
}

/** The state after an act; undefined where the act is not open. An ended version stays as it is. */
export function stateAfter({ state, hasEnded }: Standing, act: TargetAct): TargetState | undefined {
	return hasEnded ? undefined : steps[act][state];
}

/** Acts open in a state, in the order of their buttons. */
export function actsOpen(standing: Standing): TargetAct[] {
	return (Object.keys(steps) as TargetAct[]).filter((act) => stateAfter(standing, act));
}

export type StandingWord =
	| 'In force'
	| 'Provisional'
	| 'Waiting for approval'
	| 'Draft'
	| 'Sent back'
	| 'Withdrawn'
	| 'Replaced or ended';

/** The state as a reader meets it. */
export function standingWord({ state, hasEnded }: Standing, isProvisional: boolean): StandingWord {
	switch (state) {
		case 'approved':
			if (hasEnded) return 'Replaced or ended';
			return isProvisional ? 'Provisional' : 'In force';
		case 'submitted':
			return 'Waiting for approval';
		case 'draft':
			return 'Draft';
		case 'returned':
			return 'Sent back';
		case 'withdrawn':
			return 'Withdrawn';
		default:
			throw new Error(`unknown state: ${state satisfies never}`);
	}
}
