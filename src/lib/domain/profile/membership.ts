import { type Area, type AreaLevel, type AreaLink, WARDS_NOW } from '../area.ts';

// What an area lies in and what lies in it, since when and on which evidence. Memberships are dated and
// shared: a neighbourhood may lie in two wards, a new ward in two localities.

export interface Tie {
	area: Area;
	/** Share of the smaller area that lies in the larger one, 0 to 1. */
	share: number;
	/** What the share counts: whole area, output areas. */
	basis: string;
	evidence: string;
	isBestFit: boolean;
	from: string;
	to: string | null;
}

/** Less than this is a sliver at the edge, not a split. */
export const SPLIT_BELOW = 0.95;

const order: AreaLevel[] = ['locality', 'ward', 'msoa', 'borough', 'region', 'country'];

/** What the area lies in: localities first, wards in force before former ones, largest share first. */
export function parents(
	code: string,
	links: readonly AreaLink[],
	areas: ReadonlyMap<string, Area>
): Tie[] {
	return links
		.filter((link) => link.child === code)
		.flatMap((link) => tie(link, areas.get(link.parent)))
		.sort(
			(a, b) =>
				order.indexOf(a.area.level) - order.indexOf(b.area.level) ||
				Number(b.to === null) - Number(a.to === null) ||
				b.share - a.share
		);
}

/** What lies in the area, of one vintage, by name. */
export function parts(
	{ code, vintage }: { code: string; vintage: string },
	links: readonly AreaLink[],
	areas: ReadonlyMap<string, Area>
): Tie[] {
	return links
		.filter((link) => link.parent === code)
		.flatMap((link) => tie(link, areas.get(link.child)))
		.filter((found) => found.area.vintage === vintage)
		.sort((a, b) => a.area.name.localeCompare(b.area.name, 'en-GB', { numeric: true }));
}

/** The locality of each ward now in force, by ward code. */
export function localityOfWards(
	links: readonly AreaLink[],
	areas: ReadonlyMap<string, Area>
): Map<string, Tie> {
	const best = links.filter(
		(link) => link.isBestFit && areas.get(link.child)?.vintage === WARDS_NOW
	);
	return new Map(
		best.flatMap((link) =>
			tie(link, areas.get(link.parent))
				.filter(({ area }) => area.level === 'locality')
				.map((found) => [link.child, found] as const)
		)
	);
}

/** Does the area lie in more than one, beyond a sliver? */
export function isSplit(tie: Pick<Tie, 'share' | 'isBestFit'>): boolean {
	return tie.isBestFit ? tie.share < SPLIT_BELOW : tie.share > 1 - SPLIT_BELOW;
}

/** "69%"; "under 1%" and "over 99%" rather than a round 0 or 100. */
export function shareWords(share: number): string {
	if (share >= 0.9995) return '100%';
	const percent = Math.round(share * 100);
	if (percent === 0) return 'under 1%';
	return percent === 100 ? 'over 99%' : `${percent}%`;
}

function tie(link: AreaLink, area: Area | undefined): Tie[] {
	if (!area) return [];
	return [
		{
			area,
			share: link.share,
			basis: link.basis,
			evidence: link.evidence,
			isBestFit: link.isBestFit,
			from: link.validFrom,
			to: link.validTo
		}
	];
}
