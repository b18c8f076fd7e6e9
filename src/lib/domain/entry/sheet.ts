import { value as words, type Unit } from '../format.ts';
import { EVERYONE, type EntryCell, type EntryRule } from './cell.ts';
import { check, type Context, type Problem } from './check.ts';
import { BY_HISTORY, expectedBy, type Expected, type ExpectedRule } from './expected.ts';
import { askedCells, type Group, problemsOfGroups } from './groups.ts';
import { cellOf, type EntryRow, keyOf } from './row.ts';

// One return as it is worked on, in plain data that goes to the browser: places, rules and history.
// The same checks run there while typing and here before anything is stored.

/** People whose postcode is not known: a row of the return that is no area. */
export const UNPLACED = 'unknown';

export interface Place {
	readonly code: string;
	readonly name: string;
	readonly role: 'part' | 'unplaced' | 'whole';
}

export interface Sheet {
	readonly rule: EntryRule;
	readonly intervalMethod: string;
	readonly unit: Unit;
	readonly places: readonly Place[];
	/** Groups that have rows of their own beside those of everyone; most returns have none. */
	readonly groups: readonly Group[];
	/** The parts, the unplaced included, add up to the whole. */
	readonly isAdditive: boolean;
	/** Earlier published values by row, oldest first; null = none or hidden. */
	readonly history: Readonly<Record<string, readonly (number | null)[]>>;
	/** What was published for the period before, by row, in words. */
	readonly previous: Readonly<Record<string, string>>;
	/** Where the expected range comes from; the history unless given. */
	readonly expected?: ExpectedRule;
	/** Words published with the period before. */
	readonly lastWords: string | null;
}

export function nameIn(sheet: Sheet, code: string, breakdown = EVERYONE): string {
	const place = sheet.places.find((one) => one.code === code)?.name ?? code;
	const group = sheet.groups.find(({ id }) => id === breakdown);
	return group ? `${place}, ${group.label.toLowerCase()}` : place;
}

/** Every row of the return: places for everyone, then for each group. */
export const rowsOf = ({ places, groups }: Pick<Sheet, 'places' | 'groups'>) =>
	[EVERYONE, ...groups.map(({ id }) => id)].flatMap((breakdown) =>
		places.map(({ code: area }) => ({ area, breakdown }))
	);

const known = (values: readonly (number | null)[] = []): number[] =>
	values.filter((one): one is number => one !== null);

/** What the next figure of a row would usually be; limits that a person set are of everyone. */
export function expectedFor(sheet: Sheet, row: string): Expected | undefined {
	const place = sheet.places.find((one) => keyOf({ area: one.code, breakdown: EVERYONE }) === row);
	const rule = sheet.expected ?? BY_HISTORY;
	const isOwn = place === undefined || place.role === 'unplaced';
	const set = isOwn && rule.from === 'set' ? BY_HISTORY : rule;
	return expectedBy(set, place?.role === 'whole', known(sheet.history[row]));
}

export function contextOf(sheet: Sheet): Context {
	const whole = sheet.places.find(({ role }) => role === 'whole')?.code ?? null;
	const parts = sheet.places.filter(({ role }) => role !== 'whole').map(({ code }) => code);
	return {
		rule: sheet.rule,
		parts: sheet.isAdditive ? parts : [],
		whole,
		name: (code, breakdown) => nameIn(sheet, code, breakdown),
		expected: (cell) => expectedFor(sheet, keyOf(cell)),
		last: (cell) => sheet.history[keyOf(cell)]?.at(-1) ?? undefined,
		say: (value) => words(value, sheet.unit)
	};
}

export interface Words {
	readonly what: string;
	readonly soWhat: string;
	readonly nowWhat: string;
}

export const noWords: Words = { what: '', soWhat: '', nowWhat: '' };

/** Everything that is wrong with a return or worth a question. */
export function problemsOf(sheet: Sheet, cells: readonly EntryCell[], said: Words): Problem[] {
	return [
		...check(askedCells(sheet, cells), contextOf(sheet)),
		...problemsOfGroups(sheet, cells),
		...copiedWords(sheet, said)
	];
}

/** Boxes of a row that hold no number, as it is typed. */
export function notNumbers(row: EntryRow, name: string): Problem[] {
	const { area, breakdown } = row;
	return Object.values(cellOf(row).wrong).map((why) => ({
		...{ kind: 'error', code: 'no number', area, breakdown },
		message: `${name}: ${why}`
	}));
}

const plain = (text: string): string =>
	text
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, ' ')
		.trim();

export const isCopied = (sheet: Sheet, said: Words): boolean =>
	said.what.trim() !== '' && plain(said.what) === plain(sheet.lastWords ?? '');

function copiedWords(sheet: Sheet, said: Words): Problem[] {
	if (!isCopied(sheet, said)) return [];
	const message = 'The commentary is the same as last time. Say what is new, or why nothing is.';
	return [{ kind: 'warning', code: 'same words', area: null, breakdown: 'all', message }];
}

export interface Reply {
	readonly code: string;
	readonly area: string;
	readonly breakdown: string;
	readonly reply: string;
}

/** Warnings that nobody has answered. */
export const unanswered = (problems: readonly Problem[], replies: readonly Reply[]): Problem[] =>
	problems.filter(
		(problem) =>
			problem.kind === 'warning' &&
			!replies.some(
				({ code, area, breakdown }) =>
					code === problem.code && area === (problem.area ?? '') && breakdown === problem.breakdown
			)
	);
