// A cold spot is found by a recipe: which measures, which direction is cold, which weights, which
// seed. Recipes are data with a lens and a version; a change makes a new version beside the old.
// Lens 1 (chances to mix) takes symmetric measures only: no single group's share is an input.

export type LensCode = 'mix' | 'barriers' | 'reach';

/** How one measure is made from the columns of a table of counts or scores, by neighbourhood. */
export type MeasureSource =
	/** Simpson's diversity over the columns: the chance that two residents differ. */
	| { kind: 'diversity'; table: string; groups: number[] }
	/** Sum of columns over another sum. */
	| { kind: 'share'; table: string; numerator: number[]; denominator: number[] }
	/** A published score as it stands. */
	| { kind: 'score'; table: string; column: string };

export interface Measure {
	code: string;
	title: string;
	/** Which end of the measure is cold: little diversity, or a high share facing a barrier. */
	cold: 'low' | 'high';
	decimals: number;
	unit: '%' | 'chance' | 'score';
	source: MeasureSource;
}

export interface Domain {
	code: string;
	title: string;
	weight: number;
	measures: Measure[];
}

export interface Recipe {
	lens: LensCode;
	version: number;
	title: string;
	summary: string;
	domains: Domain[];
	/** Shown beside the lens and never part of its score. */
	beside: Measure[];
	/** Fixed and printed, so that the result can be repeated to the last digit. */
	seed: number;
	permutations: number;
	/** Share of false findings allowed over all neighbourhoods tested (Benjamini-Hochberg). */
	alpha: number;
	/** Redraws of small counts, and random sets of weights. */
	redraws: number;
	randomWeights: number;
	/** A denominator below this gives no value: the neighbourhood can be "possible" at most. */
	minimumBase: number;
	/** Places that somebody once called cold spots: every lens says what it finds there. */
	named: { area: string; by: string }[];
	/** Neighbourhoods outside the borough take part as neighbours; their data must be loaded. */
	ring?: true;
}

export type Label = 'cold spot' | 'possible' | 'single area of concern' | 'no evidence';
export type Confidence = 'high' | 'medium' | 'low';

/** Every label in the order of a key. */
export const labels: readonly Label[] = [
	'cold spot',
	'possible',
	'single area of concern',
	'no evidence'
];
