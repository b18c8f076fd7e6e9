import { daysBetween } from '../../domain/day.ts';
import { freshness, lagMonths } from '../../domain/judgement/freshness.ts';
import type { ReliabilityDetail } from '../../domain/judgement/stored-target.ts';
import { MOVEMENT_CONFIDENCE } from '../../domain/judgement/movement.ts';
import { reliability, RELIABILITY_VERSION } from '../../domain/reliability.ts';
import type { JudgementRow } from '../db/judging.ts';
import { of, type Own } from './judged-series.ts';
import { judgementRow } from './judgement-row.ts';

/** How far the borough's latest figure can be trusted; it is about the figure, not about a target. */
export function reliabilityRow(own: Own): JudgementRow[] {
	const { indicator, series, points, times } = own;
	const latest = points.at(-1);
	if (!latest || series.area.level !== 'borough') return [];
	const figure = series.figures.find(({ period }) => period === latest.period.id);
	const { frequency, lag } = indicator;
	const { due } = freshness({ latest: latest.period, before: null, frequency, lag, on: times.on });
	const { grade, parts } = reliability({
		figure: { ...latest, flags: figure?.flags ?? [] },
		...{ intervalMethod: indicator.intervalMethod, evidence: indicator.evidence },
		lagMonths: lagMonths(lag),
		daysLate: due === null ? 0 : Math.max(0, Math.round(daysBetween(due, times.on)))
	});
	// Days pass without a new judgement: only the grade of the part is stored, in its words.
	const detail: ReliabilityDetail = { parts };
	return [
		judgementRow(of(own, latest.period.id), 'reliability', MOVEMENT_CONFIDENCE, {
			...{ outcome: grade, method: 'grade of the weakest part', detail },
			method_version: RELIABILITY_VERSION
		})
	];
}
