import { WALSALL } from '$lib/domain/area.ts';
import {
	type Evidence,
	type Group,
	groupsOf,
	latestOf,
	movementOf,
	period
} from '$lib/domain/evidence.ts';
import type { MovementOutcome } from '$lib/domain/judgement.ts';
import { cannotSee } from '$lib/domain/sentence/change.ts';
import type { Sentence } from '$lib/domain/sentence/sentence.ts';
import { named } from '$lib/domain/sentence/when.ts';
import { againstBox, type AgainstBox } from './against-target.ts';
import { type Travelling, travelling } from './travelling.ts';
import { type Recent, recentOf } from './recent.ts';

// The box with both answers: against target (with movement beside it), and is the movement real.

export interface JudgementBox {
	against: AgainstBox;
	/** Direction of travel against the last period and a year ago. */
	travel: Travelling[];
	/** Recent trend: symbol and words. */
	recent: Recent[];
	movements: {
		who: string | null;
		outcome: MovementOutcome;
		since: string;
		judgement: number;
		cannotSee: Sentence | undefined;
	}[];
}

export function judgementBox(evidence: Evidence, group: Group | undefined): JudgementBox {
	const sexes = groupsOf(evidence).filter(({ dimension }) => dimension === 'sex');
	const shown = group?.dimension === 'sex' ? sexes : group ? [group] : [];
	return {
		against: againstBox(evidence, group),
		travel: travelling(evidence, group),
		recent: recentOf(evidence, shown),
		movements: shown.flatMap((each) => {
			const latest = latestOf(evidence, WALSALL, each.id);
			const movement = latest && movementOf(evidence, latest);
			if (!movement) return [];
			return [
				{
					who: each.dimension === 'all' ? null : each.label,
					outcome: movement.outcome,
					since: named(period(evidence, movement.againstPeriod)),
					judgement: movement.id,
					cannotSee: cannotSee(movement, evidence.indicator)
				}
			];
		})
	};
}
