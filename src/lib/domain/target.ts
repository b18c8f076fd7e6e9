// A target is a promise with a shape: from a baseline, by milestones, to a goal by 2035, with the
// tolerance allowed on the way and the person who approved it. Definitions are versioned; so the
// baseline says which version and source it was measured by.

import type { Polarity } from './indicator.ts';
import type { Period } from './period.ts';

/** Straight between milestones; in steps at milestones; or quarter by quarter within each year. */
export type Shape = 'linear' | 'stepped' | 'profiled';
export type TargetState = 'draft' | 'submitted' | 'approved' | 'returned' | 'withdrawn';

/** Absolute: in the unit of the value. Relative: in percent of the planned value (5 = 5%). */
export interface Tolerance {
	kind: 'absolute' | 'relative';
	amount: number;
}

export interface Baseline {
	period: Period;
	value: number;
	/** 95% limits where the figure has them. */
	lower: number | null;
	upper: number | null;
	/** Version of the definition, and source, that it was measured by. */
	version: number;
	source: string | null;
}

export interface Milestone {
	/** Last day of the period that it is for, ISO. */
	ends: string;
	value: number;
	/**
	 * Profiled: the four quarters of the year that ends then. Cumulative measures: what each quarter
	 * adds, together the value; others: the level in each quarter, the last being the value.
	 */
	quarters?: readonly number[] | null;
}

/** What a reader or a judgement needs of one version of a target; days and instants are ISO. */
export interface Target {
	id: string;
	version: number;
	indicator: string;
	area: string;
	breakdown: string;
	state: TargetState;
	/** Null = not given: refused when it is submitted. */
	baseline: Baseline | null;
	shape: Shape;
	/** Before the goal, oldest first. */
	milestones: readonly Milestone[];
	goal: Milestone;
	tolerance: Tolerance;
	/** Figures run up within the year: the plan does too. */
	cumulative: boolean;
	/** Why this goal. */
	rationale: string | null;
	proposedBy: string | null;
	approvedBy: string | null;
	approvedAt: string | null;
	/** Why the line still awaits its approver's confirmation, as stored; null = firm. */
	provisional: string | null;
	/** Up to when its approver has confirmed that the line holds across changes. */
	confirmed: Confirmation | null;
}

/** For a firm approved version: the day of approval and the definition then in force. */
export interface Confirmation {
	/** Changes of source up to this day are confirmed. */
	until: string;
	/** Version of the definition that is confirmed. */
	version: number;
}

/** Milestones and goal, oldest first. */
export function steps(target: Pick<Target, 'milestones' | 'goal'>): Milestone[] {
	return [...target.milestones, target.goal].sort((a, b) => (a.ends < b.ends ? -1 : 1));
}

/**
 * A value on a scale where more is better, in the same unit; undefined where neither direction is.
 * A gap that should close counts by its distance from zero.
 */
export function goodness(value: number, polarity: Polarity): number | undefined {
	switch (polarity) {
		case 'higher':
			return value;
		case 'lower':
			return -value;
		case 'lower to zero':
			return -Math.abs(value);
		case 'neutral':
		case 'ambiguous':
			return undefined;
		default:
			throw new Error(`unknown polarity: ${polarity satisfies never}`);
	}
}

/** Tolerance in the unit of the value, at a planned value. */
export function allowance({ kind, amount }: Tolerance, planned: number): number {
	return kind === 'absolute' ? amount : (amount / 100) * Math.abs(planned);
}
