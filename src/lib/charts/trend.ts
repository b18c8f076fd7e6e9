import type { PlotOptions } from '@observablehq/plot';
import * as Plot from '@observablehq/plot';
import type { Unit } from '../domain/format.ts';
import { spreadLabels } from './labels.ts';
import { dash, palette, type } from './palette.ts';
import { isKnown, isTentative, type KnownPoint, type Point, runs } from './series.ts';
import { axisText } from './axis-text.ts';
import { timeAxis, type TimeAxis, valueAxis, type ValueAxis } from './time-axis.ts';

// Movement over time: Walsall with its 95% range, comparators in grey, breaks not joined, the axis
// running to 2035 with the strategy's years tinted. Data to Plot options; knows no DOM.

export interface TrendData {
	unit: Unit;
	/** The place that the chart is about, with its printed name. */
	name: string;
	points: Point[];
	england?: Point[];
	region?: Point[];
	/** The borough, on a chart about a place inside it. */
	borough?: Point[];
	/** Lowest, middle and highest of the similar areas, a period each. */
	similar?: SimilarPoint[];
	/** Period id of the starting point, marked when asked for. */
	start?: string;
	breaks: SeriesBreak[];
}

export interface SimilarPoint {
	x: number;
	low: number;
	middle: number;
	high: number;
}

export interface SeriesBreak {
	/** Decimal year. */
	at: number;
	note: string;
}

interface Frame {
	width: number;
	height: number;
	isWide: boolean;
	time: TimeAxis;
	values: ValueAxis;
}

const sizes = {
	wide: { width: 960, height: 400, ticks: 9 },
	narrow: { width: 380, height: 330, ticks: 4 }
};
const margins = { marginTop: 16, marginBottom: 30, marginRight: 22 };

export function trend(data: TrendData, size: 'wide' | 'narrow'): PlotOptions {
	const { width, height, ticks } = sizes[size];
	const values = valueAxis(allValues(data), size === 'wide' ? 6 : 5);
	const time = timeAxis(firstYear(data), ticks);
	const frame: Frame = { width, height, isWide: size === 'wide', time, values };
	return {
		width,
		height,
		...margins,
		marginLeft: 16 + 9 * longestTick(values, data.unit),
		x: { type: 'linear', domain: time.domain, axis: null },
		y: { type: 'linear', domain: values.domain, axis: null },
		marks: [
			...ground(frame, data),
			...ranges(data),
			...breakLines(frame, data),
			...comparators(data),
			...own(frame, data),
			...labels(frame, data)
		]
	};
}

/** "The axis starts at 10%." when it does not start at zero; empty when it does. */
export function trendAxisNote(data: TrendData): string {
	const { domain, startsAtZero } = valueAxis(allValues(data));
	return startsAtZero ? '' : `The axis starts at ${axisText(domain[0], data.unit, true)}.`;
}

function ground({ time, values, isWide }: Frame, { unit }: TrendData): Plot.Markish[] {
	const [from, to] = time.strategy;
	const last = values.ticks.at(-1);
	return [
		Plot.rect([0], { x1: from, x2: to, fill: palette.wash }),
		Plot.text([from], {
			x: from,
			frameAnchor: 'top',
			text: () => (isWide ? 'Strategy period, 2025 to 2035' : 'Strategy period'),
			...{ textAnchor: 'start', dx: 6, dy: 4, fontSize: type.small, fill: palette.ink2 }
		}),
		Plot.ruleY(values.ticks, {
			stroke: (tick: number) => (tick === values.domain[0] ? palette.lineStrong : palette.grid)
		}),
		Plot.text(values.ticks, {
			x: time.domain[0],
			y: (tick: number) => tick,
			text: (tick: number) => axisText(tick, unit, tick === last),
			...{ textAnchor: 'end', dx: -7, fontSize: type.tick, fill: palette.ink2 }
		}),
		Plot.ruleX(time.ticks, {
			...{ x: 'at', y1: values.domain[0], y2: values.domain[0] },
			...{ insetBottom: -5, stroke: palette.lineStrong }
		}),
		Plot.text(time.ticks, {
			x: 'at',
			y: values.domain[0],
			text: 'label',
			...{ dy: 16, fontSize: type.tick, fill: palette.ink2 }
		})
	];
}

function breakLines({ values, isWide }: Frame, { breaks }: TrendData): Plot.Markish[] {
	const words = { textAnchor: 'end', dx: -5, fontSize: type.small, fill: palette.ink } as const;
	return [
		Plot.ruleX(breaks, { x: 'at', stroke: palette.ink, strokeDasharray: dash.break }),
		Plot.text(breaks, {
			x: 'at',
			y: values.domain[0],
			text: () => (isWide ? 'Source changes:\ndo not compare across' : 'Break'),
			...{ ...words, dy: isWide ? -24 : -12, ...halo }
		})
	];
}

/** Shaded areas lie under every line. */
function ranges(data: TrendData): Plot.Markish[] {
	const parts = runs(
		data.points,
		data.breaks.map((each) => each.at)
	);
	const limits = { x: 'x', y1: 'lower', y2: 'upper' } as const;
	return [
		Plot.areaY(data.similar ?? [], { x: 'x', y1: 'low', y2: 'high', fill: palette.similarRange }),
		...parts.map((part) =>
			Plot.areaY(part.filter(hasLimits), {
				...limits,
				fill: palette.walsallRange,
				fillOpacity: 0.75
			})
		)
	];
}

function comparators(data: TrendData): Plot.Markish[] {
	const cuts = data.breaks.map((each) => each.at);
	const similar = data.similar ?? [];
	const lines = [
		{ points: data.region, stroke: palette.region, strokeDasharray: dash.region },
		{ points: data.england, stroke: palette.england, strokeDasharray: '' },
		{ points: data.borough, stroke: palette.ink2, strokeDasharray: dash.borough }
	];
	return [
		Plot.line(similar, { x: 'x', y: 'middle', stroke: palette.ink3, strokeDasharray: '8 3' }),
		...lines.flatMap(({ points = [], ...look }) =>
			runs(points, cuts).flatMap((part) => joined(part, { ...look, strokeWidth: 2 }))
		)
	];
}

/** A part of a series as a line; a lone point as a small dot. */
function joined(part: KnownPoint[], look: { stroke: string; strokeWidth: number }): Plot.Markish[] {
	if (part.length > 1) return [Plot.line(part, { x: 'x', y: 'value', ...look })];
	return [Plot.dot(part, { x: 'x', y: 'value', r: 3, fill: look.stroke })];
}

function own({ values }: Frame, data: TrendData): Plot.Markish[] {
	const parts = runs(
		data.points,
		data.breaks.map((each) => each.at)
	);
	const known = data.points.filter(isKnown);
	const last = known.at(-1);
	const tentative = known.filter(isTentative);
	const alone = parts.filter((part) => part.length === 1).flat();
	const stroke = palette.walsall;
	const at = { x: 'x', y: 'value' } as const;
	return [
		Plot.ruleX(alone.filter(hasLimits), {
			...{ x: 'x', y1: 'lower', y2: 'upper', stroke, strokeWidth: 2 },
			strokeDasharray: alone.some(isTentative) ? dash.estimated : ''
		}),
		...parts.map((part) => Plot.line(part, { ...at, stroke, strokeWidth: 3 })),
		Plot.dot(known, { ...at, r: (point: Point) => (point === last ? 5.5 : 3), fill: stroke }),
		Plot.dot(tentative, { ...at, r: 4.5, fill: palette.paper, stroke, strokeWidth: 2.2 }),
		Plot.text(
			data.points.filter((point) => !isKnown(point)),
			{ x: 'x', y: values.domain[0], text: () => '×', dy: -8, fontSize: 18, fill: palette.ink2 }
		),
		...startMark(data)
	];
}

function startMark({ points, start }: TrendData): Plot.Markish[] {
	const at = points.filter((point) => point.period === start && isKnown(point));
	return [
		Plot.dot(at, { x: 'x', y: 'value', r: 9, stroke: palette.start, strokeWidth: 1.6 }),
		Plot.text(at, {
			x: 'x',
			y: (point: Point) => point.upper ?? point.value,
			text: () => 'Starting point',
			...{ dy: -14, fontSize: type.small, fill: palette.ink, ...halo }
		})
	];
}

/** Names at the ends of the lines, moved apart so that none covers another. */
function labels(frame: Frame, data: TrendData): Plot.Markish[] {
	const wanted = [
		{ name: data.name, points: data.points, fill: palette.walsall, weight: 700 },
		{ name: 'Walsall', points: data.borough, fill: palette.ink, weight: 600 },
		{ name: 'England', points: data.england, fill: palette.ink2, weight: 600 },
		{
			name: frame.isWide ? 'West Midlands region' : 'Region',
			points: data.region,
			fill: palette.ink2
		}
	].flatMap(({ points, ...rest }) => {
		const last = (points ?? []).filter(isKnown).at(-1);
		return last ? [{ weight: 400, ...rest, x: last.x, value: last.value }] : [];
	});
	const similar = data.similar?.at(-1);
	const middle = similar && {
		name: frame.isWide ? 'Similar areas, middle' : 'Similar',
		...{ x: similar.x, value: similar.middle, fill: palette.ink2, weight: 400 }
	};
	const inner = frame.height - margins.marginTop - margins.marginBottom;
	const spread = spreadLabels(
		middle ? [...wanted, middle] : wanted,
		frame.values.domain,
		inner / 19
	);
	const x = Math.max(...spread.map((label) => label.x));
	return spread.map((label) =>
		Plot.text([label], {
			...{ x, y: 'at', textAnchor: 'start', dx: 11, fontSize: type.label, fill: label.fill },
			text: () => `${label.name} ${axisText(label.value, data.unit, true, data.unit.decimals)}`,
			fontWeight: label.weight,
			...halo
		})
	);
}

const halo = { stroke: palette.paper, strokeWidth: 4 } as const;

const hasLimits = (point: Point): boolean => point.lower !== null && point.upper !== null;

function allValues(data: TrendData): number[] {
	const series = [data.points, data.england, data.region, data.borough].flatMap((s) => s ?? []);
	const own = data.points.flatMap((point) => [point.lower, point.upper]);
	const similar = (data.similar ?? []).flatMap((point) => [point.low, point.high]);
	return [...series.map((point) => point.value), ...own, ...similar].filter((v) => v !== null);
}

function firstYear(data: TrendData): number {
	const known = [data.points, data.england, data.region].flatMap((s) => (s ?? []).filter(isKnown));
	return Math.min(...known.map((point) => point.x));
}

function longestTick(values: ValueAxis, unit: Unit): number {
	return Math.max(...values.ticks.map((tick) => axisText(tick, unit, true).length));
}
