import { type Area, type AreaLink, WARDS_NOW } from '$lib/domain/area.ts';
import { localityOfWards } from '$lib/domain/profile/membership.ts';
import { pathOf } from '$lib/domain/profile/path.ts';
import * as areas from '$lib/server/db/areas.ts';
import type { Db } from '$lib/server/db/client.ts';
import { current } from '$lib/server/publication.ts';

// Every area and membership, asked for once by a page about places.

export interface Geography {
	areas: ReadonlyMap<string, Area>;
	links: readonly AreaLink[];
	/** An area's own page, with the reader's standing choices. */
	path: (area: Area) => string;
}

/** `carry`: query of the reader's standing choices, for links. */
export async function geography(db: Db, carry = ''): Promise<Geography> {
	const { areas: all, links, localities } = await known(db);
	return {
		areas: all,
		links,
		path: (area) => `${pathOf(area, localities.get(area.code))}${carry}`
	};
}

interface Known {
	areas: ReadonlyMap<string, Area>;
	links: readonly AreaLink[];
	/** Locality of each ward now in force. */
	localities: ReadonlyMap<string, Area>;
}

const kept = new WeakMap<Db, { stamp: string; geography: Promise<Known> }>();

/** Asked again when something has been published or replaced. */
async function known(db: Db): Promise<Known> {
	const { stamp } = await current(db);
	const last = kept.get(db);
	if (last?.stamp === stamp) return last.geography;
	const geography = ask(db);
	kept.set(db, { stamp, geography });
	geography.catch(() => kept.delete(db));
	return geography;
}

async function ask(db: Db): Promise<Known> {
	const [all, links] = await Promise.all([areas.all(db), areas.allLinks(db)]);
	const byCode = new Map(all.map((area) => [area.code, area]));
	const ties = [...localityOfWards(links, byCode)];
	return { areas: byCode, links, localities: new Map(ties.map(([ward, tie]) => [ward, tie.area])) };
}

/** The locality with this name in its address. */
export function localityBySlug({ areas: all }: Geography, slug: string): Area | undefined {
	return [...all.values()].find((area) => area.level === 'locality' && area.slug === slug);
}

/** The ward now in force with this name in its address. */
export function wardBySlug({ areas: all }: Geography, slug: string): Area | undefined {
	return [...all.values()].find((area) => area.vintage === WARDS_NOW && area.slug === slug);
}
