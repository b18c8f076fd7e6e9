// What a reader asks of the map, as it stands in the address. Codes are checked against what is held.

export interface Asked {
	indicator: string | null;
	by: string | null;
	period: string | null;
	sort: 'place' | 'value';
	/** Lens whose findings lie over the map. */
	spots: string | null;
}

/** Reads the address. The selected area is left to the page: choosing one asks the server nothing. */
export function asked(params: Pick<URLSearchParams, 'get'>): Asked {
	const given = (name: string) => params.get(name)?.trim() || null;
	return {
		indicator: given('indicator')?.toUpperCase() ?? null,
		by: given('by')?.toLowerCase() ?? null,
		period: given('period'),
		sort: given('sort') === 'value' ? 'value' : 'place',
		spots: given('spots')?.toLowerCase() ?? null
	};
}
