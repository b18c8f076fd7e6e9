import * as Plot from '@observablehq/plot';
import { dash, palette, type } from './palette.ts';
import { isKnown, isTentative, type KnownPoint, type Point, runs } from './series.ts';
import { type Frame, halo, type TrendData } from './trend-data.ts';

// The lines of a chart over time: Walsall with its range, comparators, missing periods, the starting
// point.

const hasLimits = (point: Point): boolean => point.lower !== null && point.upper !== null;

/** Shaded areas lie under every line. */
export function ranges(data: TrendData): Plot.Markish[] {
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

export function comparators(data: TrendData): Plot.Markish[] {
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

export function own({ values }: Frame, data: TrendData): Plot.Markish[] {
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
			y: 'value',
			text: () => 'Starting point',
			...{ textAnchor: 'end', dx: -8, dy: -16, fontSize: type.small, fill: palette.ink, ...halo }
		})
	];
}
