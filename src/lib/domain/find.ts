// Forgiving search over short lists (a few hundred areas, indicators, words): every word asked for must
// begin a word of the text; if that finds nothing, words within a slip of the finger count too.

/** "Aldridge North & Walsall Wood" → ["aldridge", "north", "and", "walsall", "wood"]. */
export function wordsOf(text: string): string[] {
	return text
		.normalize('NFD')
		.replaceAll(/[\u0300-\u036f'’]/g, '')
		.replaceAll('&', ' and ')
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter(Boolean);
}

// Words that join names; asking for "of" should not hide what is found without it.
const joining = new Set(['and', 'of', 'the', 'in', 'for', 'to', 'a', 'ward', 'wards']);

/** Those of `things` whose text holds every word asked for, in their order; all when nothing is asked. */
export function find<T>(things: readonly T[], asked: string, textOf: (thing: T) => string): T[] {
	const all = wordsOf(asked);
	const wanted = all.some((word) => !joining.has(word))
		? all.filter((word) => !joining.has(word))
		: all;
	const read = things.map((thing) => ({ thing, words: wordsOf(textOf(thing)) }));
	const holding = (fits: (word: string, wish: string) => boolean) =>
		read
			.filter(({ words }) => wanted.every((wish) => words.some((word) => fits(word, wish))))
			.map(({ thing }) => thing);
	const found = holding((word, wish) => word.startsWith(stem(wish)));
	return found.length > 0 ? found : holding(isNear);
}

/** "lonely" finds "loneliness", "schools" finds "school". */
function stem(word: string): string {
	if (word.length > 4 && word.endsWith('s')) return word.slice(0, -1);
	return word.length > 5 && word.endsWith('y') ? word.slice(0, -1) : word;
}

/** One slip in words of four letters or more, two from eight; the first letter must be right. */
function isNear(word: string, wish: string): boolean {
	if (wish.length < 4 || word[0] !== wish[0]) return word === wish;
	return distance(word, wish) <= (wish.length < 8 ? 1 : 2);
}

/** Edit distance with swapped neighbours as one slip (Damerau 1964, restricted form). */
function distance(a: string, b: string): number {
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			const swap =
				i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
					? (before[j - 2] ?? Infinity) + 1
					: Infinity;
			row.push(
				Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same, swap)
			);
		}
		before = last;
		last = row;
	}
	return last[b.length] ?? Infinity;
}

/** Is it a postcode, whole ("WS1 1TP"), or the first part of one around Walsall ("WS1", "B43")? */
export function isPostcode(text: string): boolean {
	const letters = text.replaceAll(/\s/g, '');
	return /^[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}$/i.test(letters) || /^(?:ws|wv|b)\d{1,2}$/i.test(letters);
}
