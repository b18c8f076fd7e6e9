// The pace that a target asks for from here, beside the pace so far. Numbers for words; no judgement.

import type { Polarity } from '../indicator.ts';
import type { Period } from '../period.ts';
import { goodness, type Target } from '../target.ts';
import { yearsBetween } from '../day.ts';
import { nextStep } from './plan.ts';

export interface Leg {
	/** Last day and value aimed at. */
	ends: string;
	value: number;
	/** Years left from the latest figure. */
	years: number;
	/** Change needed each year, in the unit of the value (its sign is the number's). */
	perYear: number;
	/** Is the value there already? */
	isMet: boolean;
}

export interface Pace {
	/** Undefined when the goal is the next step. */
	toNext: Leg | undefined;
	/** Undefined when its day has passed. */
	toGoal: Leg | undefined;
	/** Change each year since the baseline; undefined without one, or within half a year of it. */
	soFar: number | undefined;
	/** Years that `soFar` covers. */
	yearsSoFar: number;
}

type Line = Pick<Target, 'baseline' | 'milestones' | 'goal' | 'cumulative'>;

/** From the latest figure to the next milestone and to the goal. A total run up in a year has no pace. */
export function requiredPace(
	target: Line,
	latest: { period: Pick<Period, 'ends'>; value: number },
	polarity: Polarity
): Pace | undefined {
	if (target.cumulative) return undefined;
	const from = latest.period.ends;
	const leg = ({ ends, value }: { ends: string; value: number }): Leg => {
		const years = yearsBetween(from, ends);
		const [own, aim] = [latest.value, value].map((v) => goodness(v, polarity));
		const isMet = own !== undefined && aim !== undefined && own >= aim;
		return { ends, value, years, perYear: (value - latest.value) / years, isMet };
	};
	const next = nextStep(target, from);
	const { baseline, goal } = target;
	const yearsSoFar = baseline ? yearsBetween(baseline.period.ends, from) : 0;
	return {
		toNext: next && next.ends !== goal.ends ? leg(next) : undefined,
		toGoal: goal.ends > from ? leg(goal) : undefined,
		soFar: baseline && yearsSoFar >= 0.5 ? (latest.value - baseline.value) / yearsSoFar : undefined,
		yearsSoFar
	};
}
