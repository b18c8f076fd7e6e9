import { ENGLAND, WALSALL } from '$lib/domain/area.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import {
	comparisonOf,
	type Evidence,
	figureFor,
	type Group,
	groupsOf,
	latestOf,
	movementOf,
	period,
	trendJudgement
} from '$lib/domain/evidence.ts';
import type { Comparator } from '$lib/domain/selection.ts';
import { change, meaning, trendOf } from '$lib/domain/sentence/change.ts';
import { beside, other, similarAreas } from '$lib/domain/sentence/comparison.ts';
import { controlSaid } from '$lib/domain/sentence/control.ts';
import { level, likely } from '$lib/domain/sentence/level.ts';
import type { Sentence } from '$lib/domain/sentence/sentence.ts';
import { latestControl } from '$lib/charts/indicator/control-rows.ts';
import { similarPoints } from '$lib/charts/indicator/trend-chart.ts';

// The sentences that open an indicator's page: how high, has it moved, and beside whom.

export interface Lead {
	/** "Women and girls" where there is no figure for all. */
	who: string | null;
	level: Sentence[];
	movement: Sentence[];
	beside: Sentence[];
}

/** One lead; one for each sex where there is no figure for everyone. */
export function leads(
	evidence: Evidence,
	group: Group | undefined,
	compare: readonly Comparator[]
): Lead[] {
	if (!group) return [];
	const sexes = groupsOf(evidence).filter(({ dimension }) => dimension === 'sex');
	const shown = group.dimension === 'sex' ? sexes : [group];
	return shown.flatMap((each) => lead(evidence, each, compare) ?? []);
}

function lead(evidence: Evidence, group: Group, compare: readonly Comparator[]): Lead | undefined {
	const latest = latestOf(evidence, WALSALL, group.id);
	if (!latest) return undefined;
	const { indicator } = evidence;
	const said = {
		...{ figure: latest, place: 'Walsall', unit: indicator },
		...{ denominator: indicator.denominator, intervalMethod: indicator.intervalMethod },
		period: period(evidence, latest.period)
	};
	return {
		who: group.dimension === 'all' ? null : group.label,
		level: present([level(said), likely(said)]),
		movement: [...moved(evidence, latest), ...controlled(evidence, group)],
		beside: besideOthers(evidence, latest, compare)
	};
}

export function moved(evidence: Evidence, latest: Figure): Sentence[] {
	const movement = movementOf(evidence, latest);
	const trend = trendJudgement(evidence, latest);
	if (!movement) return present([trend && trendOf(trend)]);
	const before = figureFor(evidence, { ...latest, period: movement.againstPeriod });
	return present([
		change(movement, {
			period: period(evidence, movement.againstPeriod),
			...{ value: before?.value ?? null, unit: evidence.indicator }
		}),
		meaning(movement, evidence.indicator.polarity),
		trend && trendOf(trend)
	]);
}

/** What the control chart says of the latest quarter or month. */
export function controlled(evidence: Evidence, group: Group): Sentence[] {
	const latest = latestControl(evidence, group);
	if (!latest?.control) return [];
	const { indicator: unit } = evidence;
	const words = { period: latest.period, unit, polarity: unit.polarity };
	return [controlSaid(latest.control, words)];
}

export function besideOthers(
	evidence: Evidence,
	latest: Figure,
	compare: readonly Comparator[]
): Sentence[] {
	return present([
		compare.includes('england') ? besideEngland(evidence, latest) : undefined,
		compare.includes('similar') ? besideSimilar(evidence, latest) : undefined
	]);
}

function besideEngland(evidence: Evidence, latest: Figure): Sentence | undefined {
	const england = figureFor(evidence, { ...latest, area: ENGLAND });
	if (england?.value == null) return undefined;
	const test = comparisonOf(evidence.judgements, latest, ENGLAND);
	const words = { other: 'England', otherValue: england.value, unit: evidence.indicator };
	return test ? beside(test, { place: 'Walsall', ...words }) : other(words);
}

function besideSimilar(evidence: Evidence, latest: Figure): Sentence | undefined {
	const point = similarPoints(evidence, latest.breakdown).find(
		(similar) => similar.period === latest.period
	);
	return point && similarAreas(point, evidence.indicator);
}

const present = <T>(items: (T | undefined)[]): T[] => items.filter((item) => item !== undefined);
