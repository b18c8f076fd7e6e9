import { EVERYONE } from '$lib/domain/entry/cell.ts';
import { cellOf, type EntryRow, isFlag, keyOf, ofKey } from '$lib/domain/entry/row.ts';
import type { SentCell } from '$lib/server/workflow/submissions.ts';
import { text } from '$lib/server/web/attempt.ts';
import { kept } from '$lib/server/web/form.ts';

// What the plain form sends: every row of the grid, the words, and answers to warnings.

export interface SentForm {
	rows: EntryRow[];
	cells: SentCell[];
	/** Boxes that hold no number, as sentences. */
	wrong: string[];
	/** Absent where the sender keeps what somebody else wrote. */
	words?: { what: string; soWhat: string; nowWhat: string; revision: number };
	replies: { code: string; area: string; breakdown: string; reply: string }[];
}

export function sentIn(
	form: FormData,
	name: (area: string, breakdown: string) => string
): SentForm {
	const keys = form
		.getAll('row')
		.filter((one) => typeof one === 'string')
		.slice(0, 500);
	// What the sender did not touch is not sent: somebody else may have filled it since.
	const rows = keys
		.filter((key) => text(form, `${key}.settle`) !== 'theirs')
		.map((key) => rowIn(form, key))
		.filter((row) => isChanged(row, text(form, `${keyOf(row)}.was`)));
	const said = wordsIn(form);
	const read = rows.map(cellOf);
	return {
		rows,
		cells: read.map(({ cell }) => ({ ...cell, revision: count(form, `${keyOf(cell)}.revision`) })),
		wrong: read.flatMap(({ cell, wrong }) =>
			Object.values(wrong).map((why) => `${name(cell.area, cell.breakdown)}: ${why}`)
		),
		...(said && { words: said }),
		replies: repliesIn(form)
	};
}

function rowIn(form: FormData, key: string): EntryRow {
	const of = (name: string) => lines(text(form, `${key}.${name}`));
	const flag = of('flag');
	return {
		...ofKey(key),
		...{ numerator: of('numerator'), denominator: of('denominator'), value: of('value') },
		...{ flag: isFlag(flag) ? flag : '', note: of('note'), jumpReason: of('jumpReason') }
	};
}

const LONGEST_WORDS = 2000;
const words = (form: FormData, name: string): string =>
	lines(text(form, name)).slice(0, LONGEST_WORDS);

/** Forms send line ends in two characters, the page's script in one. */
const lines = (sent: string): string => sent.replaceAll('\r\n', '\n');

function wordsIn(form: FormData): SentForm['words'] {
	if (text(form, 'words.settle') === 'theirs') return undefined;
	const said = {
		...{ what: words(form, 'what'), soWhat: words(form, 'soWhat') },
		nowWhat: words(form, 'nowWhat')
	};
	if (!isChanged(said, text(form, 'words.was'))) return undefined;
	return { ...said, revision: count(form, 'words.revision') };
}

/** @param was the same as JSON when the page was made; empty = not said */
function isChanged(now: object, was: string): boolean {
	try {
		const before = (was === '' ? {} : JSON.parse(was)) as Record<string, unknown>;
		return Object.entries(now).some(([name, value]) => before[name] !== value);
	} catch {
		return true;
	}
}

export function count(form: FormData, name: string): number {
	const given = Number(text(form, name));
	return Number.isSafeInteger(given) && given >= 0 ? given : 0;
}

/** Fields named `reply.<code of the warning>.<group>`. */
function repliesIn(form: FormData): SentForm['replies'] {
	return [...form.keys()]
		.filter((key) => key.startsWith('reply.'))
		.map((key) => {
			const [, code = '', breakdown = EVERYONE] = key.split('.');
			return { code, area: '', breakdown, reply: text(form, key).slice(0, 400) };
		})
		.filter(({ reply }) => reply !== '');
}

const FIELDS = ['numerator', 'denominator', 'value', 'flag', 'note', 'jumpReason'] as const;

/** Cells of a request of the page's own script; undefined where it is not of that shape. */
export function cellsIn(given: unknown): SentCell[] | undefined {
	if (!Array.isArray(given) || given.length > 500) return undefined;
	const cells = given.map((one: unknown) => {
		if (typeof one !== 'object' || one === null) return undefined;
		const row = one as Record<string, unknown>;
		const { area, breakdown, revision } = row;
		if (typeof area !== 'string' || !/^[A-Z0-9]{1,12}$|^unknown$/.test(area)) return undefined;
		if (typeof breakdown !== 'string' || !/^[a-z0-9-]{1,40}$/.test(breakdown)) return undefined;
		if (!Number.isSafeInteger(revision)) return undefined;
		const texts = FIELDS.map((name) => row[name]);
		if (!texts.every((value) => typeof value === 'string')) return undefined;
		const said = Object.fromEntries(FIELDS.map((name, i) => [name, kept(texts[i] ?? '')]));
		const flag = String(row['flag']);
		if (!isFlag(flag)) return undefined;
		const { cell, wrong } = cellOf({ ...(row as unknown as EntryRow), ...said, flag });
		return Object.keys(wrong).length > 0 ? undefined : { ...cell, revision: Number(revision) };
	});
	return cells.every((cell) => cell !== undefined) ? cells : undefined;
}
