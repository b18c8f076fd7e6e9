import type { AuditAction } from '../../domain/audit/actions.ts';
import { WALSALL } from '../../domain/area.ts';
import type { Period } from '../../domain/period.ts';
import type { Milestone } from '../../domain/target.ts';
import { daysBetween } from '../../domain/day.ts';
import { record } from '../audit.ts';
import type { Trx } from '../db/client.ts';
import * as targets from '../db/targets.ts';
import type { Written } from '../db/targets.ts';
import type { ObservationRow } from '../load/observation.ts';
import type { Publication } from './calendar.ts';
import { who } from './people.ts';
import { type Plan, plans } from './plans.ts';

// Targets of the demonstration, agreed with the edition in which their baseline was first held and not
// before the strategy's first year. Written by an officer, approved by the performance lead.

export interface History {
	/** Every figure of the latest telling, by indicator, area and period. */
	figure(indicator: string, area: string, period: string): ObservationRow | undefined;
	/** Latest period of an indicator with a figure. */
	latest(indicator: string): Period | undefined;
	period(id: string): Period | undefined;
	/** Was the period published with this edition or before? */
	isHeld(indicator: string, period: string, edition: Publication): boolean;
}

const USUAL_BASELINE = 'FY2024-Q4';
const GOAL = '2035-03-31';
const NOT_BEFORE = '2025-05-01';

/** Adds what was agreed with this edition. */
export async function addTargets(trx: Trx, history: History, edition: Publication): Promise<void> {
	for (const plan of plans) {
		const made = writtenOf(plan, history);
		if (!made || !isDue(plan, history, edition, made)) continue;
		await agree(trx, plan, made.written, edition.at);
	}
}

const agreed = new WeakMap<History, Set<Plan>>();

function isDue(
	plan: Plan,
	history: History,
	edition: Publication,
	{ baseline }: { baseline: Period }
) {
	if (
		edition.at.toISOString() < NOT_BEFORE ||
		!history.isHeld(plan.indicator, baseline.id, edition)
	)
		return false;
	const done = agreed.get(history) ?? new Set();
	agreed.set(history, done);
	return !done.has(plan) && done.add(plan) !== undefined;
}

function writtenOf(
	plan: Plan,
	history: History
): { written: Written; baseline: Period } | undefined {
	const {
		indicator,
		area = WALSALL,
		from = USUAL_BASELINE,
		shape = 'linear',
		cumulative = false
	} = plan;
	const latest = history.latest(indicator);
	const baseline = history.period(plan.fresh ? (latest?.id ?? '') : from);
	const start = baseline && history.figure(indicator, area, baseline.id);
	if (!latest || !baseline || start?.value == null) return undefined;
	const line = steps({ plan, value: start.value, baseline, latest });
	return {
		baseline,
		written: {
			baseline: {
				period: baseline,
				...{ value: start.value, lower: start.lower, upper: start.upper },
				...{ version: start.version, source: start.source_id }
			},
			...{ shape, cumulative, tolerance: plan.tolerance, benchmark: null },
			...line,
			rationale: 'Illustrative: chosen so that the demonstration shows each judgement.'
		}
	};
}

interface Line {
	plan: Plan;
	value: number;
	baseline: Period;
	latest: Period;
}

/** A line through the planned value at the latest period. */
function steps({ plan, value, baseline, latest }: Line): {
	milestones: Milestone[];
	goal: Milestone;
} {
	const { now, goal: aim, shape = 'linear', cumulative = false } = plan;
	const goal = { ends: GOAL, value: aim };
	if (shape === 'stepped') {
		const half = Math.round((now + aim) / 2);
		return {
			milestones: [
				{ ends: '2026-03-31', value: now },
				{ ends: '2030-03-31', value: half }
			],
			goal
		};
	}
	if (shape === 'profiled') return { milestones: [profile(now, cumulative)], goal };
	if (plan.fresh)
		return { milestones: [{ ends: '2028-03-31', value: Math.round((value + aim) / 2) }], goal };
	const ends = latest.kind === 'academic_year' ? '2027-08-31' : '2027-03-31';
	const slope = (now - value) / daysBetween(baseline.ends, latest.ends);
	const milestone = value + slope * daysBetween(baseline.ends, ends);
	return { milestones: [{ ends, value: Math.round(milestone * 100) / 100 }], goal };
}

/** The year to March 2027 in quarters; the second asks for `now`. */
function profile(now: number, cumulative: boolean): Milestone {
	const parts = cumulative ? [0.2, 0.21, 0.31, 0.28] : [1.2, 1, 1.5, 1.4];
	const year = cumulative ? now / 0.41 : now;
	const quarters = parts.map((part) => Math.round(year * part));
	const value = cumulative ? quarters.reduce((a, b) => a + b, 0) : (quarters[3] ?? now);
	return { ends: '2027-03-31', value, quarters };
}

/** Propose, hand in, decide: with an audit record for each step. */
async function agree(trx: Trx, plan: Plan, written: Written, now: Date): Promise<void> {
	const { indicator, area = WALSALL, state } = plan;
	const id = await targets.ensure(trx, { indicator, area, breakdown: 'all' });
	const [officer, lead] = [who('officer'), who('performance-lead')];
	const note = (by: typeof officer, action: AuditAction, version: number, after?: unknown) =>
		record(trx, by, now, { action, subject: ['target', `${id} version ${version}`], after });
	const write = async (version: number, content: Written) => {
		await targets.addVersion(trx, { target: id, version, by: officer.id }, content, now);
		await note(officer, 'target proposed', version, content);
	};
	const approve = async (version: number) => {
		await targets.change(
			trx,
			{ target: id, version },
			{
				...{ state: 'approved', submitted_at: now, approved_by: lead.id, approved_at: now },
				approved_for: 'Illustrative meeting of the strategy board'
			}
		);
		await note(lead, 'target approved', version);
	};
	await write(1, written);
	if (state === 'draft') return;
	if (state === 'submitted') {
		await targets.change(
			trx,
			{ target: id, version: 1 },
			{ state: 'submitted', submitted_at: now }
		);
		return note(officer, 'target submitted', 1);
	}
	if (state === 'returned') {
		const returned_note = 'Say how the locality was chosen.';
		await targets.change(
			trx,
			{ target: id, version: 1 },
			{ state: 'returned', submitted_at: now, returned_note }
		);
		return note(lead, 'target sent back', 1, { note: returned_note });
	}
	await approve(1);
	if (state === 'withdrawn') {
		const ended = {
			ended_at: later(now),
			ended_reason: 'Withdrawn: events are now planned by partners.'
		};
		await targets.change(trx, { target: id, version: 1 }, ended);
		return note(lead, 'target withdrawn', 1, ended);
	}
	if (state === 'replaced') {
		const ended = { ended_at: later(now), ended_reason: 'Replaced by version 2' };
		await targets.change(trx, { target: id, version: 1 }, ended);
		await write(2, {
			...written,
			rationale: 'Illustrative: more places were paid for than first planned.'
		});
		await targets.change(
			trx,
			{ target: id, version: 2 },
			{
				...{
					state: 'approved',
					submitted_at: later(now),
					approved_by: lead.id,
					approved_at: later(now)
				},
				approved_for: 'Illustrative meeting of the strategy board'
			}
		);
		await note(lead, 'target approved', 2);
	}
}

/** An hour on: the version before was in force until then. */
const later = (now: Date): Date => new Date(now.getTime() + 3_600_000);
