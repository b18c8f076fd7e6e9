import {
	chanceOfMeeting,
	fan,
	OUTLOOK_METHOD,
	OUTLOOK_VERSION,
	type Series
} from '../../domain/judgement/outlook.ts';
import type { ChanceDetail } from '../../domain/judgement/stored-target.ts';
import { STRATEGY } from '../../domain/period.ts';
import type { Target } from '../../domain/target.ts';
import { nextStep } from '../../domain/target/plan.ts';
import type { JudgementRow } from '../db/judging.ts';
import { of, type Own } from './judged-series.ts';
import { judgementRow } from './judgement-row.ts';

/** Share of outcomes that the shaded band is to hold. */
const BAND = 0.8;

/**
 * The fan of the borough's series and of every series with a target. Silence is stored with its
 * reason. Context measures are described and not foretold.
 */
export function chanceRow(own: Own, target: Target | undefined): JudgementRow | undefined {
	const { indicator, series, points, times } = own;
	const latest = points.at(-1);
	const isWanted = target !== undefined || series.area.level === 'borough';
	if (!latest || !isWanted || indicator.kind === 'context') return undefined;
	const cumulative = target?.cumulative ?? false;
	const known: Series = { points, breaks: times.breaks, indicator, cumulative };
	const found = fan(known, target?.goal.ends ?? STRATEGY.ends);
	const isSilent = !Array.isArray(found);
	const detail: ChanceDetail = {
		fan: isSilent ? [] : found,
		...aims(known, target, latest.period.ends)
	};
	return judgementRow(of(own, latest.period.id), 'chance', BAND, {
		...{ outcome: isSilent ? 'silent' : 'forecast', reason: isSilent ? found.silent : null },
		...{ target: target?.id ?? null, target_version: target?.version ?? null, detail },
		...{ method: OUTLOOK_METHOD, method_version: OUTLOOK_VERSION }
	});
}

function aims(series: Series, target: Target | undefined, from: string) {
	if (!target) return { next: null, goal: null };
	const next = nextStep(target, from);
	return {
		next: next && next.ends !== target.goal.ends ? aimed(series, next) : null,
		goal: target.goal.ends > from ? aimed(series, target.goal) : null
	};
}

function aimed(series: Series, { ends, value }: { ends: string; value: number }) {
	const found = chanceOfMeeting(series, { ends, value });
	return 'silent' in found
		? { ends, value, chance: null, silent: found.silent }
		: { ends, value, chance: found.chance, silent: null };
}
