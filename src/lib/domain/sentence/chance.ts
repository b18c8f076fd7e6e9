import type { Silent, WhySilent } from '../judgement/outlook.ts';
import { FEWEST_POINTS } from '../stats/forecast.ts';
import { type Sentence, statement } from './sentence.ts';

// The chance of meeting the target, as people say chances; and why there is none.

/** "About 1 in 3 if the present trend goes on." */
export function chanceSentence(outlook: { chance: number } | Silent): Sentence {
	if ('silent' in outlook) return statement(silence[outlook.silent]);
	return statement(`${chanceWords(outlook.chance)} if the present trend goes on.`);
}

const fractions: [number, string][] = [
	[0.05, '1 in 20'],
	[0.1, '1 in 10'],
	[0.2, '1 in 5'],
	[0.25, '1 in 4'],
	[1 / 3, '1 in 3'],
	[0.4, '2 in 5'],
	[0.5, '1 in 2'],
	[0.6, '3 in 5'],
	[2 / 3, '2 in 3'],
	[0.75, '3 in 4'],
	[0.8, '4 in 5'],
	[0.9, '9 in 10'],
	[0.95, '19 in 20']
];

/** A probability (0 to 1) as the nearest of a few fractions: finer would promise too much. */
export function chanceWords(chance: number): string {
	if (chance < 0.03) return 'Less than 1 in 30';
	if (chance > 0.97) return 'More than 29 in 30';
	const [, words] = fractions.reduce((a, b) =>
		Math.abs(b[0] - chance) < Math.abs(a[0] - chance) ? b : a
	);
	return `About ${words}`;
}

const silence: Record<WhySilent, string> = {
	'too short': `We do not say how likely the target is: that takes ${FEWEST_POINTS} figures in a row.`,
	'series break':
		'We do not say how likely the target is: the source changed, and the new series is too short.',
	'unlike periods':
		'We do not say how likely the target is: the figures are for periods of different kinds.',
	'overlapping periods':
		'We do not say how likely the target is: the figures are for periods that share years.',
	'too few to judge': 'We do not say how likely the target is: too few are counted.',
	'running total':
		'We do not say how likely the target is: the figures add up within the year and start again.',
	'no variation': 'We do not say how likely the target is: the figure has never changed.',
	'too far ahead':
		'We do not say how likely the goal is: it lies farther ahead than our figures look back.',
	'goal has passed': 'The day of the goal has passed.',
	'no direction': 'Neither direction is better for this measure, so we give no chance.'
};
