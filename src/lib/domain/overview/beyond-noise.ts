import type { Indicator } from '../indicator.ts';
import type { Movement } from '../judgement.ts';
import type { Period } from '../period.ts';

// Change over margin: each stored movement scaled so that its own margin of error is one. Beyond one,
// chance would not explain it.

export interface Change {
	indicator: Indicator;
	/** "Female" where there is no figure for everybody. */
	label: string | null;
	movement: Movement;
	from: Period;
	to: Period;
	/** Difference in margins, signed; beyond -1 or 1 it is a clear change. */
	inMargins: number;
}

export function change(
	movement: Movement,
	indicator: Indicator,
	{ periods, labelOf }: Words
): Change | undefined {
	const inMargins = scaled(movement);
	const from = periods.get(movement.againstPeriod);
	const to = periods.get(movement.period);
	if (inMargins === undefined || !from || !to) return undefined;
	return { indicator, label: labelOf(movement.breakdown), movement, from, to, inMargins };
}

export interface Words {
	periods: ReadonlyMap<string, Period>;
	/** Label of a breakdown; null for everybody. */
	labelOf: (breakdown: string) => string | null;
}

/** The margin is the one between the difference and zero, so the picture agrees with the test. */
function scaled({ difference, lower, upper }: Movement): number | undefined {
	if (difference === null || lower === null || upper === null) return undefined;
	const margin = difference >= 0 ? difference - lower : upper - difference;
	return margin > 0 ? difference / margin : undefined;
}
