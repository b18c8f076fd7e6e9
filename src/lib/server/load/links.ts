import { ENGLAND, WALSALL, WEST_MIDLANDS } from '../../domain/area.ts';
import type { AreaLinksTable } from '../db/schema.ts';
import {
	FORMER_WARDS_FROM,
	FORMER_WARDS_TO,
	LOCALITIES_FROM,
	shownBoroughs,
	WARDS_FROM
} from './areas.ts';
import type { Lookups } from './geography.ts';

// Dated membership with shares: what lies in what, since when, and on which evidence.

const CENSUS_DAY = '2021-03-21';
const overlap =
	'computed from the overlap of 2011 output areas with reconstructed boundaries; an estimate';

export function links(lookups: Lookups): AreaLinksTable[] {
	return [...ofNeighbourhoods(lookups), ...ofWards(lookups), ...ofLargerAreas(lookups)];
}

function ofNeighbourhoods({ neighbourhoods, formerWards, neighbourhoodShares }: Lookups) {
	const locality = new Map(formerWards.map(([code, , place]) => [code, place]));
	return [
		...neighbourhoods.flatMap(([code, , msoa, ward]) => [
			link(code, msoa, { evidence: 'ONS lookup', valid_from: CENSUS_DAY }),
			link(code, ward, {
				evidence: 'ONS best-fit lookup, LSOA 2021 to ward',
				valid_from: CENSUS_DAY,
				valid_to: FORMER_WARDS_TO,
				source_id: 'ons-lookups'
			}),
			link(code, locality.get(ward) ?? '', {
				evidence: 'derived: neighbourhood to former ward by best fit, ward to locality as reported',
				valid_from: LOCALITIES_FROM,
				source_id: 'localities'
			})
		]),
		...neighbourhoodShares.map(([code, ward, share, best]) =>
			link(code, ward, {
				share,
				is_best_fit: best,
				basis: 'output areas',
				evidence: overlap,
				valid_from: WARDS_FROM,
				source_id: 'ward-2026-shares'
			})
		)
	];
}

function ofWards({ formerWards, wardShares, wards }: Lookups) {
	return [
		...formerWards.map(([code, , place, evidence]) =>
			link(code, place, {
				evidence,
				valid_from: LOCALITIES_FROM,
				valid_to: FORMER_WARDS_TO,
				source_id: 'localities'
			})
		),
		...formerWards.map(([code]) =>
			link(code, WALSALL, {
				evidence: 'ward of the borough',
				valid_from: FORMER_WARDS_FROM,
				valid_to: FORMER_WARDS_TO
			})
		),
		...wards.map(([code]) =>
			link(code, WALSALL, { evidence: 'ward of the borough', valid_from: WARDS_FROM })
		),
		...wardShares.map(([former, ward, , share]) =>
			link(former, ward, {
				share,
				is_best_fit: share > 0.5,
				basis: 'output areas',
				evidence: overlap,
				valid_from: WARDS_FROM,
				source_id: 'ward-2026-shares'
			})
		),
		...wardsToLocalities(formerWards, wardShares)
	];
}

/** A new ward's share in each locality: output areas that came from that locality's former wards. */
function wardsToLocalities(
	formerWards: Lookups['formerWards'],
	wardShares: Lookups['wardShares']
): AreaLinksTable[] {
	const locality = new Map(formerWards.map(([code, , place]) => [code, place]));
	const counts = new Map<string, Map<string, number>>();
	for (const [former, ward, outputAreas] of wardShares) {
		const places = counts.get(ward) ?? new Map<string, number>();
		const place = locality.get(former) ?? '';
		places.set(place, (places.get(place) ?? 0) + outputAreas);
		counts.set(ward, places);
	}
	return [...counts].flatMap(([ward, places]) => {
		const whole = [...places.values()].reduce((sum, n) => sum + n, 0);
		const most = Math.max(...places.values());
		return [...places].map(([place, n]) =>
			link(ward, place, {
				share: n / whole,
				is_best_fit: n === most,
				basis: 'output areas',
				evidence: 'inferred by overlap with former wards; the council may have redrawn localities',
				valid_from: WARDS_FROM,
				source_id: 'ward-2026-shares'
			})
		);
	});
}

function ofLargerAreas({ comparators }: Lookups) {
	return [
		...['WLOC01', 'WLOC02', 'WLOC03', 'WLOC04'].map((code) =>
			link(code, WALSALL, { evidence: 'locality of the borough', valid_from: LOCALITIES_FROM })
		),
		...shownBoroughs(comparators)
			.filter(([code]) => comparators.region.districts.includes(code))
			.map(([code]) =>
				link(code, WEST_MIDLANDS, { evidence: 'district of the region', valid_from: CENSUS_DAY })
			),
		link(WEST_MIDLANDS, ENGLAND, { evidence: 'region of England', valid_from: CENSUS_DAY })
	];
}

type Given = Partial<AreaLinksTable> & Pick<AreaLinksTable, 'evidence' | 'valid_from'>;

function link(child: string, parent: string, given: Given): AreaLinksTable {
	return {
		child,
		parent,
		share: 1,
		basis: 'whole area',
		is_best_fit: true,
		source_id: null,
		valid_to: null,
		...given
	};
}
