// Masking: a figure that looks as good as England's, or better, for the borough or a locality, while
// a part of it is clearly worse than the whole; and a whole on track while a part is off track. Reads
// stored judgements only.

import { hasDirection, type Polarity } from './indicator.ts';
import type { Comparison } from './judgement.ts';
import type { TargetWord } from './judgement/target.ts';

export interface Masked {
	indicator: string;
	/** The area whose figure hides something. */
	whole: string;
	/** Parts clearly worse than the whole, in the order given. */
	parts: string[];
	/** Comparisons this rests on. */
	judgements: number[];
}

interface Question {
	indicator: { code: string; polarity: Polarity };
	/** The borough, and England as the outside benchmark. */
	whole: string;
	benchmark: string;
	/** Stored comparisons of the indicator at the same breakdown: parts with the whole, whole with the benchmark. */
	comparisons: readonly Comparison[];
}

/**
 * Nothing for a measure without a direction, or when the whole itself is worse than the benchmark. Nor
 * for a gap that should close: higher or lower does not say which of two gaps is further from zero.
 */
export function masked({ indicator, whole, benchmark, comparisons }: Question): Masked | undefined {
	if (!hasDirection(indicator.polarity) || indicator.polarity === 'lower to zero') return undefined;
	const worse = indicator.polarity === 'higher' ? 'lower' : 'higher';
	const outside = comparisons.find(
		({ area, againstArea }) => area === whole && againstArea === benchmark
	);
	if (!outside || outside.outcome === worse || outside.outcome === 'cannot tell') return undefined;
	const parts = comparisons.filter(
		({ area, againstArea, outcome }) => area !== whole && againstArea === whole && outcome === worse
	);
	if (parts.length === 0) return undefined;
	return {
		indicator: indicator.code,
		whole,
		parts: parts.map(({ area }) => area),
		judgements: [outside.id, ...parts.map(({ id }) => id)]
	};
}

/** A stored judgement against target, as masking reads it. */
export interface OnTrack {
	id: number;
	area: string;
	outcome: TargetWord;
}

/** The whole on track while parts are off track by their own targets; undefined when nothing hides. */
export function maskedTarget(
	indicator: string,
	whole: string,
	judgements: readonly OnTrack[]
): Masked | undefined {
	const own = judgements.find(({ area }) => area === whole);
	if (own?.outcome !== 'on track') return undefined;
	const parts = judgements.filter(({ area, outcome }) => area !== whole && outcome === 'off track');
	if (parts.length === 0) return undefined;
	return {
		indicator,
		whole,
		parts: parts.map(({ area }) => area),
		judgements: [own.id, ...parts.map(({ id }) => id)]
	};
}
