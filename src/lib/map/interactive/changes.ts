import type { Look } from '../choropleth.ts';

/** Class of each area; an area without one has a pattern instead. */
export type Looks = ReadonlyMap<string, Look>;

export interface Changes {
	/** Areas whose feature state changes, with the new class (0 = none). */
	states: { code: string; look: number }[];
	none: string[];
	hidden: string[];
}

/** What to tell the map when it goes from one set of looks to another: changed areas only. */
export function changes(before: Looks, after: Looks): Changes {
	const having = (wanted: Look) =>
		[...after].filter(([, look]) => look === wanted).map(([code]) => code);
	return {
		states: [...after]
			.filter(([code, look]) => before.get(code) !== look)
			.map(([code, look]) => ({ code, look: typeof look === 'number' ? look : 0 })),
		none: having('none'),
		hidden: having('hidden')
	};
}
