import { type Area, levels, WARDS_BEFORE } from '$lib/domain/area.ts';
import { date } from '$lib/domain/format.ts';

// How a place is called: in a heading, inside a sentence, and what kind of area it is.

/** "Fordbrook & Clayhanger" for a community area that people know by that name. */
export function nameOf(area: Area): string {
	return area.level === 'msoa' && area.note ? area.note : area.name;
}

/** "Pelsall (ward until 6 May 2026)" where the name alone would not tell. */
export function fullName(area: Area): string {
	const name = nameOf(area);
	if (area.vintage === WARDS_BEFORE) return `${name} (${ended(area)})`;
	if (area.level === 'lsoa' && area.note) return `${name} in ${area.note}`;
	return area.level === 'msoa' ? `${name} (${area.name})` : name;
}

/** "Ward, in force since 7 May 2026". */
export function kindOf(area: Area): string {
	const kind = levels[area.level].one;
	const named = kind.charAt(0).toUpperCase() + kind.slice(1);
	if (area.validTo) return `Former ward, in force until ${date(area.validTo)}`;
	if (area.level === 'ward' && area.validFrom)
		return `${named}, in force since ${date(area.validFrom)}`;
	if (area.level === 'borough' && area.isLocal) return 'Metropolitan borough';
	if (area.level === 'locality') return 'Locality of Walsall';
	return area.isLocal ? `${named} in Walsall` : named;
}

function ended(area: Area): string {
	return area.validTo ? `ward until ${date(area.validTo)}` : 'ward';
}
