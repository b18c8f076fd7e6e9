import { type Area, WALSALL } from '$lib/domain/area.ts';
import { parents } from '$lib/domain/profile/membership.ts';
import { pathOf } from '$lib/domain/profile/path.ts';
import type { Geography } from './geography.ts';

/** The pages above a place: places, the borough, its locality, for a neighbourhood its ward. */
export function trailOf(area: Area, places: Geography): { href: string; label: string }[] {
	const ties = parents(area.code, places.links, places.areas);
	const best = (level: Area['level']) =>
		ties.find(
			(tie) => tie.area.level === level && tie.isBestFit && (tie.to === null || area.validTo)
		);
	const borough = places.areas.get(WALSALL);
	const locality = best('locality')?.area;
	const ward = area.level === 'lsoa' ? best('ward')?.area : undefined;
	return [
		{ href: '/places', label: 'Places' },
		...(borough && area.code !== WALSALL ? [link(borough)] : []),
		...(locality ? [link(locality)] : []),
		...(ward ? [link(ward, locality)] : [])
	];
}

const link = (area: Area, locality?: Area) => ({
	href: pathOf(area, locality),
	label: area.name
});
