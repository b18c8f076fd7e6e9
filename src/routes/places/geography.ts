import { type Area, type AreaLink, WARDS_NOW } from '$lib/domain/area.ts';
import { localityOfWards } from '$lib/domain/profile/membership.ts';
import { pathOf } from '$lib/domain/profile/path.ts';
import * as areas from '$lib/server/db/areas.ts';
import type { Db } from '$lib/server/db/client.ts';

// Every area and membership, asked for once by a page about places.

export interface Geography {
	areas: ReadonlyMap<string, Area>;
	links: readonly AreaLink[];
	/** An area's own page, with the reader's standing choices. */
	path: (area: Area) => string;
}

/** `carry`: query of the reader's standing choices, for links. */
export async function geography(db: Db, carry = ''): Promise<Geography> {
	const [all, links] = await Promise.all([areas.all(db), areas.allLinks(db)]);
	const byCode = new Map(all.map((area) => [area.code, area]));
	const localities = localityOfWards(links, byCode);
	return {
		areas: byCode,
		links,
		path: (area) => `${pathOf(area, localities.get(area.code)?.area)}${carry}`
	};
}

/** The locality with this name in its address. */
export function localityBySlug({ areas: all }: Geography, slug: string): Area | undefined {
	return [...all.values()].find((area) => area.level === 'locality' && area.slug === slug);
}

/** The ward now in force with this name in its address. */
export function wardBySlug({ areas: all }: Geography, slug: string): Area | undefined {
	return [...all.values()].find((area) => area.vintage === WARDS_NOW && area.slug === slug);
}
