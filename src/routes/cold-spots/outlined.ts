import type { Label } from '$lib/domain/coldspot/recipe.ts';
import type { StoredArea } from '$lib/domain/coldspot/stored.ts';
import type { Found } from '$lib/map/found.ts';

/** Neighbourhoods that a map outlines: found, and possible. */
export function outlined(results: ReadonlyMap<string, StoredArea>): Found {
	const codes = (label: Label) =>
		[...results.values()].filter((area) => area.label === label).map(({ area }) => area);
	return { cold: codes('cold spot'), possible: codes('possible') };
}
