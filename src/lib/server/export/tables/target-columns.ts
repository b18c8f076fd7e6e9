import type { Judgement } from '../../../domain/judgement.ts';
import type { StoredAboutTarget, TargetDetail } from '../../../domain/judgement/stored-target.ts';
import { type Column, tidy } from '../../../domain/table.ts';
import { optional } from './columns.ts';

// What a judgement about a target carries besides: the version of the target, the rule, why there is
// no judgement, and the planned value.

const about = (judgement: Judgement): StoredAboutTarget | undefined =>
	'rule' in judgement ? judgement : undefined;

const detail = (judgement: Judgement): TargetDetail | undefined =>
	judgement.kind === 'target' ? judgement.detail : undefined;

export const aboutTargets: Column<Judgement>[] = [
	optional(
		['target', 'Target', 'Which target, as in its address /targets/'],
		(judgement) => about(judgement)?.target ?? null
	),
	optional(
		['target_version', 'Target version', 'Version of the target that was in force'],
		(judgement) => about(judgement)?.targetVersion ?? null,
		'integer'
	),
	optional(
		['rule', 'Rule', 'Target: name of the rule applied; its version is the method version'],
		(judgement) => about(judgement)?.rule ?? null
	),
	optional(
		['reason', 'Reason', 'Why there is no judgement, or no forecast'],
		(judgement) => about(judgement)?.reason ?? null
	),
	optional(
		['provisional', 'Provisional', 'True: the target line awaits its approver’s confirmation'],
		(judgement) => about(judgement)?.provisional ?? null,
		'boolean'
	),
	optional(
		['planned', 'Planned value', 'Target: value planned for the end of the period'],
		(judgement) => tidy(detail(judgement)?.planned ?? null),
		'number'
	),
	optional(
		['tolerance', 'Tolerance', 'Target: how much worse than planned is still watch'],
		(judgement) => tidy(detail(judgement)?.tolerance ?? null),
		'number'
	),
	optional(
		[
			'chance',
			'Chance',
			'Chance of the next milestone, else of the goal, if the present trend goes on'
		],
		(judgement) =>
			judgement.kind === 'chance'
				? tidy((judgement.detail.next ?? judgement.detail.goal)?.chance ?? null)
				: null,
		'number'
	)
];
