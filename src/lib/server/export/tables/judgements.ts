import type { Judgement } from '../../../domain/judgement.ts';
import { table, type Column, type Table, tidy } from '../../../domain/table.ts';
import { optional, required } from './columns.ts';
import { aboutTargets } from './target-columns.ts';

// Stored judgements: what a sentence on a page rests on.

export const judgementColumns: Column<Judgement>[] = [
	required(
		['judgement', 'Judgement', 'Number of the judgement'],
		(judgement) => judgement.id,
		'integer'
	),
	required(
		[
			'kind',
			'Kind',
			'movement (over time), comparison (with another area), trend, control (one point of a control chart), spread (do the parts differ), gap (is it closing), target (against the planned line), pace (what the target asks for), chance (if the present trend goes on), masking (what a good figure hides) or reliability'
		],
		(judgement) => judgement.kind
	),
	required(
		['indicator_code', 'Indicator code', 'Which indicator'],
		(judgement) => judgement.indicator
	),
	required(['area_code', 'Area code', 'Which area'], (judgement) => judgement.area),
	required(
		['breakdown', 'Group code', 'Which group; "all" for everybody'],
		(judgement) => judgement.breakdown
	),
	required(['period', 'Period', 'Which period'], (judgement) => judgement.period),
	optional(
		['against_period', 'Against period', 'Movement and gap: the earlier period'],
		(judgement) =>
			judgement.kind === 'movement' || judgement.kind === 'gap' ? judgement.againstPeriod : null
	),
	optional(['against_area', 'Against area', 'Comparison: code of the other area'], (judgement) =>
		judgement.kind === 'comparison' ? judgement.againstArea : null
	),
	optional(
		['parts', 'Parts', 'Spread and gap: which areas are set beside one another'],
		(judgement) =>
			judgement.kind === 'spread' || judgement.kind === 'gap' ? judgement.parts : null
	),
	required(
		[
			'outcome',
			'Outcome',
			'The finding, in words. Only a judgement against target says whether it is good: on track, watch, off track'
		],
		(judgement) => judgement.outcome
	),
	optional(
		[
			'difference',
			'Difference',
			'In the unit of the values; control: value less average; spread: standard deviation between parts beyond chance; target: value less planned value; pace: change needed a year'
		],
		(judgement) => tidy(judgement.difference),
		'number'
	),
	optional(
		['lower', 'Lower limit', 'Lower limit of the difference; control: of the usual range'],
		(judgement) => tidy(judgement.lower),
		'number'
	),
	optional(
		['upper', 'Upper limit', 'Upper limit of the difference; control: of the usual range'],
		(judgement) => tidy(judgement.upper),
		'number'
	),
	optional(
		['probability', 'Probability', 'Chance of a difference this large if nothing had changed'],
		(judgement) => judgement.p,
		'number'
	),
	optional(
		[
			'adjusted_probability',
			'Adjusted probability',
			'Comparison: allows for every comparison of the area with the same benchmark (Benjamini-Hochberg)'
		],
		(judgement) => (judgement.kind === 'comparison' ? judgement.q : null),
		'number'
	),
	required(
		[
			'confidence',
			'Confidence',
			'Level of the test: 0.95 for movement, gap and surveys against target, 0.998 for comparison, trend and spread; chance: share of outcomes in the band'
		],
		(judgement) => judgement.confidence,
		'number'
	),
	required(
		['method', 'Method', 'Name of the test; the method page explains it'],
		(judgement) => judgement.method
	),
	required(
		['method_version', 'Method version', 'Version of the test'],
		(judgement) => judgement.methodVersion,
		'integer'
	),
	...aboutTargets
];

export const judgements = (rows: readonly Judgement[]): Table =>
	table(judgementColumns, rows, ['judgement']);
