// The planned line: what the value should be at the end of a period.

import { daysBetween } from '../day.ts';
import type { Period } from '../period.ts';
import { type Milestone, steps, type Target } from '../target.ts';
import { toRows } from './quarters.ts';

type Line = Pick<Target, 'baseline' | 'shape' | 'milestones' | 'goal' | 'cumulative'>;

export interface PlannedPoint {
	ends: string;
	value: number;
}

/**
 * Planned value at the end of a period (or on an ISO day), in the unit of the value. Undefined without
 * a baseline, before it, and, for a profile, on days that end none of its quarters. Held after the goal, but for running totals.
 */
export function plannedAt(target: Line, when: Pick<Period, 'ends'> | string): number | undefined {
	const day = typeof when === 'string' ? when : when.ends;
	const { baseline } = target;
	if (!baseline || day < baseline.period.ends) return undefined;
	if (target.shape === 'profiled') return profiledAt(target, day);
	const points = [{ ends: baseline.period.ends, value: baseline.value }, ...steps(target)];
	const reached = points.findLast(({ ends }) => ends <= day);
	const next = points.find(({ ends }) => ends > day);
	if (!reached || !next || target.shape === 'stepped') return reached?.value;
	const part = daysBetween(reached.ends, day) / daysBetween(reached.ends, next.ends);
	return reached.value + part * (next.value - reached.value);
}

/** Points to draw the line through, oldest first; steps have two points at each milestone. */
export function plannedLine(target: Line): PlannedPoint[] {
	const { baseline } = target;
	if (!baseline) return [];
	const start = { ends: baseline.period.ends, value: baseline.value };
	if (target.shape === 'profiled') return [start, ...toRows(steps(target), target.cumulative)];
	const points = [start, ...steps(target)].map(({ ends, value }) => ({ ends, value }));
	if (target.shape === 'linear') return points;
	return points.flatMap((point, i) => {
		const before = points[i - 1];
		return before ? [{ ends: point.ends, value: before.value }, point] : [point];
	});
}

/** The next milestone or goal after a day; undefined when the goal has passed. */
export function nextStep(
	target: Pick<Target, 'milestones' | 'goal'>,
	day: string
): Milestone | undefined {
	return steps(target).find(({ ends }) => ends > day);
}

function profiledAt(target: Line, day: string): number | undefined {
	const last = steps(target).at(-1);
	if (last && day > last.ends && !target.cumulative) return last.value;
	return toRows(steps(target), target.cumulative).find(({ ends }) => ends === day)?.value;
}
