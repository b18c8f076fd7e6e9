import { type Area, isAreaCode, WARDS_NOW } from '../area.ts';

// Where an area's own page is. Localities and the wards now in force have names in their address;
// everything else, of any vintage, is found by its code.

type Placed = Pick<Area, 'code' | 'level' | 'vintage' | 'slug'>;

/** `locality` is the best-fit locality of a ward now in force; without it the code is the address. */
export function pathOf(area: Placed, locality?: Pick<Area, 'slug'>): string {
	if (area.level === 'locality') return `/places/${area.slug}`;
	if (area.vintage === WARDS_NOW && locality) return `/places/${locality.slug}/${area.slug}`;
	return `/places/${area.code}`;
}

/** A code as typed: "e05001312" → "E05001312"; undefined for words. */
export function codeOf(text: string): string | undefined {
	const code = text.trim().toUpperCase();
	return isAreaCode(code) ? code : undefined;
}
