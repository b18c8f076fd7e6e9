import type { Unit } from '../format.ts';
import type { StoredTarget } from '../judgement/stored-target.ts';
import type { Period } from '../period.ts';
import { judged, type Sentence } from './sentence.ts';
import { provisionalTarget, targetSentence } from './target.ts';

/** The sentence of a judgement as stored, and why its line is provisional where it is. */
export function storedTargetSentence(
	judgement: StoredTarget,
	period: Period | undefined,
	unit: Unit
): Sentence[] {
	const { id, outcome, reason, difference, detail } = judgement;
	const monthsLate = detail.freshness?.monthsLate ?? 0;
	const { planned, better, tolerance, lineInRange } = detail;
	const told = targetSentence({
		judgement: {
			...{ id, word: outcome, why: reason, difference, planned, better, tolerance, lineInRange },
			...{
				rule: lineInRange === null ? 'tolerance' : 'survey',
				ruleVersion: judgement.methodVersion
			},
			provisional: null
		},
		...{ period, monthsLate, unit }
	});
	if (!judgement.provisional || !detail.provisional) return [told];
	return [told, judged(provisionalTarget(detail.provisional).text, judgement)];
}
