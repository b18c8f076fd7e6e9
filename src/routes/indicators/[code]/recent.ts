import { WALSALL } from '$lib/domain/area.ts';
import { type Evidence, type Group, latestOf, trendJudgement } from '$lib/domain/evidence.ts';
import type { TrendOutcome } from '$lib/domain/judgement.ts';
import { trendOf, trendUntold } from '$lib/domain/sentence/change.ts';
import { controlHeading, directionOf } from '$lib/domain/sentence/control.ts';
import type { Sentence } from '$lib/domain/sentence/sentence.ts';
import { latestControl } from '$lib/charts/indicator/control-rows.ts';

// The recent trend as a symbol and words: the control chart of a quarterly or monthly series, the five
// yearly points of others.

export interface Recent {
	who: string | null;
	outcome: TrendOutcome;
	said: Sentence;
}

export function recentOf(evidence: Evidence, groups: readonly Group[]): Recent[] {
	return groups.flatMap((group) => {
		const found = fromControl(evidence, group) ?? fromTrend(evidence, group);
		return found ? [{ who: group.dimension === 'all' ? null : group.label, ...found }] : [];
	});
}

function fromControl(evidence: Evidence, group: Group): Omit<Recent, 'who'> | undefined {
	const latest = latestControl(evidence, group);
	if (!latest?.control) return undefined;
	return {
		outcome: symbol(latest.control.outcome),
		said: controlHeading(latest.control, latest.period)
	};
}

function symbol(outcome: Parameters<typeof directionOf>[0]): TrendOutcome {
	if (outcome === 'too early to tell' || outcome === 'cannot tell') return 'cannot be calculated';
	const direction = directionOf(outcome);
	if (direction === 0) return 'no change';
	return direction === 1 ? 'increasing' : 'decreasing';
}

function fromTrend(evidence: Evidence, group: Group): Omit<Recent, 'who'> | undefined {
	const latest = latestOf(evidence, WALSALL, group.id);
	const trend = latest && trendJudgement(evidence, latest);
	return trend && { outcome: trend.outcome, said: trendOf(trend) ?? trendUntold(trend) };
}
