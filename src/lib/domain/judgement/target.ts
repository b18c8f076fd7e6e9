// Is a figure on track? Six words, by the settled rules: counts and complete data by the value, the
// planned line and the tolerance; surveys by whether the line lies inside the range. Movement never
// enters here. What cannot be judged says why, in a code.

import { hasDirection, type Indicator } from '../indicator.ts';
import type { Point } from './point.ts';
import { allowance, goodness, type Target } from '../target.ts';
import { plannedAt } from '../target/plan.ts';
import { type History, isProvisional, type Provisional } from '../target/provisional.ts';
import { type ColourRule, colourRule, RULES_VERSION } from './colour-rule.ts';
import { inRange, uncertain } from './certainty.ts';
import type { Freshness } from './freshness.ts';

export type TargetWord =
	'on track' | 'watch' | 'off track' | 'no judgement' | 'too early to tell' | 'no new data';

/** In the order of every list: what needs attention comes first. */
export const targetWords: readonly TargetWord[] = [
	...(['off track', 'watch', 'on track'] as const),
	...(['too early to tell', 'no judgement', 'no new data'] as const)
];

export type WhyNot =
	| 'context measure'
	| 'no target'
	| 'target not approved'
	| 'no colour by rule'
	| 'no direction'
	| 'no figure'
	| 'hidden'
	| 'late'
	| 'nothing new'
	| 'not after the baseline'
	| 'no plan for the period'
	| 'base too small'
	| 'no range'
	| 'range includes zero'
	| 'too uncertain';

export interface AgainstTarget {
	word: TargetWord;
	/** Null for the three colours. */
	why: WhyNot | null;
	/** Planned value, and value less planned value; null where there is no plan or figure. */
	planned: number | null;
	difference: number | null;
	/** The difference on a scale where more is better; null without direction. */
	better: number | null;
	/** What may be missing, in the unit of the value; null for surveys. */
	tolerance: number | null;
	/** Surveys: does the line lie inside the 95% range? */
	lineInRange: boolean | null;
	rule: ColourRule['kind'];
	ruleVersion: number;
	provisional: Provisional | null;
}

export interface Asked {
	indicator: Pick<Indicator, 'kind' | 'polarity' | 'colourRule'>;
	/** The target of this area and breakdown, whatever its state. */
	target: Target | undefined;
	/** Latest figure with a value; undefined when there is none. */
	latest: Point | undefined;
	/** The newest figure is hidden to protect people. */
	isHidden?: boolean;
	freshness: Freshness;
	history: History;
}

/** The judgement of the latest figure. Throws on a rule that the table of rules does not have. */
export function againstTarget(asked: Asked): AgainstTarget {
	const { indicator, target, latest, history } = asked;
	const rule = colourRule(indicator.colourRule);
	const facts = measured(asked, rule);
	const stop = stopped(asked, rule);
	if (stop || !target || !latest || facts.planned === null || facts.better === null) {
		return { ...facts, ...(stop ?? not('no plan for the period')) };
	}
	const provisional = isProvisional(target, history, latest.period) ?? null;
	const word = rule.kind === 'survey' ? bySurvey(facts) : byTolerance(facts);
	return { ...facts, word, why: null, provisional };
}

type Facts = Omit<AgainstTarget, 'word' | 'why'>;
type Stop = Pick<AgainstTarget, 'word' | 'why'>;

function measured({ indicator, target, latest }: Asked, rule: ColourRule): Facts {
	const base = { rule: rule.kind, ruleVersion: RULES_VERSION, provisional: null };
	const planned = target && latest ? (plannedAt(target, latest.period) ?? null) : null;
	if (!target || !latest || planned === null) {
		return { ...base, planned, difference: null, better: null, tolerance: null, lineInRange: null };
	}
	const [own, line] = [latest.value, planned].map((value) => goodness(value, indicator.polarity));
	return {
		...base,
		planned,
		difference: latest.value - planned,
		better: own === undefined || line === undefined ? null : own - line,
		tolerance: rule.kind === 'survey' ? null : allowance(target.tolerance, planned),
		lineInRange: rule.kind === 'survey' ? inRange(latest, planned, indicator.polarity) : null
	};
}

/** The first reason not to judge, in the order in which a reader should hear them. */
function stopped(asked: Asked, rule: ColourRule): Stop | undefined {
	const { indicator, target, latest, freshness, isHidden } = asked;
	if (indicator.kind === 'context') return not('context measure');
	if (!target || target.state === 'withdrawn') return not('no target');
	if (target.state !== 'approved') return not('target not approved');
	if (rule.kind === 'none') return not('no colour by rule');
	if (!hasDirection(indicator.polarity)) return not('no direction');
	if (isHidden) return not('hidden');
	if (!latest) return { word: 'no new data', why: 'no figure' };
	if (freshness.state !== 'new') return { word: 'no new data', why: freshness.state };
	if (!target.baseline || latest.period.ends <= target.baseline.period.ends) {
		return { word: 'too early to tell', why: 'not after the baseline' };
	}
	const doubt = uncertain(latest, rule);
	return doubt && not(doubt);
}

/** On the line counts as on track, exactly at the tolerance as within it; binary dust does not decide. */
function byTolerance({ better, tolerance, planned }: Facts): TargetWord {
	const dust = 1e-9 * Math.max(1, Math.abs(planned ?? 0));
	if ((better ?? 0) >= -dust) return 'on track';
	return -(better ?? 0) <= (tolerance ?? 0) + dust ? 'watch' : 'off track';
}

function bySurvey({ better, lineInRange, planned }: Facts): TargetWord {
	const dust = 1e-9 * Math.max(1, Math.abs(planned ?? 0));
	if ((better ?? 0) >= -dust) return 'on track';
	return lineInRange ? 'watch' : 'off track';
}

const not = (why: WhyNot): Stop => ({ word: 'no judgement', why });
