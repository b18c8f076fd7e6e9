import type { Unit } from '../domain/format.ts';
import type { Flag, ValueState } from '../domain/observation.ts';
import type { ComparisonOutcome } from '../domain/judgement.ts';

// What a chart of dots and ranges is drawn from.

export interface DotRow {
	/** As printed beside the dot. */
	label: string;
	value: number | null;
	lower: number | null;
	upper: number | null;
	state: ValueState;
	flags: Flag[];
	/** Hollow: not clear of the line. Filled: clear of it, or no line to be clear of. */
	sign: 'filled' | 'hollow';
	/** Walsall among other areas. */
	isOurs?: boolean;
	/** Comparators are grey. */
	isOther?: boolean;
}

export interface DotGroup {
	/** Heading row; with a dot of its own when it is a place. */
	label?: string;
	head?: DotRow;
	rows: DotRow[];
}

export interface DotData {
	unit: Unit;
	groups: DotGroup[];
	/** Dashed line across every row, such as the borough. */
	line?: { label: string; value: number };
	/** Prints the value at the end of each row. */
	showsValues?: boolean;
}

/** The stored comparison decides the sign; without one there is nothing to be clear of. */
export function signOf(outcome: ComparisonOutcome | undefined): DotRow['sign'] {
	return outcome === 'similar' || outcome === 'cannot tell' ? 'hollow' : 'filled';
}
