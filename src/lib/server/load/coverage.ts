import { type Box, boxOf, contains, type Polygon } from './rings.ts';

// Do areas cover the borough once and only once? A fine grid of points is asked: each must lie in
// exactly one area. Lines drawn by another hand differ by metres, so a small share may fail.

const STEPS = 200;
/** Share of the borough that may be doubly covered, uncovered or outside: generalised lines differ. */
export const TOLERANCE = 0.005;

export interface Coverage {
	/** Shares of the borough's points. */
	gaps: number;
	overlaps: number;
	/** Points in an area but not in the borough, beside the borough's points. */
	outside: number;
}

export function coverage(areas: readonly Polygon[][], borough: readonly Polygon[]): Coverage {
	const boxes = areas.map((polygons) => boxOf(polygons));
	const [west, south, east, north] = [...boxes, boxOf(borough)].reduce((a, b) => around(a, b));
	const found = { points: 0, gaps: 0, overlaps: 0, outside: 0 };
	for (let column = 0; column < STEPS; column++) {
		for (let row = 0; row < STEPS; row++) {
			const point = [
				west + ((column + 0.5) / STEPS) * (east - west),
				south + ((row + 0.5) / STEPS) * (north - south)
			];
			const times = areas.filter(
				(area, i) => near(boxes[i], point) && contains(area, point)
			).length;
			const isInside = contains(borough, point);
			if (isInside) found.points++;
			if (isInside && times === 0) found.gaps++;
			if (times > 1) found.overlaps++;
			if (!isInside && times > 0) found.outside++;
		}
	}
	if (found.points === 0) throw new Error('the outline of the borough holds no point');
	const share = (count: number) => count / found.points;
	return {
		gaps: share(found.gaps),
		overlaps: share(found.overlaps),
		outside: share(found.outside)
	};
}

const around = (a: Box, b: Box): Box => [
	Math.min(a[0], b[0]),
	Math.min(a[1], b[1]),
	Math.max(a[2], b[2]),
	Math.max(a[3], b[3])
];

function near(box: Box | undefined, [x = 0, y = 0]: number[]): boolean {
	return box !== undefined && box[0] <= x && x <= box[2] && box[1] <= y && y <= box[3];
}
