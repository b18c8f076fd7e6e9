import type { Figure } from '../domain/disclosure/gate.ts';
import type { Flag, ValueState } from '../domain/observation.ts';
import { midYear, type Period } from '../domain/period.ts';

// Figures as charts take them: a position on the time axis beside each value. Missing periods keep
// their place, so that a gap shows as a gap.

export interface Point {
	/** Middle of the period as a decimal year. */
	x: number;
	/** Period id and its printed label. */
	period: string;
	label: string;
	value: number | null;
	lower: number | null;
	upper: number | null;
	state: ValueState;
	flags: Flag[];
}

/** A value that is there, for marks that need one. */
export type KnownPoint = Point & { value: number };

export const isKnown = (point: Point): point is KnownPoint => point.value !== null;

/** Hollow on a chart: provisional, estimated, or too few to judge. */
export const isTentative = (point: Pick<Point, 'flags'>): boolean =>
	point.flags.includes('p') || point.flags.includes('e') || point.flags.includes('u');

/** One area's figures of one breakdown, oldest first. Periods that are not known are left out. */
export function pointsOf(
	figures: readonly Figure[],
	periods: ReadonlyMap<string, Period>
): Point[] {
	return figures
		.flatMap((figure) => {
			const period = periods.get(figure.period);
			return period ? [point(figure, period)] : [];
		})
		.sort((a, b) => a.x - b.x);
}

function point(figure: Figure, period: Period): Point {
	return {
		x: midYear(period),
		period: period.id,
		label: period.label,
		value: figure.value,
		lower: figure.lower,
		upper: figure.upper,
		state: figure.state,
		flags: figure.flags
	};
}

/** Parts of a series that may be joined: cut at breaks (decimal years) and at missing values. */
export function runs(points: readonly Point[], breaks: readonly number[]): KnownPoint[][] {
	const parts: KnownPoint[][] = [];
	let open: KnownPoint[] = [];
	for (const point of points) {
		const before = open.at(-1);
		const cut = before && breaks.some((at) => before.x < at && at <= point.x);
		if ((cut || !isKnown(point)) && open.length > 0) {
			parts.push(open);
			open = [];
		}
		if (isKnown(point)) open.push(point);
	}
	return open.length > 0 ? [...parts, open] : parts;
}
