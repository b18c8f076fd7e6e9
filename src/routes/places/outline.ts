import { LOCALITIES, WALSALL } from '$lib/domain/area.ts';
import { parts as partsOf } from '$lib/domain/profile/membership.ts';
import type { Shapes } from '$lib/map/shapes.ts';
import type { Given } from './given.ts';
import { nameOf } from './naming.ts';
import { surroundings } from './surroundings.ts';

// The map of a place: its outline with its parts inside, as far as their names can be read.

export interface Outline {
	shapes: Shapes;
	partShapes: Shapes | undefined;
	parts: { code: string; name: string; href?: string }[];
	label: string;
	/** Which boundaries these are. */
	note: string;
}

/** More names than this would lie on one another. */
const NAMED = 16;

export function outline({ area, places, shapes }: Given): Outline | null {
	if (!shapes.outline || !shapes.outline.boxes[area.code]) return null;
	const { parts: vintage } = surroundings(area);
	const ties = vintage ? partsOf({ code: area.code, vintage }, places.links, places.areas) : [];
	const shown = ties.filter(({ isBestFit }) => isBestFit).map(({ area: part }) => part);
	const named = shown.length <= NAMED ? shown : [];
	const inner = area.code === WALSALL || vintage === LOCALITIES ? undefined : shapes.inner;
	return {
		shapes: shapes.outline,
		partShapes: inner,
		parts: named.map((part) => ({
			code: part.code,
			name: part.level === 'lsoa' ? part.name.replace(/^Walsall /, '') : nameOf(part),
			href: places.path(part)
		})),
		label: `Map of ${nameOf(area)}${named.length > 0 ? ' with its parts' : ''}`,
		note: [shapes.outline.label, inner?.label].filter(Boolean).join('; ')
	};
}
