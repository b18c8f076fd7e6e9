// Which property of a boundary file holds area codes, and whether they are the right ones.

const MOST_LISTED = 5;

const fields: Record<string, RegExp> = {
	ward: /^(WD\d{0,2}CD|code)$/i,
	lsoa: /^(LSOA\d{0,2}CD|code)$/i,
	msoa: /^(MSOA\d{0,2}CD|code)$/i,
	borough: /^(LAD\d{0,2}CD|code)$/i
};

/** The property with codes, by the names that the publisher uses (WD26CD, LSOA21CD). */
export function codeField(properties: Record<string, unknown>, level: string): string | undefined {
	return Object.keys(properties).find((name) => fields[level]?.test(name));
}

export function noCodeField(level: string): string {
	const wanted = level === 'ward' ? 'WD26CD' : `${level.toUpperCase()}21CD`;
	return `No property with area codes: name it ${wanted} or code.`;
}

/** Every expected area once, and no other. */
export function codeProblems(
	codes: readonly string[],
	names: ReadonlyMap<string, string>
): string[] {
	const missing = [...names.keys()].filter((code) => !codes.includes(code));
	const unknown = [...new Set(codes)].filter((code) => !names.has(code));
	const twice = [...new Set(codes.filter((code, i) => codes.indexOf(code) !== i))];
	return [
		...listed('missing from the file', missing),
		...listed('not areas of this set: leave them out or name the right set', unknown),
		...listed('in the file more than once: join their parts into one feature', twice)
	];
}

function listed(what: string, codes: readonly string[]): string[] {
	if (codes.length === 0) return [];
	const more = codes.length > MOST_LISTED ? ` and ${codes.length - MOST_LISTED} more` : '';
	return [`${codes.length} ${what}: ${codes.slice(0, MOST_LISTED).join(', ')}${more}.`];
}
