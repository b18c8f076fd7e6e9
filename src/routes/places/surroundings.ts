import { type Area, LOCALITIES, NEIGHBOURHOODS, WARDS_NOW } from '$lib/domain/area.ts';

/** What the parts of a place are, and the places that it stands among, as vintages. */
export function surroundings(area: Area): { parts: string | null; peers: string | null } {
	switch (area.level) {
		case 'borough':
			return { parts: LOCALITIES, peers: null };
		case 'locality':
			return { parts: WARDS_NOW, peers: WARDS_NOW };
		case 'ward':
		case 'msoa':
			return { parts: NEIGHBOURHOODS, peers: area.vintage };
		case 'lsoa':
			return { parts: null, peers: NEIGHBOURHOODS };
		default:
			return { parts: null, peers: null };
	}
}
