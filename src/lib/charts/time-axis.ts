import { ticks as niceTicks } from 'd3';
import { STRATEGY } from '../domain/period.ts';

// The time axis of every chart over time: from the first figure to the end of 2035, with the years of
// the strategy tinted. Marks sit at the middle of their period, so a year's tick sits at its middle.

export interface TimeAxis {
	domain: [number, number];
	/** Positions (mid-year) and printed years. */
	ticks: { at: number; label: string }[];
	strategy: [number, number];
}

const start = Number(STRATEGY.starts.slice(0, 4));
const end = Number(STRATEGY.ends.slice(0, 4));

/** `first` is the earliest decimal year; `most` the largest number of ticks that fit. */
export function timeAxis(first: number, most: number): TimeAxis {
	const from = Math.min(Math.floor(first), start - 4);
	const step = [1, 2, 5, 10, 20].find((size) => (end - from) / size <= most) ?? 20;
	const years = [from];
	for (let year = Math.ceil((from + 1) / step) * step; year <= end; year += step) {
		if (year - from >= step * 0.6) years.push(year);
	}
	if (years.at(-1) !== end) years.push(end);
	return {
		domain: [from, end + 1],
		ticks: years.map((year) => ({ at: year + 0.5, label: String(year) })),
		strategy: [start, end + 1]
	};
}

export interface ValueAxis {
	domain: [number, number];
	ticks: number[];
	/** False: the subtitle must say where the axis starts. */
	startsAtZero: boolean;
}

/** Round limits around all values. Starts at zero when zero is not far from the smallest value. */
export function valueAxis(values: readonly number[], most = 6): ValueAxis {
	const low = Math.min(...values);
	const high = Math.max(...values);
	const from = low >= 0 && low < high * 0.4 ? 0 : low;
	const to = high === from ? from + (Math.abs(from) || 1) : high;
	const inner = niceTicks(from, to, most);
	const step = (inner[1] ?? 1) - (inner[0] ?? 0);
	const bottom = Math.floor(from / step + 1e-9) * step;
	const top = Math.ceil(to / step - 1e-9) * step;
	const count = Math.round((top - bottom) / step);
	const ticks = Array.from({ length: count + 1 }, (_, i) =>
		Number((bottom + i * step).toPrecision(12))
	);
	return {
		domain: [ticks[0] ?? bottom, ticks.at(-1) ?? top],
		ticks,
		startsAtZero: bottom === 0
	};
}
