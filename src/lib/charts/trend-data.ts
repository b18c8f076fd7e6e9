import type { Unit } from '../domain/format.ts';
import { isKnown, type Point } from './series.ts';
import type { TimeAxis, ValueAxis } from './time-axis.ts';

// What the chart over time is drawn from, and what its parts share.

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
	/** The agreed line: points to draw through, and its milestones with the goal. */
	plan?: PlanData;
	/** Where it goes if the present trend goes on: the 80% band, from the latest figure on. */
	fan?: FanData[];
}

export interface PlanData {
	line: { x: number; value: number }[];
	steps: { x: number; value: number }[];
	label: string;
}

export interface FanData {
	x: number;
	value: number;
	lower: number;
	upper: number;
}

export interface SimilarPoint {
	/** Period id, and how many areas have a figure for it. */
	period: string;
	areas: number;
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

export interface Frame {
	width: number;
	height: number;
	isWide: boolean;
	time: TimeAxis;
	values: ValueAxis;
}

/** Gap around a label, so that it stays readable on a line. */
export const halo = { stroke: '#ffffff', strokeWidth: 4 } as const;

export function allValues(data: TrendData): number[] {
	const series = [data.points, data.england, data.region, data.borough].flatMap((s) => s ?? []);
	const own = data.points.flatMap((point) => [point.lower, point.upper]);
	const similar = (data.similar ?? []).flatMap((point) => [point.low, point.high]);
	const plan = (data.plan?.line ?? []).map(({ value }) => value);
	const fan = (data.fan ?? []).flatMap(({ lower, upper }) => [lower, upper]);
	return [...series.map((point) => point.value), ...own, ...similar, ...plan, ...fan].filter(
		(v) => v !== null
	);
}

export function firstYear(data: TrendData): number {
	const known = [data.points, data.england, data.region].flatMap((s) => (s ?? []).filter(isKnown));
	return Math.min(...known.map((point) => point.x));
}
