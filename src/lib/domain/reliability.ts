// How far can an indicator be trusted? Five parts, each graded by a published threshold; the whole is as
// good as its weakest part. Plain words say why. It is about the figure, never about the place.

import type { Evidence } from './indicator.ts';
import type { Flag } from './observation.ts';
import { delay, estimate, evidence, lateness, sample } from './reliability/parts.ts';

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

export const RELIABILITY_VERSION = 1;

export { THRESHOLDS } from './reliability/parts.ts';

const order: readonly Grade[] = ['weak', 'fair', 'strong'];

export function reliability(known: Known): Reliability {
	if (!known.figure) return { grade: 'not yet known', parts: [] };
	const parts = [
		sample(known.figure, known.intervalMethod),
		delay(known.lagMonths),
		lateness(known.daysLate),
		evidence(known.evidence),
		...estimate(known.figure.flags, known.intervalMethod)
	].sort((a, b) => order.indexOf(a.grade) - order.indexOf(b.grade));
	return { grade: parts[0]?.grade ?? 'not yet known', parts };
}
