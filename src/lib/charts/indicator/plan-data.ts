import { WALSALL } from '../../domain/area.ts';
import { type Evidence, latestOf, period } from '../../domain/evidence.ts';
import { type Unit, value } from '../../domain/format.ts';
import type { FanPoint } from '../../domain/judgement/outlook.ts';
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
	const { chance } = aboutSeries(
		evidence.judgements,
		{ area: WALSALL, breakdown: group },
		evidence.periods
	);
	return aheadFrom({
		...{ last: period(evidence, latest.period), value: latest.value, unit: evidence.indicator },
		...{ target: targetOf(evidence, group), fan: chance?.detail.fan ?? [] }
	});
}

interface From {
	/** Period and value of the latest figure. */
	last: Period;
	value: number;
	unit: Unit;
	target: Target | undefined;
	fan: readonly FanPoint[];
}

export function aheadFrom({ last, value: now, unit, target, fan }: From): Ahead {
	const place = placed(last);
	const points = fan.map(({ ends, value: middle, most: [lower, upper] }) => ({
		...{ x: place(ends), value: middle, lower, upper }
	}));
	const start = { x: midYear(last), value: now, lower: now, upper: now };
	return {
		...(target && { plan: planOf(target, unit, place) }),
		...(points.length > 0 && { fan: [start, ...points] })
	};
}

function planOf(target: Target, unit: Unit, place: (day: string) => number): PlanData {
	const at = ({ ends, value: planned }: { ends: string; value: number }) => ({
		...{ x: place(ends), value: planned }
	});
	const { goal } = target;
	const marks =
		target.shape === 'profiled' ? toRows(steps(target), target.cumulative) : steps(target);
	return {
		line: plannedLine(target).map(at),
		steps: marks.map(at),
		label: `Target ${value(goal.value, unit)} by ${goal.ends.slice(0, 4)}`
	};
}

/** Where a period of the same length that ends on a day is drawn. */
function placed(latest: Period): (day: string) => number {
	const end = (day: string) => midYear({ starts: day, ends: day });
	const half = end(latest.ends) - midYear(latest);
	return (day) => end(day) - half;
}
