import { extent, line, scaleLinear } from 'd3';
import { isKnown, type Point, runs } from './series.ts';

// Geometry of a sparkline: no axis, the last point marked, a gap for what is missing. Spark.svelte
// draws it; there is no text in it, because the row beside it holds the numbers.

export interface SparkShape {
	width: number;
	height: number;
	/** Path of the joined parts. */
	path: string;
	/** Lone points between gaps. */
	dots: { x: number; y: number }[];
	/** The last known point. */
	last: { x: number; y: number } | null;
	/** Positions on the baseline of periods without a value. */
	gaps: number[];
}

const margin = 5;

/** Null with fewer than two known points: one point has no direction to show. */
export function spark(
	points: readonly Point[],
	breaks: readonly number[] = [],
	size: { width: number; height: number } = { width: 120, height: 32 }
): SparkShape | null {
	const known = points.filter(isKnown);
	const last = known.at(-1);
	if (known.length < 2 || !last) return null;
	const x = scaleLinear(extent(points, (point) => point.x) as [number, number], [
		margin,
		size.width - margin
	]);
	const y = scaleLinear(extent(known, (point) => point.value) as [number, number], [
		size.height - margin,
		margin
	]);
	const place = (point: { x: number; value: number }) => ({
		x: rounded(x(point.x)),
		y: rounded(y(point.value))
	});
	const parts = runs(points, breaks);
	const path = line<{ x: number; y: number }>(
		(at) => at.x,
		(at) => at.y
	);
	return {
		...size,
		path: parts
			.filter((part) => part.length > 1)
			.map((part) => path(part.map(place)) ?? '')
			.join(''),
		dots: parts.filter((part) => part.length === 1).flatMap((part) => part.map(place)),
		last: place(last),
		gaps: points.filter((point) => !isKnown(point)).map((point) => rounded(x(point.x)))
	};
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
