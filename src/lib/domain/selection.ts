// What a reader looks at, to and from the address. Parsed once, defaulted once, written once: Back
// works, and every view is a link.

export type Comparator = 'england' | 'region' | 'similar' | 'borough' | 'start';

export const comparators: readonly Comparator[] = [
	'england',
	'region',
	'similar',
	'borough',
	'start'
];

export const comparatorWords: Record<Comparator, string> = {
	england: 'England',
	region: 'West Midlands region',
	similar: 'Similar areas',
	borough: 'Walsall borough',
	start: 'Starting point'
};

const byDefault: readonly Comparator[] = ['england', 'borough'];

/** Reads `?compare=england,region`; absent means the default, `none` means no comparator. */
export function readComparators(params: URLSearchParams): Comparator[] {
	const given = params.getAll('compare').flatMap((part) => part.split(','));
	if (given.length === 0) return [...byDefault];
	return comparators.filter((comparator) => given.includes(comparator));
}

/** The address with other parameters kept and `changes` applied; null removes, order is stable. */
export function withParams(url: URL, changes: Record<string, string | null | undefined>): string {
	const params = new URLSearchParams(url.searchParams);
	for (const [key, value] of Object.entries(changes)) {
		params.delete(key);
		if (value != null) params.set(key, value);
	}
	const query = params.toString().replaceAll('%2C', ',');
	return query ? `${url.pathname}?${query}` : url.pathname;
}

/** Query string that carries the reader's standing choices (comparators, edition) to another page. */
export function carried(params: URLSearchParams): string {
	const kept = new URLSearchParams();
	for (const key of ['compare', 'edition']) {
		const value = params.getAll(key).join(',');
		if (value) kept.set(key, value);
	}
	const query = kept.toString().replaceAll('%2C', ',');
	return query ? `?${query}` : '';
}
