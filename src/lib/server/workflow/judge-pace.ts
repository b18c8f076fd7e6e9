import { MOVEMENT_CONFIDENCE } from '../../domain/judgement/movement.ts';
import type { PaceDetail } from '../../domain/judgement/stored-target.ts';
import type { Target } from '../../domain/target.ts';
import { requiredPace } from '../../domain/target/pace.ts';
import type { JudgementRow } from '../db/judging.ts';
import { of, type Own } from './judged-series.ts';
import { judgementRow } from './judgement-row.ts';

/** The change a year that the next milestone and the goal ask for, from the latest figure. */
export function paceRow(own: Own, target: Target): JudgementRow[] {
	const latest = own.points.at(-1);
	const pace = latest && requiredPace(target, latest, own.indicator.polarity);
	if (!latest || !pace) return [];
	const { toNext = null, toGoal = null, soFar = null, yearsSoFar } = pace;
	const nearest = toNext ?? toGoal;
	if (!nearest) return [];
	const detail: PaceDetail = { toNext, toGoal, soFar, yearsSoFar };
	return [
		judgementRow(of(own, latest.period.id), 'pace', MOVEMENT_CONFIDENCE, {
			...{ outcome: nearest.isMet ? 'met' : 'needed', difference: nearest.perYear },
			...{ target: target.id, target_version: target.version, detail },
			method: 'straight line from the latest figure'
		})
	];
}
