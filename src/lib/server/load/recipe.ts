// How the figures of an indicator are made from the open data. Recipes are data: each indicator of
// static/open-data/catalogue lists its own, and `figures.ts` has one function a kind.

/** Columns of a census table added together, less others. */
export interface ColumnSum {
	add: number[];
	less?: number[];
}

export type Recipe =
	| { from: 'census'; table: string; numerator: ColumnSum; denominator: ColumnSum }
	| { from: 'census count'; table: string; count: ColumnSum }
	| {
			from: 'make-up';
			table: string;
			denominator: ColumnSum;
			groups: { breakdown: string; sum: ColumnSum }[];
	  }
	| { from: 'diversity'; table: string; groups: number[] }
	| { from: 'dissimilarity'; table: string; group: number; total: number }
	| { from: 'earlier censuses'; topic: string; numerator: string; breakdown?: string }
	| { from: 'earlier residents' }
	| { from: 'series'; file: string; indicator: string; breakdown?: string }
	| { from: 'deprivation score' }
	| { from: 'deprived tenth' }
	| { from: 'deprivation 2019' }
	| { from: 'loneliness' }
	| { from: 'crime' };
