import { WALSALL } from '$lib/domain/area.ts';
import { type Evidence, type Group, period } from '$lib/domain/evidence.ts';
import { change, date, value } from '$lib/domain/format.ts';
import type { Grid } from '$lib/domain/judgement/grid.ts';
import type { StoredTarget } from '$lib/domain/judgement/stored-target.ts';
import { aboutSeries, gridOf } from '$lib/domain/judgement/target-view.ts';
import type { TargetWord } from '$lib/domain/judgement/target.ts';
import { chanceSentence } from '$lib/domain/sentence/chance.ts';
import { paceSentence } from '$lib/domain/sentence/pace.ts';
import { reliabilitySentence } from '$lib/domain/sentence/reliability.ts';
import { judged, type Sentence, statement } from '$lib/domain/sentence/sentence.ts';
import { noTarget } from '$lib/domain/sentence/target.ts';
import { storedTargetSentence } from '$lib/domain/sentence/stored-target.ts';
import { named } from '$lib/domain/sentence/when.ts';

// Against target, for the box: the stored word with its sentence, the grid, what is needed from here,
// the chance of it, and how far the figure can be trusted.

export interface AgainstBox {
	/** Undefined: no target is set. */
	word: TargetWord | undefined;
	provisional: boolean;
	/** Names of localities off track behind a borough that is not. */
	masked: string[];
	sentences: Sentence[];
	/** Who agreed the target, when, and what is allowed; undefined without one. */
	agreed: { id: string; text: string } | undefined;
	grid: Grid | undefined;
	pace: Sentence | undefined;
	chance: Sentence | undefined;
	reliability: Sentence | undefined;
}

export function againstBox(evidence: Evidence, group: Group | undefined): AgainstBox {
	const about = aboutSeries(
		evidence.judgements,
		{ area: WALSALL, breakdown: group?.id ?? 'all' },
		evidence.periods
	);
	const { now, masking, reliability } = about;
	return {
		...{ word: now?.outcome, provisional: now?.provisional ?? false },
		masked: (masking?.detail.parts ?? []).map((code) => evidence.areas.get(code)?.name ?? code),
		sentences: now ? sentencesOf(evidence, now) : [withoutTarget(evidence)],
		agreed: agreedOf(evidence, group?.id ?? 'all'),
		grid: gridOf(about, evidence),
		pace: pace(evidence, about),
		chance: chance(about),
		reliability:
			reliability &&
			judged(
				reliabilitySentence({ grade: reliability.outcome, parts: reliability.detail.parts }).text,
				reliability
			)
	};
}

/** "2,200 by 31 March 2035, agreed on 20 May 2025. Allowed: 5% of the planned value." */
function agreedOf({ targets, indicator }: Evidence, group: string): AgainstBox['agreed'] {
	const target = targets.find(({ breakdown }) => breakdown === group);
	if (!target) return undefined;
	const { id, goal, tolerance, approvedAt, approvedBy } = target;
	const allowed =
		tolerance.kind === 'relative'
			? `${tolerance.amount}% of the planned value`
			: change(tolerance.amount, indicator);
	const when = approvedAt
		? `, agreed on ${date(approvedAt)} by ${approvedBy ?? 'its approver'}`
		: '';
	const text = `Target: ${value(goal.value, indicator)} by ${date(goal.ends)}${when}. Allowed: ${allowed}.`;
	return { id, text };
}

const withoutTarget = ({ indicator }: Evidence): Sentence =>
	indicator.kind === 'context'
		? statement('A context measure is never on or off track.')
		: noTarget();

function sentencesOf(evidence: Evidence, now: StoredTarget): Sentence[] {
	const { indicator } = evidence;
	return storedTargetSentence(now, period(evidence, now.period), indicator);
}

function pace(evidence: Evidence, { pace }: ReturnType<typeof aboutSeries>): Sentence | undefined {
	const target = evidence.targets.find(({ id }) => id === pace?.target);
	if (!pace || !target?.baseline) return undefined;
	const { toNext, toGoal, soFar, yearsSoFar } = pace.detail;
	const found = {
		...{ toNext: toNext ?? undefined, toGoal: toGoal ?? undefined },
		...{ soFar: soFar ?? undefined, yearsSoFar }
	};
	const said = paceSentence(found, named(target.baseline.period), evidence.indicator);
	return said && judged(said.text, pace);
}

/** Of the next milestone, else of the goal; why not, when it is silent. */
function chance({ now, chance }: ReturnType<typeof aboutSeries>): Sentence | undefined {
	const aim = chance?.detail.next ?? chance?.detail.goal;
	if (!chance || !aim || !now) return undefined;
	const said = chanceSentence(
		aim.chance === null ? { silent: aim.silent ?? 'too short' } : { chance: aim.chance }
	);
	const start = aim.chance === null ? '' : `Chance of meeting it by ${date(aim.ends)}: `;
	const text = start
		? `${start}${said.text.charAt(0).toLowerCase()}${said.text.slice(1)}`
		: said.text;
	return judged(text, chance);
}
