// What the address of the comparison asks for: places by code, measures by code.

/** More places than this cannot be read side by side. */
export const MOST = 4;

export interface Asked {
	/** The first four places, as typed, each once. */
	areas: string[];
	/** Places beyond the first four, left out and said so. */
	left: string[];
	/** Measures; empty = the first that all the places share. */
	indicators: string[];
}

/** Accepts `?areas=A,B` and the form's `?areas=A&areas=B`. */
export function asked(params: URLSearchParams): Asked {
	const areas = codes(params, 'areas');
	return {
		areas: areas.slice(0, MOST),
		left: areas.slice(MOST),
		indicators: codes(params, 'indicators')
	};
}

function codes(params: URLSearchParams, name: string): string[] {
	const given = params.getAll(name).flatMap((part) => part.split(','));
	return [...new Set(given.map((code) => code.trim().toUpperCase()).filter(Boolean))];
}
