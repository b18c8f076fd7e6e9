import type { PlotOptions } from '@observablehq/plot';
import type { Unit } from '../domain/format.ts';
import { axisText } from './axis-text.ts';
import { timeAxis, valueAxis, type ValueAxis } from './time-axis.ts';
import { allValues, firstYear, type Frame, type TrendData } from './trend-data.ts';
import { breakLines, ground } from './trend-ground.ts';
import { labels } from './trend-labels.ts';
import { fan, plan } from './trend-plan.ts';
import { comparators, own, ranges } from './trend-series.ts';

export type { SeriesBreak, SimilarPoint, TrendData } from './trend-data.ts';

// Movement over time: Walsall with its 95% range, comparators in grey, breaks not joined, the axis
// running to 2035 with the strategy's years tinted. Data to Plot options; knows no DOM.

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
		r: { type: 'identity' },
		marks: [
			...ground(frame, data),
			...fan(frame, data),
			...ranges(data),
			...breakLines(frame, data),
			...comparators(data),
			...plan(frame, data),
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

function longestTick(values: ValueAxis, unit: Unit): number {
	return Math.max(...values.ticks.map((tick) => axisText(tick, unit, true).length));
}
