import type { SpineInput } from '$lib/charts/spine.ts';
import { type Area, WALSALL } from '$lib/domain/area.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import { position } from '$lib/domain/profile/position.ts';
import type { ProfileRow } from '$lib/domain/profile/rows.ts';
import type { Given } from './given.ts';

// A value among others: on a line centred on Walsall, and in words.

export interface Around {
	given: Given;
	/** Places of its kind, same measure and period. */
	peers: Figure[];
	localities: Figure[];
}

/** Counts depend on the size of a place, and make-up is described: neither is set against Walsall. */
export function spineOf(
	{ indicator, figure, others, comparisons }: ProfileRow,
	around: Around
): SpineInput | null {
	const borough = others.get(WALSALL)?.value;
	if (figure.value === null || borough == null || !isComparable(indicator)) return null;
	return {
		value: figure.value,
		lower: figure.lower,
		upper: figure.upper,
		borough,
		parts: valuesOf(around.peers),
		others: around.localities.flatMap(({ area, value }) =>
			value === null || area === figure.area ? [] : [{ letter: letterOf(area, around), value }]
		),
		outcome: comparisons.get(WALSALL)?.outcome
	};
}

const letterOf = (code: string, { given }: Around): string =>
	(given.places.areas.get(code)?.name ?? code).charAt(0);

/** Places that a value is set among, for the head of the column; null where there are too few. */
export function amongOf({ level }: Area): string | null {
	switch (level) {
		case 'locality':
		case 'ward':
			return 'Among wards';
		case 'msoa':
			return 'Among community areas';
		case 'lsoa':
			return 'Among neighbourhoods';
		default:
			return null;
	}
}

/** How usual the value is among the places of `amongOf`. */
export function positionOf(
	{ indicator, figure }: ProfileRow,
	{ given, peers }: Around
): string | null {
	if (!amongOf(given.area) || !isComparable(indicator) || figure.value === null) return null;
	if (figure.flags.includes('u')) return null;
	return position(figure.value, valuesOf(peers)) ?? null;
}

/** Make-up of the population is described and never placed in an order. */
const isComparable = ({ mapAllowed, valueKind }: Indicator): boolean =>
	mapAllowed && valueKind !== 'count';

const valuesOf = (figures: readonly Figure[]): number[] =>
	figures.flatMap(({ value, flags }) => (value === null || flags.includes('u') ? [] : value));
