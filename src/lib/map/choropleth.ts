import type { Flag, ValueState } from '../domain/observation.ts';
import { classOf } from '../domain/stats/legend.ts';
import type { Shade } from './shades.ts';

// Values and stored class breaks to the look of each area. Zero is a value and takes the first class;
// an area without a value is hatched, a hidden or too small one dotted: never a colour.

/** A shade, hatched for no data, dotted for hidden or too few. */
export type Look = Shade | 'none' | 'hidden';

export interface Painted {
	look: Look;
	/** What a pointer reads: name and value, or why there is none. */
	label: string;
}

export interface MapValue {
	value: number | null;
	state: ValueState;
	flags: readonly Flag[];
}

/** The look of one figure under fixed breaks; absent means that there is no row for the area. */
export function lookOf(figure: MapValue | undefined, upper: readonly number[]): Look {
	if (figure === undefined) return 'none';
	if (figure.state === 'suppressed' || figure.flags.includes('u')) return 'hidden';
	if (figure.value === null || upper.length === 0) return 'none';
	return shadeOf(classOf(figure.value, upper), upper.length);
}

/** Fewer than five classes are spread over the five shades, lightest and darkest included. */
export function shadeOf(position: number, classes: number): Shade {
	if (classes <= 1) return 3;
	return (Math.round((position * 4) / (classes - 1)) + 1) as Shade;
}

/** How many areas have each look, in the order of the legend. */
export function counted(looks: Iterable<Look>): Map<Look, number> {
	const counts = new Map<Look, number>();
	for (const look of looks) counts.set(look, (counts.get(look) ?? 0) + 1);
	return counts;
}
