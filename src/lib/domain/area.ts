// The levels of geography that a figure can belong to, from country to neighbourhood. Areas are keyed
// by code (a GSS code, or a locality's own stable code), never by name: since May 2026 a ward may
// keep its name with another outline.

export interface Area {
	code: string;
	level: AreaLevel;
	/** Geography version, e.g. `wards-2026`, `lsoa-2021`. */
	vintage: string;
	name: string;
	slug: string;
	/** First and last day in force, ISO; null = not known, or still in force. */
	validFrom: string | null;
	validTo: string | null;
	/** The borough or a part of it; false for comparators. */
	isLocal: boolean;
	note: string | null;
}

export type AreaLevel =
	'country' | 'region' | 'combined_authority' | 'borough' | 'locality' | 'ward' | 'msoa' | 'lsoa';

/** Part of a child area that lies in a parent area, on a stated basis and evidence. */
export interface AreaLink {
	child: string;
	parent: string;
	share: number;
	basis: string;
	isBestFit: boolean;
	evidence: string;
	validFrom: string;
	validTo: string | null;
}

interface LevelWords {
	one: string;
	many: string;
}

export const levels: Record<AreaLevel, LevelWords> = {
	country: { one: 'country', many: 'countries' },
	region: { one: 'region', many: 'regions' },
	combined_authority: { one: 'combined authority', many: 'combined authorities' },
	borough: { one: 'borough', many: 'boroughs' },
	locality: { one: 'locality', many: 'localities' },
	ward: { one: 'ward', many: 'wards' },
	msoa: { one: 'community area', many: 'community areas' },
	lsoa: { one: 'neighbourhood', many: 'neighbourhoods' }
};

// The codes that this product is about and compares with. Membership and names are data.
export const WALSALL = 'E08000030';
export const ENGLAND = 'E92000001';
/** The region; the combined authority (E47000007) is another area and is named apart. */
export const WEST_MIDLANDS = 'E12000005';

/** Vintages of the small areas; the wards now in force come first. */
export const WARDS_NOW = 'wards-2026';
export const WARDS_BEFORE = 'wards-2004';
export const NEIGHBOURHOODS = 'lsoa-2021';
export const LOCALITIES = 'localities-2021';
export const MSOAS = 'msoa-2021';

const CODE = /^(?:[EKWSN]\d{8}|WLOC\d{2})$/;

/** Is this the shape of an area code: a GSS code (E05016433) or a locality's own (WLOC01)? */
export function isAreaCode(text: string): boolean {
	return CODE.test(text);
}

/** Is the area in force on an ISO date? Unknown ends count as open. */
export function inForce(area: Pick<Area, 'validFrom' | 'validTo'>, on: string): boolean {
	return (
		(area.validFrom === null || area.validFrom <= on) &&
		(area.validTo === null || on <= area.validTo)
	);
}
