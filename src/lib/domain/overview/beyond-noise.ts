import type { Movement } from '../judgement.ts';

// Change over margin: a stored movement scaled so that its own margin of error is one. Beyond one,
// chance would not explain it.

export interface Scaled {
	/** Difference in margins, signed; beyond -1 or 1 it is a clear change. */
	inMargins: number;
	/** A difference up to this could be chance, in the unit of the value. */
	margin: number;
}

/** The margin is the one between the difference and zero, so the picture agrees with the test. */
export function scaled({
	difference,
	lower,
	upper
}: Pick<Movement, 'difference' | 'lower' | 'upper'>): Scaled | undefined {
	if (difference === null || lower === null || upper === null) return undefined;
	const margin = difference >= 0 ? difference - lower : upper - difference;
	return margin > 0 ? { inMargins: difference / margin, margin } : undefined;
}
