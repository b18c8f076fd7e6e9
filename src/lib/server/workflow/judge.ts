import { ENGLAND, WALSALL } from '../../domain/area.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { against } from '../../domain/judgement/against.ts';
import { control, CONTROL_CONFIDENCE, hasControl } from '../../domain/judgement/control.ts';
import { COMPARISON_CONFIDENCE, comparison } from '../../domain/judgement/comparison.ts';
import { movement, MOVEMENT_CONFIDENCE } from '../../domain/judgement/movement.ts';
import { type Point, pointOf } from '../../domain/judgement/point.ts';
import { travelPeriods } from '../../domain/judgement/travel.ts';
import { trend, TREND_CONFIDENCE } from '../../domain/judgement/trend.ts';
import { compare, type Period } from '../../domain/period.ts';
import type { JudgementRow } from '../db/judging.ts';
import { partsOfBorough } from './judge-parts.ts';
import type { Known, Series, Times } from './judged-series.ts';
import { judgementRow } from './judgement-row.ts';

// Everything that is said of one indicator: rows to store, made from what readers may see.

const FIVE_YEARS = 5;

interface Local {
	code: string;
	area: string;
	breakdown: string;
	points: Point[];
	latest: Point;
}

export function judge(indicator: Indicator, all: readonly Series[], times: Times): JudgementRow[] {
	const known = all.map((series) => ({ ...series, points: pointsOf(series, times) }));
	const local = known.flatMap(({ area, breakdown, points }): Local[] => {
		const latest = points.at(-1);
		if (!area.isLocal || !latest) return [];
		return [{ code: indicator.code, area: area.code, breakdown, points, latest }];
	});
	const benchmark = (code: string, breakdown: string, period: string) =>
		known
			.find((series) => series.area.code === code && series.breakdown === breakdown)
			?.points.find((point) => point.period.id === period)?.value;
	return [
		...local.flatMap((series) => [
			...movements(indicator, series, times.breaks),
			...comparisons(indicator, series, benchmark),
			...trends(indicator, series, times.breaks)
		]),
		...known.flatMap((series) => controls(indicator.code, series, times)),
		...partsOfBorough(indicator, known, times.breaks)
	];
}

function pointsOf({ figures }: Series, { periods }: Times): Point[] {
	return figures
		.flatMap((figure) => pointOf(figure, periods.get(figure.period)) ?? [])
		.sort((a, b) => compare(a.period, b.period));
}

/** Against five years earlier (or the first available), the period before, and a year before. */
function movements(indicator: Indicator, series: Local, breaks: readonly string[]) {
	const { latest, points } = series;
	const earlier = points.slice(0, -1);
	const found = against(
		latest.period,
		earlier.map(({ period }) => period),
		breaks
	);
	const { lastYear } = travelPeriods(
		latest.period,
		earlier.map(({ period }) => period),
		breaks
	);
	const periods = [...new Set([found.start, found.previous, lastYear])].filter(
		(p) => p !== undefined
	);
	const blocked = earlier[0];
	if (periods.length === 0 && blocked) {
		return [
			judgementRow(of(series), 'movement', MOVEMENT_CONFIDENCE, {
				against_period: blocked.period.id,
				outcome: 'cannot tell',
				difference: latest.value - blocked.value,
				method: found.reason
			})
		];
	}
	return periods.flatMap((period) => {
		const before = earlier.find((point) => point.period === period);
		if (!before) return [];
		const moved = movement(latest, before, indicator);
		return [
			judgementRow(of(series), 'movement', MOVEMENT_CONFIDENCE, {
				against_period: period.id,
				...moved
			})
		];
	});
}

function comparisons(
	indicator: Indicator,
	series: Local,
	benchmark: (code: string, breakdown: string, period: string) => number | undefined
) {
	return [WALSALL, ENGLAND]
		.filter((code) => code !== series.area)
		.flatMap((code) => {
			const value = benchmark(code, series.breakdown, series.latest.period.id);
			const found = value === undefined ? undefined : comparison(series.latest, value, indicator);
			return found
				? [
						judgementRow(of(series), 'comparison', COMPARISON_CONFIDENCE, {
							against_area: code,
							...found
						})
					]
				: [];
		});
}

function trends(indicator: Indicator, series: Local, breaks: readonly string[]) {
	// Quarters and months have a control chart instead.
	if (hasControl(series.latest.period)) return [];
	if (series.points.length < FIVE_YEARS) return [];
	return [
		judgementRow(of(series), 'trend', TREND_CONFIDENCE, trend(series.points, indicator, breaks))
	];
}

/** Control charts of the borough and its localities: smaller areas are too noisy to steer by. */
function controls(code: string, { area, breakdown, points }: Known, times: Times): JudgementRow[] {
	const isSteered = area.isLocal && ['borough', 'locality'].includes(area.level);
	if (!isSteered) return [];
	return control(points, [...times.breaks, ...times.rebasings]).map(({ period, ...found }) =>
		judgementRow({ code, area: area.code, breakdown, period }, 'control', CONTROL_CONFIDENCE, found)
	);
}

const of = ({ code, area, breakdown, latest }: Local) => ({
	...{ code, area, breakdown },
	period: latest.period.id
});
