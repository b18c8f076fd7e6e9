// A series with a break (a new definition, a rebased chart) is several series: no statistic here
// looks across a break.

/** Cut a series before every point for which `starts` is true; no empty pieces. */
export function segments<T>(
	points: readonly T[],
	starts: (point: T, index: number) => boolean
): T[][] {
	const pieces: T[][] = [];
	points.forEach((point, i) => {
		if (i === 0 || starts(point, i)) pieces.push([]);
		pieces.at(-1)?.push(point);
	});
	return pieces;
}

/** The points since the last break: what a trend may use. */
export const sinceLastBreak = <T>(
	points: readonly T[],
	starts: (point: T, index: number) => boolean
): T[] => segments(points, starts).at(-1) ?? [];
