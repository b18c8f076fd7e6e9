import { ENGLAND, LOCALITIES, WALSALL } from '$lib/domain/area.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import { type Evidence, period, type Within } from '$lib/domain/evidence.ts';
import type { Comparison } from '$lib/domain/judgement.ts';
import { masked } from '$lib/domain/masking.ts';
import { overlaps } from '$lib/domain/period.ts';
import { closingSentence, gapSentence, maskedSentence } from '$lib/domain/sentence/parts.ts';
import type { Sentence } from '$lib/domain/sentence/sentence.ts';
import { gapChange, type Part, type Spread, spread } from '$lib/domain/stats/spread.ts';

// What a good figure for the whole borough may hide: the gap between localities, and clearly worse
// parts. Nothing for a measure without ranges, or of a population's make-up.

export interface Parts {
	masked: Sentence | undefined;
	gap: Sentence[];
}

export function partsOf(
	evidence: Evidence,
	within: Within | undefined,
	localities: readonly Figure[]
): Parts | undefined {
	const { indicator, areas } = evidence;
	if (!within || !indicator.mapAllowed) return undefined;
	const name = (code: string) => areas.get(code)?.name ?? code;
	const hidden = masked({
		indicator,
		...{ whole: WALSALL, benchmark: ENGLAND },
		comparisons: comparisonsOf(evidence, within)
	});
	const gap = gapOf(evidence, localities, name);
	if (!hidden && gap.length === 0) return undefined;
	return { masked: hidden && maskedSentence(hidden, name), gap };
}

/** Stored comparisons of the group and period that the page shows. */
function comparisonsOf(evidence: Evidence, within: Within): Comparison[] {
	const [shown] = within.figures;
	return [...evidence.judgements, ...within.judgements].filter(
		(one): one is Comparison =>
			one.kind === 'comparison' && one.breakdown === shown?.breakdown && one.period === shown.period
	);
}

function gapOf(
	evidence: Evidence,
	localities: readonly Figure[],
	name: (code: string) => string
): Sentence[] {
	const periods = [...new Set(localities.map((figure) => figure.period))].map((id) =>
		period(evidence, id)
	);
	const latest = periods.at(-1);
	const now = latest && spreadIn(localities, latest.id);
	if (!now) return [];
	const before = periods.find((one) => !overlaps(one, latest) && spreadIn(localities, one.id));
	const earlier = before && spreadIn(localities, before.id);
	return [
		gapSentence(now, evidence.indicator, name),
		closingSentence(earlier && gapChange(earlier, now), before?.label ?? '')
	];
}

function spreadIn(figures: readonly Figure[], id: string): Spread | undefined {
	return spread(
		figures.flatMap(({ area, period, value, lower, upper, denominator }): Part[] =>
			period === id && value !== null && lower !== null && upper !== null
				? [{ area, value, lower, upper, base: denominator ?? 0 }]
				: []
		)
	);
}

/** The set of areas whose gap is spoken of. */
export const GAP_BETWEEN = LOCALITIES;
