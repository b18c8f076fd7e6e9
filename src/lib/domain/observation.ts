// A figure for one area, period and breakdown, with its state. Zero is a known value; the four kinds
// of missing are four different things and are never shown as one another.

import { ILLUSTRATIVE } from './illustrative.ts';

export type ValueState =
	'known' | 'suppressed' | 'not collected' | 'not yet published' | 'not applicable';

/** What the database holds. Routes never see this type: only the disclosure gate opens it. */
export interface Observation {
	indicator: string;
	version: number;
	area: string;
	period: string;
	breakdown: string;
	numerator: number | null;
	denominator: number | null;
	value: number | null;
	/** 95% limits in the unit of the value; null where the method gives none. */
	lower: number | null;
	upper: number | null;
	state: ValueState;
	provisional: boolean;
	estimated: boolean;
	revised: boolean;
	smallBase: boolean;
	note: string | null;
	sourceId: string | null;
}

/**
 * Codes of the field: [p] provisional, [e] estimated, [r] revised, [u] too few to judge; and [i]
 * illustrative, which only a demonstration has.
 */
export type Flag = 'p' | 'e' | 'r' | 'u' | 'i';

export const flagWords: Record<Flag, string> = {
	p: 'provisional',
	e: 'estimated',
	r: 'revised',
	u: 'too few to judge',
	i: 'illustrative'
};

/** Codes for missing values, printed beside the words in tables and downloads. */
export const stateCodes: Record<ValueState, string> = {
	known: '',
	suppressed: '[c]',
	'not collected': '[x]',
	'not yet published': '[x]',
	'not applicable': '[z]'
};

/** Words a reader sees in place of a value. */
export const stateWords: Record<ValueState, string> = {
	known: 'Known',
	suppressed: 'Hidden',
	'not collected': 'Not collected',
	'not yet published': 'Not yet published',
	'not applicable': 'Not applicable'
};

export function flagsOf(observation: Observation): Flag[] {
	const flags: Flag[] = [];
	if (observation.provisional) flags.push('p');
	if (observation.estimated) flags.push('e');
	if (observation.revised) flags.push('r');
	if (observation.smallBase) flags.push('u');
	if (observation.sourceId === ILLUSTRATIVE) flags.push('i');
	return flags;
}
