import type { Area, AreaLink } from '$lib/domain/area.ts';

// The areas that findings are listed by and rolled up to.

export interface Places {
	neighbourhoods: Area[];
	localities: Area[];
	/** Wards now in force, and those until May 2026. */
	wards: Area[];
	formerWards: Area[];
	links: { toNow: AreaLink[]; toFormer: AreaLink[]; toLocality: AreaLink[] };
	residents: ReadonlyMap<string, number>;
}

/** Best-fit parent of each child. */
export function parents(links: readonly AreaLink[]): Map<string, string> {
	return new Map(
		links.filter(({ isBestFit }) => isBestFit).map(({ child, parent }) => [child, parent])
	);
}

export const names = (areas: readonly Area[]): Map<string, string> =>
	new Map(areas.map(({ code, name }) => [code, name]));
