// How far can an indicator be trusted? Five parts, each graded by a published threshold; the whole is as
// good as its weakest part. Plain words say why. It is about the figure, never about the place.

import type { Grade, Known, Reliability } from './reliability/grade.ts';
import { delay, estimate, evidence, lateness, sample } from './reliability/parts.ts';

export const RELIABILITY_VERSION = 1;

export type { Grade, Graded, Part, Reliability } from './reliability/grade.ts';
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
