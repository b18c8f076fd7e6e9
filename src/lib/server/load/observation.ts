import { wilson } from '../../domain/stats/interval.ts';
import type { NewObservation } from '../db/schema.ts';

// One observation row, with the defaults of a known figure.

export type ObservationRow = NewObservation;

type Given = Partial<ObservationRow> & Pick<ObservationRow, 'area' | 'period' | 'value'>;

/** Which indicator a recipe fills, and how its value is written. */
export interface Filled {
	code: string;
	multiplier: number;
	sourceId: string | null;
}

/** Rates of fewer people or households than this are shown without a judgement (rules, Disclosure). */
const SMALL_BASE = 100;

export function observation(filled: Filled, given: Given): ObservationRow {
	return {
		indicator: filled.code,
		version: 1,
		breakdown: 'all',
		numerator: null,
		denominator: null,
		lower: null,
		upper: null,
		state: given.value === null ? 'not collected' : 'known',
		provisional: false,
		estimated: false,
		revised: false,
		small_base: false,
		note: null,
		source_id: filled.sourceId,
		...given
	};
}

/** A share from its counts, with the Wilson interval; undefined when nobody could be counted. */
export function share(
	filled: Filled,
	counts: { x: number; n: number },
	given: Omit<Given, 'value'>
): ObservationRow | undefined {
	const interval = wilson(counts.x, counts.n);
	if (!interval) return undefined;
	return observation(filled, {
		numerator: counts.x,
		denominator: counts.n,
		value: interval.value * filled.multiplier,
		lower: interval.lower * filled.multiplier,
		upper: interval.upper * filled.multiplier,
		small_base: counts.n < SMALL_BASE,
		...given
	});
}
