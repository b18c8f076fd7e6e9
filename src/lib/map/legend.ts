import { type Unit, value } from '../domain/format.ts';
import { classOf, legendNumbers } from '../domain/stats/legend.ts';
import { shadeOf } from './choropleth.ts';
import type { Shade } from './shades.ts';

// The legend is a histogram: how many areas have which values, where the classes break, and where
// Walsall and the selected area stand in it.

export interface LegendClass {
	shade: Shade;
	from: number;
	to: number;
	areas: number;
}

export interface LegendBar {
	from: number;
	to: number;
	areas: number;
	shade: Shade;
}

export interface Histogram {
	/** Ends of the axis. */
	from: number;
	to: number;
	classes: LegendClass[];
	bars: LegendBar[];
}

const BARS = 32;

/** Histogram of known values under fixed breaks; undefined without values or breaks. */
export function histogram(
	values: readonly number[],
	upper: readonly number[],
	decimals: number
): Histogram | undefined {
	if (values.length === 0 || upper.length === 0) return undefined;
	const numbers = legendNumbers({ lowest: Math.min(...values), upper }, decimals);
	const low = numbers[0] ?? 0;
	const to = Math.max(numbers.at(-1) ?? 0, ...values);
	// The axis starts at nought where that costs little room.
	const from = low >= 0 && low < to * 0.4 ? 0 : Math.min(low, ...values);
	const classes = upper.map((_, i) => ({
		shade: shadeOf(i, upper.length),
		from: numbers[i] ?? low,
		to: numbers[i + 1] ?? to,
		areas: values.filter((value) => classOf(value, upper) === i).length
	}));
	return { from, to, classes, bars: bars(values, upper, { from, to }) };
}

function bars(
	values: readonly number[],
	upper: readonly number[],
	{ from, to }: { from: number; to: number }
): LegendBar[] {
	const width = (to - from) / BARS || 1;
	const counts = Array.from({ length: BARS }, () => 0);
	for (const value of values) {
		const bar = Math.min(BARS - 1, Math.floor((value - from) / width));
		counts[bar] = (counts[bar] ?? 0) + 1;
	}
	return counts.flatMap((areas, i) => {
		const start = from + i * width;
		const shade = shadeOf(classOf(start + width / 2, upper), upper.length);
		return areas === 0 ? [] : [{ from: start, to: start + width, areas, shade }];
	});
}

/** A class in words. The ends are open: another period may go beyond them. */
export function rangeOf(classes: readonly LegendClass[], i: number, unit: Unit): string {
	const { from, to } = classes[i] ?? { from: 0, to: 0 };
	if (classes.length === 1) return value(to, unit);
	if (i === 0) return `up to ${value(to, unit)}`;
	if (i === classes.length - 1) return `over ${value(from, unit)}`;
	return `over ${value(from, unit)} to ${value(to, unit)}`;
}

export interface Mark {
	label: string;
	value: number;
	/** Dashed ink for the borough, grey for other benchmarks, yellow for the selected area. */
	kind: 'borough' | 'benchmark' | 'selected';
}

/** Numbers under the axis: breaks first, then the ends where there is room for them. */
export function ticks({ from, to, classes }: Histogram, room: number): number[] {
	const least = ((to - from) * 46) / room;
	const kept: number[] = [];
	for (const at of [...classes.slice(1).map((one) => one.from), from, to]) {
		if (kept.every((other) => Math.abs(other - at) >= least)) kept.push(at);
	}
	return kept.sort((a, b) => a - b);
}
