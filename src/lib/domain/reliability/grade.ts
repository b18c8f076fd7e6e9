// What a reliability grade is made from, and what it says.

import type { Evidence } from '../indicator.ts';
import type { Flag } from '../observation.ts';

export type Grade = 'strong' | 'fair' | 'weak' | 'not yet known';
export type Part = 'sample' | 'delay' | 'lateness' | 'evidence' | 'estimate';

export interface Graded {
	part: Part;
	grade: Exclude<Grade, 'not yet known'>;
	/** One plain sentence. */
	words: string;
}

export interface Reliability {
	grade: Grade;
	/** Weakest first; empty when there is no figure. */
	parts: Graded[];
}

/** What is known of an indicator's latest figure. */
export interface Known {
	/** Null = no figure yet. */
	figure: {
		value: number;
		lower: number | null;
		upper: number | null;
		denominator: number | null;
		flags: readonly Flag[];
	} | null;
	/** The catalogue's: `wilson`, `published`, `byars`, `modelled`, `none`. */
	intervalMethod: string;
	/** Months from the end of the period to the figure; null = not known. */
	lagMonths: number | null;
	/** Days after the day on which the next figure should have come; 0 = not late. */
	daysLate: number;
	evidence: Evidence;
}
