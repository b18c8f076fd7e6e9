// A slope that one odd year cannot tilt: the median of the slopes between all pairs of points.
import { type Maybe, isNumber } from '../number.ts';
import { quantileOf } from './breaks.ts';

/**
 * Theil-Sen slope per unit of time. `times` default to 0, 1, 2...; a missing value keeps its place
 * on the time axis. undefined with fewer than two points at different times. Theil 1950; Sen 1968.
 */
export function theilSen(
	values: readonly Maybe[],
	times: readonly number[] = values.map((_, i) => i)
): number | undefined {
	if (values.length !== times.length) throw new RangeError('unequal lengths');
	const points = values.flatMap((value, i) =>
		isNumber(value) ? [{ value, time: times[i] ?? i }] : []
	);
	const slopes = points
		.flatMap((late, j) =>
			points.slice(0, j).map((early) => (late.value - early.value) / (late.time - early.time))
		)
		.filter(Number.isFinite)
		.sort((a, b) => a - b);
	return slopes.length === 0 ? undefined : quantileOf(slopes, 0.5);
}
