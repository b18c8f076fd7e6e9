import { ENGLAND, LOCALITIES, MSOAS, NEIGHBOURHOODS, WALSALL } from '../../domain/area.ts';
import { WARDS_BEFORE, WARDS_NOW, WEST_MIDLANDS } from '../../domain/area.ts';
import type { AreasTable, ComparatorMembersTable } from '../db/schema.ts';
import type { Lookups } from './geography.ts';

// Areas of every vintage. Keys are codes; a ward of 2004 and a ward of 2026 never meet by name.

/** First day of the wards of 2004 (day of the election of all seats) and of 2026. */
export const FORMER_WARDS_FROM = '2004-06-10';
export const FORMER_WARDS_TO = '2026-05-06';
export const WARDS_FROM = '2026-05-07';
/** Day on which the list of localities was shown to a scrutiny committee (reported). */
export const LOCALITIES_FROM = '2021-11-23';

const localities: [code: string, name: string, note: string | null][] = [
	['WLOC01', 'North', null],
	['WLOC02', 'South', 'Also called Central and South'],
	['WLOC03', 'East', null],
	['WLOC04', 'West', null]
];

export function slugOf(name: string): string {
	return name
		.toLowerCase()
		.replaceAll('&', 'and')
		.replaceAll(/['’]/g, '')
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-|-$/g, '');
}

export function areas(lookups: Lookups): AreasTable[] {
	const { comparators } = lookups;
	const places = new Map(lookups.msoas.map(([code, , place]) => [code, place]));
	const boroughs = shownBoroughs(comparators);
	return [
		area(ENGLAND, 'country', 'country', comparators.country.name),
		area(WEST_MIDLANDS, 'region', 'region', comparators.region.name, {
			note: 'The region of 30 districts, not the combined authority'
		}),
		area(
			comparators.combinedAuthority.code,
			'combined_authority',
			'combined-authority',
			comparators.combinedAuthority.name,
			{ note: 'Seven boroughs; not the region' }
		),
		...boroughs.map(([code, name]) =>
			area(code, 'borough', 'borough', name, { is_local: code === WALSALL })
		),
		...localities.map(([code, name, note]) =>
			local(code, 'locality', LOCALITIES, name, { valid_from: LOCALITIES_FROM, note })
		),
		...lookups.formerWards.map(([code, name]) =>
			local(code, 'ward', WARDS_BEFORE, name, {
				valid_from: FORMER_WARDS_FROM,
				valid_to: FORMER_WARDS_TO
			})
		),
		...lookups.wards.map(([code, name]) =>
			local(code, 'ward', WARDS_NOW, name, { valid_from: WARDS_FROM })
		),
		...lookups.msoas.map(([code, name, place]) =>
			local(code, 'msoa', MSOAS, name, { note: place })
		),
		...lookups.neighbourhoods.map(([code, name, msoa]) =>
			local(code, 'lsoa', NEIGHBOURHOODS, name, { note: places.get(msoa) ?? null })
		)
	];
}

/** Walsall, its neighbours and the similar areas: the districts that have figures of their own here. */
export function shownBoroughs(comparators: Lookups['comparators']): [code: string, name: string][] {
	const { neighbours, similar } = comparators;
	const all = [[WALSALL, 'Walsall'] as [string, string], ...neighbours, ...similar];
	return all.filter(([code], i) => all.findIndex(([other]) => other === code) === i);
}

export function comparatorMembers(lookups: Lookups): ComparatorMembersTable[] {
	const { neighbours, similar } = lookups.comparators;
	const member =
		(set_code: string, version: string) =>
		([area_code]: [string, string], i: number) => ({
			set_code,
			area_code,
			position: i + 1,
			version
		});
	return [
		...neighbours.map(member('neighbours', 'boroughs that border Walsall, in the series file')),
		...similar.map(member('similar', 'ONS similar areas, global set, read 22 November 2026'))
	];
}

type Given = Partial<Omit<AreasTable, 'code' | 'level' | 'vintage' | 'name'>>;

function area(code: string, level: string, vintage: string, name: string, given: Given = {}) {
	const row: AreasTable = {
		code,
		level,
		vintage,
		name,
		slug: slugOf(name),
		valid_from: null,
		valid_to: null,
		is_local: false,
		note: null,
		...given
	};
	return row;
}

function local(code: string, level: string, vintage: string, name: string, given: Given) {
	return area(code, level, vintage, name, { is_local: true, ...given });
}
