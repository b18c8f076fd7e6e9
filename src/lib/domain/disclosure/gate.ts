// The gate through which every figure passes on its way out of the server. It decides, for each row,
// whether a reader may see the figure, and makes the only type that routes can send: `Figure`.

import type { DisclosureRule, Indicator } from '../indicator.ts';
import { flagsOf, type Flag, type Observation, type ValueState } from '../observation.ts';
import { type Sealed, unseal } from './seal.ts';

/** A figure as a reader may see it. `null` value: see `state` for which kind of missing. */
export interface Figure {
	indicator: string;
	area: string;
	period: string;
	breakdown: string;
	state: ValueState;
	value: number | null;
	lower: number | null;
	upper: number | null;
	numerator: number | null;
	denominator: number | null;
	flags: Flag[];
	note: string | null;
	sourceId: string | null;
}

export interface GateRules {
	/** Rule and restriction of each indicator by code; an unknown indicator is closed. */
	indicators: ReadonlyMap<string, Pick<Indicator, 'disclosureRule' | 'restricted'>>;
	/** Breakdowns that are never shown below the borough. */
	boroughOnly: ReadonlySet<string>;
	/** Areas below the borough. */
	isBelowBorough(area: string): boolean;
}

/** Counts of people from 1 to this number are hidden, with complement and derived values. */
export const SMALL_COUNT = 4;

/** Opens sealed rows and hands on what may be published; restricted indicators yield nothing. */
export function publish(rows: readonly Sealed<Observation>[], rules: GateRules): Figure[] {
	const figures: Figure[] = [];
	for (const row of rows) {
		const observation = unseal(row);
		const indicator = rules.indicators.get(observation.indicator);
		if (!indicator || indicator.restricted) continue;
		const closed =
			rules.boroughOnly.has(observation.breakdown) && rules.isBelowBorough(observation.area);
		if (closed) continue;
		figures.push(figure(observation, indicator.disclosureRule));
	}
	return figures;
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
