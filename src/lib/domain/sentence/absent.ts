import { count } from '../format.ts';
import type { Indicator } from '../indicator.ts';
import { listed, type Sentence, statement, uncapitalised } from './sentence.ts';
import type { Period } from '../period.ts';
import { named } from './when.ts';

// Not knowing is an answer: why there is no figure, no judgement, or no comparison.

/** "12 residents is fewer than the 30 needed, so we do not judge it." */
export function tooSmall(n: number, units: string, needed: number): Sentence {
	return statement(
		`${count(n)} ${units} is fewer than the ${count(needed)} needed, so we do not judge it.`
	);
}

/** "{Measure} is measured for Walsall as a whole. We have no figure for Pleck and do not estimate one." */
export function noLocalFigure(measure: string, place: string): Sentence {
	return statement(
		`"${measure}" is measured for Walsall as a whole. We have no figure for ${place} and do not estimate one.`
	);
}

/** The same for every part of the borough, on an indicator's own page. */
export function stopsAtBorough(parts: readonly string[]): Sentence {
	return statement(
		`This is measured for Walsall as a whole. We have no figures for ${listed(parts)} and do not estimate them.`
	);
}

/** "The source changed in 2024. Figures before and after cannot be compared." */
export function seriesBreak(
	since: Pick<Period, 'kind' | 'label' | 'starts' | 'ends'> | string
): Sentence {
	const when = typeof since === 'string' ? since : named(since);
	return statement(`The source changed in ${when}. Figures before and after cannot be compared.`);
}

/** Asked for the figures of a restricted indicator; the same words whether any are held or not. */
export function rolesOnly({ title }: Pick<Indicator, 'title'>): Sentence {
	return statement(
		`The figures of "${title}" need a named role. Its definition is public. Ask the cohesion team for access.`
	);
}

/** Why an indicator has no figures yet: one sentence for the lead of its page. */
export function noFigures(
	indicator: Pick<Indicator, 'restricted' | 'sourceText' | 'frequency'>
): Sentence {
	if (indicator.restricted) {
		return statement(
			'Figures for this indicator are for named roles only. This page shows its definition and no values.'
		);
	}
	return statement(
		`No figures yet. They will come from ${indicator.sourceText}, ${uncapitalised(indicator.frequency)}.`
	);
}
