// Who a figure counts, from the short words of the catalogue ("residents 16-64", "usual residents 3+").

/** "residents 16-64" → "residents aged 16 to 64"; undefined for words that name no people or things. */
export function base(words: string | null): string | undefined {
	if (!words || /^(two |group pairs|modelled|£)/.test(words) || words.includes('|'))
		return undefined;
	return words
		.replace(/^usual residents/, 'residents')
		.replace(/^all usual residents/, 'residents')
		.replace(/^all /, '')
		.replaceAll(/(?<!aged )\b(\d+)\+/g, 'aged $1 and over')
		.replaceAll(/(?<!aged )\b(\d+)-(\d+)\b/g, 'aged $1 to $2')
		.replaceAll(/\s*\(.*?\)/g, '')
		.trim();
}
