import * as Plot from '@observablehq/plot';
import { value as printed } from '../domain/format.ts';
import type { ControlOutcome } from '../domain/judgement.ts';
import type { ControlData, ControlPoint } from './control-data.ts';
import { isRuled, ruled } from './control-shapes.ts';
import { dash, palette, type } from './palette.ts';
import { isKnown, isTentative, type Point, runs } from './series.ts';
import { valueAxis } from './time-axis.ts';
import { axes, breakLines } from './trend-ground.ts';
import { type Frame, halo, type SeriesBreak, type TrendData } from './trend-data.ts';

// A control chart: each quarter or month, the average of its stretch and the limits of the usual range.
// A point that meets a rule has a shape of its own. Data to Plot options; knows no DOM.

const sizes = {
	wide: { width: 960, height: 380, marginRight: 150 },
	narrow: { width: 380, height: 320, marginRight: 20 }
};

export function controlChart(data: ControlData, size: 'wide' | 'narrow'): Plot.PlotOptions {
	const { width, height, marginRight } = sizes[size];
	const values = valueAxis(allValues(data), size === 'wide' ? 6 : 5);
	const frame: Frame = { width, height, isWide: size === 'wide', time: timeOf(data), values };
	return {
		...{ width, height, marginRight, marginTop: 24, marginBottom: 30, marginLeft: 70 },
		x: { type: 'linear', domain: frame.time.domain, axis: null },
		y: { type: 'linear', domain: values.domain, axis: null },
		r: { type: 'identity' },
		marks: [
			...axes(frame, data.unit),
			...breakLines(frame, data),
			...rebasingLines(frame, data),
			...stretches(data).flatMap((stretch) => limits(stretch, frame, data)),
			...line(frame, data),
			...ruled(data)
		]
	};
}

export function allValues({ points }: ControlData): number[] {
	return points.flatMap(({ value, usual }) => [
		...(value === null ? [] : [value]),
		...(usual ? [usual.lower, usual.upper] : [])
	]);
}

function timeOf({ points }: ControlData): Frame['time'] {
	const [first, last] = [points[0]?.x ?? 0, points.at(-1)?.x ?? 1];
	const [from, to] = [Math.floor(first), Math.ceil(last)];
	const step = [1, 2, 5, 10].find((size) => (to - from) / size <= 12) ?? 20;
	const years: number[] = [];
	for (let year = from; year < to; year += step) years.push(year);
	const ticks = years.map((year) => ({ at: year + 0.5, label: String(year) }));
	return { domain: [from, to], ticks, strategy: [from, to] };
}

/** Neighbouring points with the same limits. */
function stretches({ points }: ControlData): ControlPoint[][] {
	const same = (a: ControlPoint | undefined, b: ControlPoint) =>
		a?.usual?.mean === b.usual?.mean && a?.usual?.upper === b.usual?.upper;
	const parts: ControlPoint[][] = [];
	for (const point of points.filter(({ usual }) => usual)) {
		const open = parts.at(-1);
		if (open && same(open.at(-1), point)) open.push(point);
		else parts.push([point]);
	}
	return parts;
}

function limits(stretch: ControlPoint[], frame: Frame, data: ControlData): Plot.Markish[] {
	const usual = stretch[0]?.usual;
	if (!usual) return [];
	const [x1, x2] = [stretch[0]?.x ?? 0, stretch.at(-1)?.x ?? 0];
	const isLast = stretches(data).at(-1)?.[0] === stretch[0];
	const across = (y: number, look: object) => Plot.ruleY([y], { x1, x2, ...look });
	const edge = { stroke: palette.ink2, strokeWidth: 1.6, strokeDasharray: '7 4' };
	const words = [
		{ y: usual.upper, text: `Upper limit ${printed(usual.upper, data.unit)}` },
		{ y: usual.mean, text: `Average ${printed(usual.mean, data.unit)}` },
		{ y: usual.lower, text: `Lower limit ${printed(usual.lower, data.unit)}` }
	];
	return [
		across(usual.upper, edge),
		across(usual.lower, edge),
		across(usual.mean, { stroke: palette.ink, strokeWidth: 1.4 }),
		Plot.text(frame.isWide && isLast ? words : [], {
			...{ x: x2, y: 'y', text: 'text', textAnchor: 'start', dx: 14 },
			...{ fontSize: type.small, fill: palette.ink, ...halo }
		})
	];
}

function rebasingLines({ isWide, values }: Frame, { rebasings }: ControlData): Plot.Markish[] {
	return [
		Plot.ruleX(rebasings, { x: 'at', stroke: palette.ink, strokeDasharray: '2 3' }),
		Plot.text(rebasings, {
			...{ x: 'at', y: values.domain[1], dy: -12, textAnchor: 'middle' },
			text: () => (isWide ? 'Limits start again' : 'New limits'),
			...{ fontSize: type.small, fill: palette.ink, ...halo }
		})
	];
}

/** Not joined across a break or a missing period. */
function line({ values }: Frame, data: ControlData): Plot.Markish[] {
	const cuts = data.breaks.map(({ at }) => at);
	const at = { x: 'x', y: 'value' } as const;
	const plain = data.points.filter((point) => isKnown(point) && !isRuled(point.outcome));
	const missing = data.points.filter((point) => !isKnown(point));
	return [
		...runs(data.points, cuts).map((part) =>
			Plot.line(part, { ...at, stroke: palette.walsall, strokeWidth: 2 })
		),
		Plot.dot(plain, { ...at, r: 3.5, fill: palette.walsall }),
		Plot.dot(plain.filter(isTentative), {
			...{ ...at, r: 4.5, fill: palette.paper, stroke: palette.walsall, strokeWidth: 2.2 },
			strokeDasharray: dash.estimated
		}),
		Plot.text(missing, {
			...{ x: 'x', y: values.domain[0], text: () => '×', dy: -8 },
			...{ fontSize: 18, fill: palette.ink2 }
		})
	];
}
