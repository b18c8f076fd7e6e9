// What is invented, measure by measure: a level at the start and at the end of the history, how it is
// spread over the localities, and what happens on the way. Chosen so that every state occurs.

export type Every = 'quarter' | 'term' | 'half-year' | 'financial year' | 'academic year' | 'month';

export interface Invented {
	code: string;
	every: Every;
	/** Level of the borough in the first and in the latest period, in the unit of the value. */
	from: number;
	to: number;
	/** Relative spread of one period around the line. */
	wobble?: number;
	/** By quarter of the financial year, or term of the school year: factors around 1. */
	season?: readonly number[];
	/** Shares of North, South, East and West; left out = borough only. */
	shares?: readonly [number, number, number, number];
	/** The same at the latest period, where the pattern shifts. */
	sharesNow?: readonly [number, number, number, number];
	/** Share of the people counted whose postcode is not known. */
	unknown?: number;
	/** People asked, referred or due in one period (percent), or the population behind a rate. */
	base?: number;
	/** Half the width of the published 95% range, for surveys. */
	margin?: number;
	/** Figures run up within the financial year. */
	cumulative?: boolean;
	/** Days from a period's end until its figure can be published. */
	lag?: number;
	/** Latest periods that nobody has sent in. */
	missing?: number;
	/** First day of a new source: figures before and after cannot be compared. */
	breakFrom?: string;
	breakNote?: string;
}

const spread = [0.3, 0.26, 0.2, 0.24] as const;

export const invented: readonly Invented[] = [
	// Venues, organisations and events: counts that need no protection.
	{
		code: 'C08',
		every: 'quarter',
		from: 19,
		to: 33,
		wobble: 0.01,
		shares: [0.28, 0.3, 0.27, 0.15]
	},
	{ code: 'C09', every: 'quarter', from: 24, to: 58, wobble: 0.02, shares: [0.2, 0.42, 0.18, 0.2] },
	{
		code: 'C10',
		every: 'quarter',
		from: 61000,
		to: 83000,
		cumulative: true,
		wobble: 0.02,
		shares: [0.3, 0.3, 0.15, 0.25]
	},
	{ code: 'L03', every: 'quarter', from: 11, to: 9, wobble: 0.02, shares: [0.2, 0.4, 0, 0.4] },
	{
		code: 'T19',
		every: 'quarter',
		from: 12,
		to: 27,
		wobble: 0.12,
		season: [1.05, 1.15, 0.9, 0.9],
		shares: spread
	},
	{
		code: 'Y01',
		every: 'term',
		from: 18,
		to: 34,
		wobble: 0.03,
		season: [1, 1.04, 0.96],
		shares: [0.3, 0.3, 0.2, 0.2]
	},
	// Counts of people: some localities are so small that figures are hidden.
	{
		code: 'C11',
		every: 'quarter',
		from: 640,
		to: 1180,
		wobble: 0.05,
		season: [1.04, 1.12, 0.92, 0.92],
		shares: spread,
		unknown: 0.06
	},
	{ code: 'Y02', every: 'term', from: 540, to: 1010, wobble: 0.04, shares: [0.3, 0.3, 0.2, 0.2] },
	{
		code: 'Y08',
		every: 'quarter',
		from: 176,
		to: 108,
		wobble: 0.05,
		season: [1, 1.1, 0.95, 0.95],
		shares: [0.34, 0.3, 0.12, 0.24],
		sharesNow: [0.2, 0.38, 0.16, 0.26],
		unknown: 0.05
	},
	{
		code: 'W01',
		every: 'quarter',
		from: 310,
		to: 455,
		wobble: 0.04,
		season: [1.02, 0.78, 1.14, 1.06],
		shares: [0.16, 0.46, 0.08, 0.3],
		unknown: 0.04
	},
	{
		code: 'W03',
		every: 'quarter',
		from: 140,
		to: 188,
		wobble: 0.07,
		shares: [0.18, 0.46, 0.06, 0.3],
		unknown: 0.05
	},
	{
		code: 'W08',
		every: 'quarter',
		from: 34,
		to: 41,
		wobble: 0.1,
		shares: [0.36, 0.34, 0.08, 0.22],
		unknown: 0
	},
	{
		code: 'L10',
		every: 'quarter',
		from: 48,
		to: 86,
		wobble: 0.08,
		shares: [0.22, 0.44, 0.1, 0.24],
		unknown: 0
	},
	{
		code: 'T10',
		every: 'quarter',
		from: 205,
		to: 330,
		wobble: 0.05,
		shares: spread,
		unknown: 0.05
	},
	{
		code: 'T18',
		every: 'quarter',
		from: 96,
		to: 150,
		wobble: 0.1,
		shares: [0.25, 0.35, 0.1, 0.3],
		unknown: 0.06,
		missing: 2
	},
	// Shares and rates.
	{ code: 'C12', every: 'quarter', from: 58, to: 66.5, wobble: 0.02, base: 420, shares: spread },
	{
		code: 'W02',
		every: 'term',
		from: 81,
		to: 71.8,
		wobble: 0.02,
		base: 85,
		shares: [0.3, 0.38, 0.07, 0.25]
	},
	{
		code: 'T03',
		every: 'quarter',
		from: 14.2,
		to: 9.1,
		wobble: 0.09,
		season: [0.9, 0.85, 1.15, 1.1],
		base: 116400,
		shares: [0.32, 0.28, 0.16, 0.24]
	},
	{
		code: 'L01',
		every: 'quarter',
		from: 6.1,
		to: 5.6,
		wobble: 0.06,
		season: [1.05, 1.12, 0.95, 0.88],
		base: 286700
	},
	{ code: 'L02', every: 'quarter', from: 9.5, to: 16.8, wobble: 0.08, base: 170 },
	{ code: 'L08', every: 'quarter', from: 52, to: 53.6, wobble: 0.03, base: 410, missing: 1 },
	{ code: 'T14', every: 'quarter', from: 8.4, to: 8.8, wobble: 0.03, base: 286700 },
	{ code: 'T16', every: 'quarter', from: 38, to: 71, wobble: 0.01, base: 3240 },
	{ code: 'T17', every: 'quarter', from: 94, to: 81, wobble: 0.015, base: 126 },
	{ code: 'T20', every: 'quarter', from: 76, to: 92, wobble: 0.03, base: 26 },
	{ code: 'T15', every: 'half-year', from: 57, to: 61, wobble: 0.03, base: 16 },
	// Surveys and yearly figures for the borough.
	{
		code: 'C01',
		every: 'financial year',
		from: 74,
		to: 70.4,
		wobble: 0.01,
		margin: 4.4,
		lag: 150,
		breakFrom: '2025-04-01',
		breakNote:
			'Illustrative: the Community and Engagement Survey took the place of the survey before it.'
	},
	{ code: 'C02', every: 'financial year', from: 61, to: 63.5, wobble: 0.01, margin: 4.7, lag: 240 },
	{
		code: 'C05',
		every: 'financial year',
		from: 70,
		to: 76.9,
		wobble: 0.005,
		margin: 3.1,
		lag: 150
	},
	{ code: 'L09', every: 'financial year', from: 72, to: 64.2, wobble: 0.01, margin: 3.4, lag: 150 },
	{
		code: 'T04',
		every: 'financial year',
		from: 8.2,
		to: 7.9,
		wobble: 0.02,
		margin: 2.2,
		lag: 240,
		missing: 2
	},
	{ code: 'T12', every: 'financial year', from: 4.1, to: -0.6, wobble: 0, margin: 5.2, lag: 150 },
	{ code: 'Y04', every: 'academic year', from: 5.9, to: 4.6, wobble: 0.02, base: 7350, lag: 200 },
	{ code: 'Y05', every: 'academic year', from: 14.6, to: 14.9, wobble: 0.02, lag: 380 },
	// For named roles only: no public page shows it.
	{ code: 'L05', every: 'month', from: 6, to: 9, wobble: 0.2 }
];
