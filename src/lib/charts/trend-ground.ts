import * as Plot from '@observablehq/plot';
import type { Unit } from '../domain/format.ts';
import { axisText } from './axis-text.ts';
import { dash, palette, type } from './palette.ts';
import { type Frame, halo, type TrendData } from './trend-data.ts';

// Under the lines of a chart over time: the tinted years of the strategy, both axes, series breaks.

export function ground(frame: Frame, { unit }: TrendData): Plot.Markish[] {
	const { time, isWide } = frame;
	const [from, to] = time.strategy;
	return [
		Plot.rect([0], { x1: from, x2: to, fill: palette.wash }),
		Plot.text([from], {
			x: from,
			frameAnchor: 'top',
			text: () => (isWide ? 'Strategy period, 2025 to 2035' : 'Strategy period'),
			...{ textAnchor: 'start', dx: 6, dy: 4, fontSize: type.small, fill: palette.ink2 }
		}),
		...axes(frame, unit)
	];
}

/** Lines and numbers of both axes. */
export function axes({ time, values }: Frame, unit: Unit): Plot.Markish[] {
	const last = values.ticks.at(-1);
	return [
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

export function breakLines(
	{ values, isWide, time }: Frame,
	{ breaks }: Pick<TrendData, 'breaks'>
): Plot.Markish[] {
	const words = { textAnchor: 'end', dx: -5, fontSize: type.small, fill: palette.ink } as const;
	return [
		Plot.ruleX(breaks, { x: 'at', stroke: palette.ink, strokeDasharray: dash.break }),
		Plot.text(apart(breaks, 0.16 * (time.domain[1] - time.domain[0])), {
			x: 'at',
			y: values.domain[0],
			text: () => (isWide ? 'Source changes:\ndo not compare across' : 'Break'),
			...{ ...words, dy: isWide ? -24 : -12, ...halo }
		})
	];
}

/** Lines that stand close together share one label, at the last of them. */
function apart(breaks: TrendData['breaks'], least: number): TrendData['breaks'] {
	return breaks.filter(({ at }, i) => !((breaks[i + 1]?.at ?? Infinity) - at < least));
}
