import { LOCALITIES, MSOAS, NEIGHBOURHOODS, WARDS_BEFORE, WARDS_NOW } from '../domain/area.ts';

// The geographies that a map can be drawn by, as they stand in an address (`?by=ward`).

export type By = 'lsoa' | 'ward' | 'ward-2004' | 'msoa' | 'locality';

export interface Geography {
	by: By;
	vintage: string;
	/** In a list of choices. */
	label: string;
	one: string;
	many: string;
}

/** Finest first: the first that has figures is what a map opens with. */
export const geographies: readonly Geography[] = [
	{
		by: 'lsoa',
		vintage: NEIGHBOURHOODS,
		label: 'Neighbourhoods',
		one: 'neighbourhood',
		many: 'neighbourhoods'
	},
	{ by: 'ward', vintage: WARDS_NOW, label: 'Wards now', one: 'ward', many: 'wards' },
	{
		by: 'ward-2004',
		vintage: WARDS_BEFORE,
		label: 'Wards until May 2026',
		one: 'former ward',
		many: 'former wards'
	},
	{
		by: 'msoa',
		vintage: MSOAS,
		label: 'Community areas',
		one: 'community area',
		many: 'community areas'
	},
	{
		by: 'locality',
		vintage: LOCALITIES,
		label: 'Localities',
		one: 'locality',
		many: 'localities'
	}
];

export const geographyBy = (by: string | null): Geography | undefined =>
	geographies.find((geography) => geography.by === by);
