import type { Flag, ValueState } from '../observation.ts';

// What one cell of a return says: a number with its flags, one of the four kinds of missing, nothing
// at all, or something that must be put right. Marks follow the codes of the Government Statistical
// Service and the older ones that returns still carry.

export type Cell =
	| { kind: 'number'; value: number; isPercent: boolean; flags: readonly Flag[] }
	| { kind: 'state'; state: Exclude<ValueState, 'known'>; mark: string }
	| { kind: 'unsure'; mark: string }
	| { kind: 'blank' }
	| { kind: 'wrong'; reason: Wrong };

export type Wrong =
	'formula' | 'spreadsheet error' | 'decimal comma' | 'shortened' | 'not a number' | 'control';

export type Marks = Readonly<Record<string, Exclude<ValueState, 'known'>>>;

/** Marks whose meaning is settled, in lower case. */
export const MARKS: Marks = {
	'*': 'suppressed',
	'**': 'suppressed',
	c: 'suppressed',
	'[c]': 'suppressed',
	suppressed: 'suppressed',
	hidden: 'suppressed',
	'[x]': 'not collected',
	x: 'not collected',
	'..': 'not collected',
	'…': 'not collected',
	':': 'not collected',
	'not collected': 'not collected',
	'not available': 'not collected',
	'no data': 'not collected',
	'[z]': 'not applicable',
	z: 'not applicable',
	'.': 'not applicable',
	'n/a': 'not applicable',
	na: 'not applicable',
	'not applicable': 'not applicable',
	'[w]': 'not yet published',
	tbc: 'not yet published',
	awaited: 'not yet published',
	due: 'not yet published',
	'not yet published': 'not yet published'
};

/** Marks that senders use for different things: somebody must say which. */
const UNSURE = new Set([
	'-',
	'–',
	'—',
	'−',
	'low',
	'[low]',
	'k',
	'[k]',
	'u',
	'[u]',
	'~',
	'nil',
	'?'
]);

const ERRORS = /^#(N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/i;
const NO_FLAGS: readonly Flag[] = [];
/** No count of people or pounds is longer; arithmetic with what is may have no end. */
const LARGEST = 1e15;
const PLAIN_NUMBER = /^\d{1,12}(\.\d{1,12})?$/;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/**
 * Reads a cell.
 * @param own what this sender's marks mean, in lower case; it wins over the settled marks
 */
export function readCell(text: string, own: Marks = {}): Cell {
	// Nearly every cell is one: half the time of a long file.
	if (PLAIN_NUMBER.test(text) && !meaning(text, own)) {
		return { kind: 'number', value: Number(text), isPercent: false, flags: NO_FLAGS };
	}
	if (CONTROL.test(text)) return { kind: 'wrong', reason: 'control' };
	const clean = tidy(text);
	if (clean === '') return { kind: 'blank' };
	const mark = clean.toLowerCase();
	const state = meaning(mark, own) ?? meaning(mark, MARKS);
	if (state) return { kind: 'state', state, mark: clean };
	if (UNSURE.has(mark)) return { kind: 'unsure', mark: clean };
	if (ERRORS.test(clean)) return { kind: 'wrong', reason: 'spreadsheet error' };
	if (/^[=@]/.test(clean) || /^[+-][^\d.£(]/.test(clean)) {
		return { kind: 'wrong', reason: 'formula' };
	}
	return readNumber(clean);
}

/** Asked for as its own: every object also has a `constructor`. */
const meaning = (mark: string, marks: Marks) =>
	Object.hasOwn(marks, mark) ? marks[mark] : undefined;

/** Nothing about it is to be tidied: nearly every cell of a long file, so it is asked without an expression. */
export function isTidy(text: string): boolean {
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code < 0x21 || code > 0x7e) return false;
	}
	return !text.startsWith("'");
}

/** Every kind of space as one space, none at the ends; no apostrophe that only marks text. */
export const tidy = (text: string): string =>
	isTidy(text)
		? text
		: text
				.replace(/[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g, ' ')
				.trim()
				.replace(/^'/, '');

function readNumber(clean: string): Cell {
	const { rest, flags } = takeFlags(clean);
	const isPercent = /%$/.test(rest) || /\bper ?cent$/i.test(rest);
	let body = rest.replace(/ ?(%|per ?cent)$/i, '').trim();
	const isNegative = /^\(.*\)$/.test(body) || /^[-−–]/.test(body) || /\d[-−]$/.test(body);
	body = body
		.replace(/^\((.*)\)$/, '$1')
		.replace(/^[-−–+] ?/, '')
		.replace(/[-−]$/, '')
		.replace(/^£ ?/, '');
	if (/^\d[\d.,]* ?(k|m|bn|million|thousand)$/i.test(body)) {
		return { kind: 'wrong', reason: 'shortened' };
	}
	if (/^\d+,\d{1,2}$/.test(body) || /^\d{1,3}(\.\d{3})+,\d+$/.test(body)) {
		return { kind: 'wrong', reason: 'decimal comma' };
	}
	const digits = /^\d{1,3}([, ’']\d{3})+(\.\d+)?$/.test(body) ? body.replace(/[, ’']/g, '') : body;
	if (!/^(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i.test(digits)) {
		return { kind: 'wrong', reason: 'not a number' };
	}
	const value = Number(digits) * (isNegative ? -1 : 1);
	if (Math.abs(value) > LARGEST) return { kind: 'wrong', reason: 'not a number' };
	return { kind: 'number', value: value === 0 ? 0 : value, isPercent, flags };
}

/** Flags written after a number: "12.3 [p]", "12.3p", "1,204 (r)", "12 [e][p]". */
function takeFlags(text: string): { rest: string; flags: Flag[] } {
	const flags: Flag[] = [];
	let rest = text;
	for (;;) {
		const found = /^(.*[\d%)\]]) ?(?:\[([peru])\]|\(([peru])\)|([per]))$/i.exec(rest);
		const flag = found?.[2] ?? found?.[3] ?? found?.[4];
		if (!found || !flag) return { rest, flags };
		flags.unshift(flag.toLowerCase() as Flag);
		rest = (found[1] ?? '').trim();
	}
}
