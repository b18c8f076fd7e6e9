// The five parts of a reliability grade: each a threshold and one plain sentence.

import type { Evidence } from '../indicator.ts';
import { zFor } from '../stats/distribution.ts';
import type { Graded, Known } from './grade.ts';

/** Published thresholds: the last value that is still strong, and still fair. */
export const THRESHOLDS = {
	/** Standard error in percent of the value: the bands of the Labour Force Survey (ONS), joined. */
	error: { strong: 10, fair: 20 },
	/** People or cases counted: fewer than 30 tell little (our judgement, as the next two). */
	base: { strong: 100, fair: 30 },
	/** Months from period to figure. */
	delay: { strong: 6, fair: 18 },
	/** Days late. */
	lateness: { strong: 0, fair: 90 }
} as const;

const upTo = (
	value: number,
	{ strong, fair }: { strong: number; fair: number }
): Graded['grade'] => (value <= strong ? 'strong' : value <= fair ? 'fair' : 'weak');

export function sample(figure: NonNullable<Known['figure']>, method: string): Graded {
	const { value, lower, upper, denominator, flags } = figure;
	const part = 'sample';
	if (flags.includes('u'))
		return { part, grade: 'weak', words: 'Too few are counted to judge it.' };
	if (method === 'published' && lower !== null && upper !== null) {
		const error = (100 * (upper - lower)) / (2 * zFor(0.95)) / Math.abs(value);
		const grade = upTo(error, THRESHOLDS.error);
		return { part, grade, words: rangeWords[grade] };
	}
	if (method === 'published' || method === 'modelled') {
		return {
			part,
			grade: 'fair',
			words: 'It comes without a range, so we cannot say how exact it is.'
		};
	}
	if (denominator === null) return { part, grade: 'strong', words: 'It counts every case.' };
	const { strong, fair } = THRESHOLDS.base;
	const grade = denominator >= strong ? 'strong' : denominator >= fair ? 'fair' : 'weak';
	return { part, grade, words: baseWords[grade] };
}

const rangeWords = {
	strong: 'The survey asked enough people for a narrow range.',
	fair: 'The survey asked few people, so the range is wide.',
	weak: 'The survey asked so few people that the range is very wide.'
};
const baseWords = {
	strong: 'It rests on 100 or more people or cases.',
	fair: 'It rests on fewer than 100 people or cases.',
	weak: 'It rests on fewer than 30 people or cases.'
};

export function delay(months: number | null): Graded {
	const part = 'delay';
	if (months === null)
		return { part, grade: 'fair', words: 'How long the figure takes is not known.' };
	const grade = upTo(months, THRESHOLDS.delay);
	const size = months < 1.5 ? '1 month' : `${Math.round(months)} months`;
	const words =
		months < 0.75
			? 'The figure comes within weeks.'
			: `The figure comes up to ${size} after its period.`;
	return { part, grade, words };
}

export function lateness(days: number): Graded {
	const grade = upTo(Math.max(0, Math.round(days)), THRESHOLDS.lateness);
	return { part: 'lateness', grade, words: lateWords[grade] };
}

/** Without the number of days: it grows each day, and the stored words must stay true. */
const lateWords = {
	strong: 'No figure is late.',
	fair: `The next figure is late, by ${THRESHOLDS.lateness.fair} days at most.`,
	weak: `The next figure is more than ${THRESHOLDS.lateness.fair} days late.`
};

export function evidence(grade: Evidence): Graded {
	switch (grade) {
		case 'confirmed':
			return { part: 'evidence', grade: 'strong', words: 'Definition and source are confirmed.' };
		case 'reported':
			return { part: 'evidence', grade: 'fair', words: 'The source is reported, not confirmed.' };
		case 'weak':
			return {
				part: 'evidence',
				grade: 'weak',
				words: 'Definition and source are still to be checked.'
			};
		case 'inference':
			return { part: 'evidence', grade: 'weak', words: 'The measure is our own proposal.' };
		default:
			throw new Error(`unknown evidence: ${grade satisfies never}`);
	}
}

export function estimate(flags: readonly string[], method: string): Graded[] {
	if (flags.includes('e') || method === 'modelled') {
		return [{ part: 'estimate', grade: 'fair', words: 'It is an estimate, not a count.' }];
	}
	return flags.includes('p')
		? [{ part: 'estimate', grade: 'fair', words: 'It is provisional and may change.' }]
		: [];
}
