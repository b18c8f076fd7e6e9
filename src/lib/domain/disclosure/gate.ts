// The gate through which every figure passes on its way out of the server. It decides, for each row,
// whether a reader may see the figure, and makes the only type that routes can send: `Figure`.

import type { DisclosureRule } from '../indicator.ts';
import { flagsOf, type Flag, type Observation, type ValueState } from '../observation.ts';
import { type Sealed, unseal } from './seal.ts';

/** A raw row with what the gate must know to judge it; made by the database layer, always sealed. */
export interface GateRow {
	observation: Observation;
	rule: DisclosureRule;
	/** Indicator for named roles only, at any level. */
	restricted: boolean;
	/** Breakdown that is never shown below the borough. */
	boroughOnly: boolean;
	belowBorough: boolean;
}

/** A figure as a reader may see it. `null` value: see `state` for which kind of missing. */
export interface Figure {
	indicator: string;
	area: string;
	period: string;
	breakdown: string;
	state: ValueState;
	value: number | null;
	/** 95% limits in the unit of the value; null where the method gives none. */
	lower: number | null;
	upper: number | null;
	numerator: number | null;
	denominator: number | null;
	flags: Flag[];
	note: string | null;
	sourceId: string | null;
}

/** Counts of people from 1 to this number are hidden, with complement and derived values. */
export const SMALL_COUNT = 4;

/** Opens sealed rows and hands on what may be published; restricted rows yield nothing. */
export function publish(rows: readonly Sealed<GateRow>[]): Figure[] {
	return rows
		.map((row) => unseal(row))
		.filter((row) => !row.restricted && !(row.boroughOnly && row.belowBorough))
		.map(({ observation, rule }) => figure(observation, rule));
}

function figure(observation: Observation, rule: DisclosureRule): Figure {
	const hidden = rule === 'people' && isSmall(observation);
	const state = hidden ? 'suppressed' : observation.state;
	const shown = state === 'known';
	return {
		indicator: observation.indicator,
		area: observation.area,
		period: observation.period,
		breakdown: observation.breakdown,
		state,
		value: shown ? observation.value : null,
		lower: shown ? observation.lower : null,
		upper: shown ? observation.upper : null,
		numerator: shown ? observation.numerator : null,
		denominator: shown ? observation.denominator : null,
		flags: shown ? flagsOf(observation) : [],
		note: observation.note,
		sourceId: observation.sourceId
	};
}

function isSmall({ numerator, denominator, value }: Observation): boolean {
	const count = numerator ?? value;
	if (count === null) return false;
	if (isSmallCount(count)) return true;
	return denominator !== null && (isSmallCount(denominator) || isSmallCount(denominator - count));
}

function isSmallCount(count: number): boolean {
	return count > 0 && count <= SMALL_COUNT;
}
