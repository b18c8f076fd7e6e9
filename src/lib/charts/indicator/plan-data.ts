import { WALSALL } from '../../domain/area.ts';
import { type Evidence, latestOf, period } from '../../domain/evidence.ts';
import { value } from '../../domain/format.ts';
import { aboutSeries } from '../../domain/judgement/target-view.ts';
import { midYear, type Period } from '../../domain/period.ts';
import { steps, type Target } from '../../domain/target.ts';
import { plannedLine } from '../../domain/target/plan.ts';
import { toRows } from '../../domain/target/quarters.ts';
import type { FanData, PlanData } from '../trend-data.ts';

// What lies ahead of a series, placed as its figures are: at the middle of a period of the same length.

export interface Ahead {
	plan?: PlanData;
	fan?: FanData[];
}

export const targetOf = (
	{ targets }: Pick<Evidence, 'targets'>,
	group: string
): Target | undefined => targets.find(({ breakdown }) => breakdown === group);

export function aheadOf(evidence: Evidence, group: string): Ahead {
	const latest = latestOf(evidence, WALSALL, group);
	if (!latest || latest.value === null) return {};
	const last = period(evidence, latest.period);
	const place = placed(last);
	const target = targetOf(evidence, group);
	const series = { area: WALSALL, breakdown: group };
	const { chance } = aboutSeries(evidence.judgements, series, evidence.periods);
	const fan = (chance?.detail.fan ?? []).map(({ ends, value: middle, most: [lower, upper] }) => ({
		...{ x: place(ends), value: middle, lower, upper }
	}));
	const now = { x: midYear(last), value: latest.value, lower: latest.value, upper: latest.value };
	return {
		...(target && { plan: planOf(evidence, target, place) }),
		...(fan.length > 0 && { fan: [now, ...fan] })
	};
}

function planOf(evidence: Evidence, target: Target, place: (day: string) => number): PlanData {
	const at = ({ ends, value: planned }: { ends: string; value: number }) => ({
		...{ x: place(ends), value: planned }
	});
	const marks =
		target.shape === 'profiled' ? toRows(steps(target), target.cumulative) : steps(target);
	const { goal } = target;
	return {
		line: plannedLine(target).map(at),
		steps: marks.map(at),
		label: `Target ${value(goal.value, evidence.indicator)} by ${goal.ends.slice(0, 4)}`
	};
}

/** Where a period of the same length that ends on a day is drawn. */
function placed(latest: Period): (day: string) => number {
	const end = (day: string) => midYear({ starts: day, ends: day });
	const half = end(latest.ends) - midYear(latest);
	return (day) => end(day) - half;
}
