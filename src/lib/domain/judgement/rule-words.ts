// The published name of each rule against target, stored with every judgement, and what it does.

import type { ColourRule } from './colour-rule.ts';

export const ruleNames: Record<ColourRule['kind'], string> = {
	tolerance: 'count against line and tolerance',
	survey: 'line against the range of a survey',
	none: 'no colour'
};

/** In plain words, for the method page and beside a judgement. */
export const ruleMeans: Record<ColourRule['kind'], string> = {
	tolerance:
		'Counts and complete data: on track at or better than the line; watch if worse by no more than the tolerance; off track if worse than that.',
	survey:
		'Surveys: on track at or better than the line; watch if worse with the line inside the 95% range; off track if the line lies outside it.',
	none: 'No colour: the figure is shown beside its plan and is not judged.'
};
