import { ENGLAND, LOCALITIES, WALSALL, WARDS_NOW } from '$lib/domain/area.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import {
	type Evidence,
	gapChangeOf,
	period,
	spreadTestOf,
	type Within
} from '$lib/domain/evidence.ts';
import type { Comparison } from '$lib/domain/judgement.ts';
import { masked } from '$lib/domain/masking.ts';
import { compare } from '$lib/domain/period.ts';
import {
	closingSentence,
	differSentence,
	gapSentence,
	maskedSentence
} from '$lib/domain/sentence/parts.ts';
import type { Sentence } from '$lib/domain/sentence/sentence.ts';
import { spreadIn } from '$lib/domain/stats/spread.ts';

// What a good figure for the whole borough may hide: the gap between localities, whether the parts
// differ by more than chance, and clearly worse parts. Nothing for a measure without ranges, or of a
// population's make-up.

export interface Parts {
	masked: Sentence | undefined;
	/** Gap between localities now, and whether it is closing. */
	gap: Sentence[];
	/** Whether localities, and wards, differ by more than chance. */
	differ: Sentence[];
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
	const differ = differOf(evidence, within);
	if (!hidden && gap.length + differ.length === 0) return undefined;
	return { masked: hidden && maskedSentence(hidden, name), gap, differ };
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
	const measured = [...new Set(localities.map((figure) => figure.period))]
		.map((id) => period(evidence, id))
		.filter(({ id }) => spreadIn(localities, id))
		.sort(compare);
	const latest = measured.at(-1);
	const now = latest && spreadIn(localities, latest.id);
	const [first] = localities;
	if (!latest || !now || !first) return [];
	const of = { area: WALSALL, breakdown: first.breakdown, period: latest.id };
	const change = gapChangeOf(evidence.judgements, of, LOCALITIES);
	return [
		gapSentence(now, evidence.indicator, name),
		closingSentence(change, {
			since: change && period(evidence, change.againstPeriod),
			periods: measured.length
		})
	];
}

function differOf(evidence: Evidence, { figures }: Within): Sentence[] {
	const [shown] = figures;
	if (!shown) return [];
	const sets = [
		{ parts: LOCALITIES, one: 'locality', many: 'localities' },
		{ parts: WARDS_NOW, one: 'ward', many: 'wards' }
	];
	return sets.flatMap(({ parts, ...words }) => {
		const test = spreadTestOf(evidence.judgements, { ...shown, area: WALSALL }, parts);
		return test ? [differSentence(test, evidence.indicator, words)] : [];
	});
}
