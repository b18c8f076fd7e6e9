import type { Indicator } from '../../domain/indicator.ts';
import { mayTakeColour } from '../../domain/influence.ts';
import type { ControlOutcome, MovementOutcome } from '../../domain/judgement.ts';
import { against } from '../../domain/judgement/against.ts';
import { control } from '../../domain/judgement/control.ts';
import { freshness, type Freshness } from '../../domain/judgement/freshness.ts';
import { movement, MOVEMENT_CONFIDENCE } from '../../domain/judgement/movement.ts';
import { type Point, pointOf } from '../../domain/judgement/point.ts';
import { ruleNames } from '../../domain/judgement/rule-words.ts';
import type { MovedThen, TargetDetail } from '../../domain/judgement/stored-target.ts';
import { type AgainstTarget, againstTarget } from '../../domain/judgement/target.ts';
import { compare } from '../../domain/period.ts';
import { directionOf } from '../../domain/sentence/control.ts';
import type { Target } from '../../domain/target.ts';
import type { JudgementRow } from '../db/judging.ts';
import { chanceRow } from './judge-chance.ts';
import { paceRow } from './judge-pace.ts';
import { reliabilityRow } from './judge-reliability.ts';
import { of, type Own, type Series, type TargetTimes } from './judged-series.ts';
import { judgementRow } from './judgement-row.ts';

// Against target, at publication: every period since the baseline, the pace that is needed, the chance
// of meeting the goal, and what a good figure hides. Made from what readers may see.

/** Kinds of judgement that an agreed target changes. */
export const TARGET_KINDS: readonly string[] = ['target', 'pace', 'chance', 'masking'];

export function judgeTargets(
	indicator: Indicator,
	all: readonly Series[],
	times: TargetTimes
): JudgementRow[] {
	const rows = all
		.filter(({ area }) => area.isLocal)
		.flatMap((series) => {
			const target = times.targets.find(
				({ area, breakdown }) => area === series.area.code && breakdown === series.breakdown
			);
			// Parts of the borough have nothing to be judged by but a target of their own.
			if (!target && series.area.level !== 'borough') return [];
			const own = ownOf(indicator, series, times);
			const chance = chanceRow(own, target);
			return [
				...(target ? [...wordRows(own, target), ...paceRow(own, target)] : []),
				...(chance ? [chance] : []),
				...reliabilityRow(own)
			];
		});
	return [...rows, ...masking(indicator, all, rows)];
}

function ownOf(indicator: Indicator, series: Series, times: TargetTimes): Own {
	const points = series.figures
		.flatMap((figure) => pointOf(figure, times.periods.get(figure.period)) ?? [])
		.sort((a, b) => compare(a.period, b.period));
	const last = points.at(-1)?.period;
	const isHidden = series.figures.some(({ state, period }) => {
		const when = times.periods.get(period);
		return state === 'suppressed' && when && (!last || compare(last, when) < 0);
	});
	const breaks = times.breaks.map((starts) => ({ starts, note: null }));
	const history = { breaks, version: indicator.version };
	const takes = mayTakeColour(times.influence);
	const measure: Indicator = takes ? indicator : { ...indicator, kind: 'context' };
	return { indicator: measure, series, points, isHidden, history, times, steered: chart() };

	function chart(): Map<string, MovementOutcome> {
		const found = control(points, [...times.breaks, ...times.rebasings]);
		return new Map(found.map(({ period, outcome }) => [period, steeredBy(outcome)]));
	}
}

function steeredBy(outcome: ControlOutcome): MovementOutcome {
	if (outcome === 'too early to tell' || outcome === 'cannot tell') return 'cannot tell';
	const direction = directionOf(outcome);
	if (direction === 0) return 'no clear change';
	return direction === 1 ? 'higher' : 'lower';
}

/** Each period since the baseline against the line now in force; only the latest can be old or hidden. */
function wordRows(own: Own, target: Target): JudgementRow[] {
	const { indicator, points, history, isHidden } = own;
	const start = target.baseline?.period.ends ?? '';
	const latest = points.at(-1);
	return points
		.filter((point) => point === latest || point.period.ends > start)
		.map((point) => {
			const isLatest = point === latest;
			const fresh = isLatest ? freshnessOf(own, point) : always;
			const asked = { indicator, target, latest: point, freshness: fresh, history };
			const found = againstTarget({ ...asked, isHidden: isLatest && isHidden });
			return wordRow(own, { target, point, found, fresh: isLatest ? fresh : null });
		});
}

const always: Freshness = { state: 'new', due: null, monthsLate: 0 };

function freshnessOf({ indicator, series, times }: Own, { period }: Point): Freshness {
	const held = times.before.get(`${series.area.code} ${series.breakdown}`);
	const { frequency, lag } = indicator;
	return freshness({
		...{ latest: period, before: held === undefined ? null : { id: held } },
		...{ frequency, lag, on: times.on }
	});
}

interface Found {
	target: Target;
	point: Point;
	found: AgainstTarget;
	fresh: Freshness | null;
}

function wordRow(own: Own, { target, point, found, fresh }: Found): JudgementRow {
	const { planned, better, tolerance, lineInRange, provisional } = found;
	const detail: TargetDetail = {
		...{ value: point.value, planned, better, tolerance, lineInRange, freshness: fresh },
		...{ provisional, movement: movedThen(own, point) }
	};
	return judgementRow(of(own, point.period.id), 'target', MOVEMENT_CONFIDENCE, {
		...{ outcome: found.word, reason: found.why, difference: found.difference },
		...{ target: target.id, target_version: target.version },
		...{ rule: ruleNames[found.rule], provisional: provisional !== null, detail },
		...{ method: ruleNames[found.rule], method_version: found.ruleVersion }
	});
}

/** Tested as on every page, for an earlier period too; where no test is possible, the control chart. */
function movedThen({ indicator, points, steered, times }: Own, point: Point): MovedThen | null {
	const earlier = points.filter(({ period }) => compare(period, point.period) < 0);
	const periods = earlier.map(({ period }) => period);
	const { start } = against(point.period, periods, times.breaks);
	const before = earlier.find(({ period }) => period === start);
	if (!before) return null;
	const tested = movement(point, before, indicator).outcome;
	const outcome = tested === 'cannot tell' ? (steered.get(point.period.id) ?? tested) : tested;
	return { outcome, against: before.period.id, earlier: before.value };
}

/** A whole on track with parts off track, each against its own target. */
function masking(
	indicator: Indicator,
	all: readonly Series[],
	rows: readonly JudgementRow[]
): JudgementRow[] {
	const words = rows.filter(({ kind, reason }) => kind === 'target' && reason === null);
	const latest = (area: string, breakdown: string) =>
		words.findLast((row) => row.area === area && row.breakdown === breakdown);
	return all
		.filter(({ area }) => area.level === 'borough' && area.isLocal)
		.flatMap(({ area, breakdown }) => {
			const whole = latest(area.code, breakdown);
			if (whole?.outcome !== 'on track') return [];
			const parts = all
				.filter((part) => part.area.level === 'locality' && part.breakdown === breakdown)
				.filter((part) => latest(part.area.code, breakdown)?.outcome === 'off track')
				.map((part) => part.area.code)
				.sort();
			if (parts.length === 0) return [];
			const about = { code: indicator.code, area: area.code, breakdown, period: whole.period };
			return [
				judgementRow(about, 'masking', MOVEMENT_CONFIDENCE, {
					...{ outcome: 'masked', method: 'parts off track behind a whole on track' },
					...{ target: whole.target, target_version: whole.target_version, detail: { parts } }
				})
			];
		});
}
