// The kinds of parameter that addresses have: a word from a list, codes that the product holds, a
// whole number. Each knows its own refusal.

import type { Known, Parameter, Reading } from './parameters.ts';

const good = <T>(value: T): Reading<T> => ({ ok: true, value });

/** One of a fixed list of words; `fallback` when absent. */
export function oneOf<const T extends string, F extends T | undefined>(
	words: readonly T[],
	fallback: F,
	description: string
): Parameter<T | F> {
	return {
		description,
		schema: { type: 'string', enum: words, ...(fallback ? { default: fallback } : {}) },
		read(text) {
			if (text === undefined) return good(fallback);
			const found = words.find((word) => word === text);
			if (found !== undefined) return good(found);
			return { ok: false, detail: `"${text}" is not allowed here.`, allowed: words };
		}
	};
}

/** Any of a fixed list of words, with commas between; undefined when absent. */
export function someOf<const T extends string>(
	words: readonly T[],
	description: string
): Parameter<T[] | undefined> {
	return {
		description,
		schema: { type: 'array', items: { type: 'string', enum: words } },
		read(text) {
			if (text === undefined) return good(undefined);
			const given = text.split(',').map((part) => part.trim());
			const odd = given.find((part) => !words.includes(part as T));
			if (odd === undefined) return good([...new Set(given)] as T[]);
			return { ok: false, detail: `"${odd}" is not allowed here.`, allowed: words };
		}
	};
}

/** Most codes that one address may list: the size guard of every list. */
const LONGEST_LIST = 200;

interface CodeWords {
	/** What a code stands for, with its article: "an area". */
	of: string;
	description: string;
	example: string;
	/** Codes are listed in a refusal when there are few; else this address lists them. */
	listedAt: string;
}

/** Codes that the product holds, with commas between; undefined when absent. */
export function codes(kind: keyof Known, words: CodeWords): Parameter<string[] | undefined> {
	return {
		description: words.description,
		schema: { type: 'array', items: { type: 'string' }, maxItems: LONGEST_LIST },
		example: words.example,
		read(text, known) {
			if (text === undefined) return good(undefined);
			const given = [...new Set(text.split(',').map((part) => matched(known[kind], part.trim())))];
			if (given.length > LONGEST_LIST) {
				return {
					ok: false,
					detail: `${given.length} codes are too many: give at most ${LONGEST_LIST}.`
				};
			}
			const odd = given.find((code) => !known[kind].has(code));
			return odd === undefined ? good(given) : unknownCode(odd, words, known[kind]);
		}
	};
}

/** One code that the product holds; undefined when absent. */
export function code(kind: keyof Known, words: CodeWords): Parameter<string | undefined> {
	return {
		description: words.description,
		schema: { type: 'string' },
		example: words.example,
		read(text, known) {
			if (text === undefined) return good(undefined);
			const found = matched(known[kind], text);
			return known[kind].has(found) ? good(found) : unknownCode(text, words, known[kind]);
		}
	};
}

// Codes of areas and indicators are capitals; people type them small.
const matched = (held: ReadonlyMap<string, unknown>, text: string): string =>
	!held.has(text) && held.has(text.toUpperCase()) ? text.toUpperCase() : text;

const FEW = 30;

function unknownCode(
	text: string,
	words: CodeWords,
	held: ReadonlyMap<string, unknown>
): Reading<never> {
	const detail = `"${text}" is not the code of ${words.of} we hold. ${words.listedAt} lists them.`;
	return held.size <= FEW
		? { ok: false, detail, allowed: [...held.keys()] }
		: { ok: false, detail };
}

/** A whole number from `least` to `most`. */
export function whole(
	least: number,
	most: number,
	fallback: number,
	description: string
): Parameter<number> {
	return {
		description,
		schema: { type: 'integer', minimum: least, maximum: most, default: fallback },
		read(text) {
			if (text === undefined) return good(fallback);
			const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
			if (value >= least && value <= most) return good(value);
			return { ok: false, detail: `"${text}" is not a whole number from ${least} to ${most}.` };
		}
	};
}

/** Read elsewhere (the edition, by the server's first step): accepted here, and described. */
export function readElsewhere(description: string, example: string): Parameter<undefined> {
	return { description, schema: { type: 'string' }, example, read: () => good(undefined) };
}
