import { error } from '@sveltejs/kit';
import { change, date, value } from '$lib/domain/format.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import { may, type Person } from '$lib/domain/permission.ts';
import { polarityWords } from '$lib/domain/sentence/facts.ts';
import { named } from '$lib/domain/sentence/when.ts';
import { actsOpen, standingWord, type TargetAct } from '$lib/domain/target/state.ts';
import { steps } from '$lib/domain/target.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as targets from '$lib/server/db/targets.ts';
import type { TargetRecord } from '$lib/server/db/targets.ts';

// One target with those versions that the reader may see.

export interface Found {
	indicator: Indicator;
	versions: TargetRecord[];
}

/** Versions agreed by the instant shown; work in progress for those who do it. Else 404, the same. */
export async function found(
	db: Db,
	id: string,
	{ at, drafts }: { at: string; drafts: boolean }
): Promise<Found> {
	const all = await targets.versions(db, { id });
	const versions = all.filter(
		({ approvedAt }) => drafts || (approvedAt !== null && approvedAt <= at)
	);
	const first = versions[0];
	const indicator = first && (await indicators.byCode(db, first.indicator));
	if (!indicator || indicator.restricted) {
		error(
			404,
			'We hold no agreed target at this address. The list of targets shows what there is.'
		);
	}
	return { indicator, versions };
}

/** The version asked for, else the newest that is in force, else the newest. */
export function shownVersion(versions: readonly TargetRecord[], asked: string | null, at: string) {
	const inForce = versions.find(
		({ approvedAt, endedAt }) => approvedAt !== null && (endedAt === null || endedAt > at)
	);
	return versions.find(({ version }) => String(version) === asked) ?? inForce ?? versions[0];
}

const shapes = {
	linear: 'A straight line between milestones',
	stepped: 'Steps: the planned value changes at each milestone',
	profiled: 'By quarter: each year has four planned quarters'
};

interface Fact {
	term: string;
	fact: string;
}

export function factsOf(target: TargetRecord, indicator: Indicator, source: string): Fact[] {
	const { baseline, goal, tolerance, approvedAt } = target;
	const allowed =
		tolerance.kind === 'relative'
			? `${tolerance.amount}% of the planned value`
			: change(tolerance.amount, indicator);
	const pairs: [string, string | null][] = [
		['Goal', `${value(goal.value, indicator)} by ${date(goal.ends)}`],
		['Direction', polarityWords(indicator.polarity)],
		[
			'Baseline',
			baseline &&
				`${value(baseline.value, indicator)} in ${named(baseline.period)} (definition version ${baseline.version}; ${source})`
		],
		['Shape', shapes[target.shape]],
		['Tolerance', `Watch up to ${allowed} worse than planned, off track beyond that`],
		['Compared with', target.benchmark],
		['Why this goal', target.rationale],
		['Approved by', target.approvedBy],
		['Approved on', approvedAt && date(approvedAt)],
		['Approved for', target.approvedFor],
		['Sent back because', target.state === 'returned' ? target.returnedNote : null],
		['Ended', target.endedAt && `${date(target.endedAt)}. ${target.endedReason ?? ''}`]
	];
	return pairs.flatMap(([term, fact]) => (fact ? [{ term, fact }] : []));
}

export function historyOf(versions: readonly TargetRecord[], indicator: Indicator) {
	return versions.map((target) => ({
		version: target.version,
		state: standingWord(
			{ state: target.state, hasEnded: target.endedAt !== null },
			target.provisional !== null
		),
		goal: `${value(target.goal.value, indicator)} by ${date(target.goal.ends)}`,
		milestones: steps(target).length - 1,
		approved: target.approvedAt
			? `${date(target.approvedAt)}, ${target.approvedBy ?? ''} for ${target.approvedFor ?? ''}`
			: 'Not approved',
		ended: target.endedAt ? `${date(target.endedAt)}: ${target.endedReason ?? ''}` : ''
	}));
}

const needs = {
	edit: 'propose target',
	submit: 'propose target',
	return: 'approve target',
	approve: 'approve target',
	confirm: 'approve target',
	withdraw: 'withdraw target'
} as const;

/** Acts that are open and the person may do: the same answer hides the button and refuses the act. */
export function actsFor(
	user: Person | null,
	target: TargetRecord,
	{ code, themes }: Indicator
): TargetAct[] {
	const subject = { indicator: code, themes, authors: target.authors };
	return actsOpen({ state: target.state, hasEnded: target.endedAt !== null }).filter((act) =>
		may(user, needs[act], subject)
	);
}
