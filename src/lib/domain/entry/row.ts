import type { ValueState } from '../observation.ts';
import { EVERYONE, type EntryCell } from './cell.ts';
import { shown, typed } from './typed.ts';

// One row of the grid as its boxes hold it: text while somebody types, a cell when it is saved. The
// browser and the plain form use the same two functions.

export const FLAGS = [
	'',
	'provisional',
	'estimated',
	'provisional and estimated',
	'not collected',
	'not yet published',
	'not applicable',
	'suppressed'
] as const;
export type Flag = (typeof FLAGS)[number];

export const flagLabels: Readonly<Record<Flag, string>> = {
	'': 'No flag',
	provisional: 'Provisional [p]',
	estimated: 'Estimated [e]',
	'provisional and estimated': 'Provisional and estimated [p] [e]',
	'not collected': 'Not collected [x]',
	'not yet published': 'Not yet published [x]',
	'not applicable': 'Not applicable [z]',
	suppressed: 'Suppressed by the provider [c]'
};

const NUMBERS = ['numerator', 'denominator', 'value'] as const;
export type NumberBox = (typeof NUMBERS)[number];

export interface EntryRow {
	readonly area: string;
	readonly breakdown: string;
	readonly numerator: string;
	readonly denominator: string;
	readonly value: string;
	readonly flag: Flag;
	readonly note: string;
	readonly jumpReason: string;
}

/** Names a row in forms, anchors and histories: everyone of a place by its code alone. */
export const keyOf = ({ area, breakdown }: Pick<EntryRow, 'area' | 'breakdown'>): string =>
	breakdown === EVERYONE ? area : `${area}.${breakdown}`;

/** The place and group that a key names. */
export function ofKey(key: string): Pick<EntryRow, 'area' | 'breakdown'> {
	const [area = '', breakdown = EVERYONE] = key.split('.');
	return { area, breakdown };
}

const BOXES = [...NUMBERS, 'flag', 'note', 'jumpReason'] as const;

/** Is it a part of a row that somebody fills? */
export const isBox = (name: string): name is (typeof BOXES)[number] =>
	(BOXES as readonly string[]).includes(name);

export interface ReadRow {
	/** Boxes that hold no number stay empty in it. */
	readonly cell: EntryCell;
	readonly wrong: Partial<Record<NumberBox, string>>;
}

const missing = new Set<string>([
	'not collected',
	'not yet published',
	'not applicable',
	'suppressed'
]);

export const isFlag = (text: string): text is Flag => (FLAGS as readonly string[]).includes(text);

/** Longest note or reason. */
const LONGEST_NOTE = 400;

export function cellOf(row: EntryRow): ReadRow {
	const wrong: Partial<Record<NumberBox, string>> = {};
	const read = (box: NumberBox): number | null => {
		const found = typed(row[box]);
		if ('number' in found) return found.number;
		wrong[box] = found.wrong;
		return null;
	};
	const numbers = {
		numerator: read('numerator'),
		denominator: read('denominator'),
		value: read('value')
	};
	const isMissing = missing.has(row.flag);
	const isEmpty = Object.values(numbers).every((one) => one === null);
	const state = isMissing ? (row.flag as ValueState) : isEmpty ? null : 'known';
	const cell: EntryCell = {
		...{ area: row.area, breakdown: row.breakdown, state, ...numbers },
		provisional: row.flag.startsWith('provisional'),
		estimated: row.flag.endsWith('estimated'),
		note: row.note.trim().slice(0, LONGEST_NOTE) || null,
		jumpReason: row.jumpReason.trim().slice(0, LONGEST_NOTE) || null
	};
	return { cell, wrong };
}

export const rowOf = (cell: EntryCell): EntryRow => ({
	area: cell.area,
	breakdown: cell.breakdown,
	numerator: shown(cell.numerator),
	denominator: shown(cell.denominator),
	value: shown(cell.value),
	flag: flagOf(cell),
	note: cell.note ?? '',
	jumpReason: cell.jumpReason ?? ''
});

function flagOf({ state, provisional, estimated }: EntryCell): Flag {
	if (state !== null && state !== 'known') return state;
	if (provisional && estimated) return 'provisional and estimated';
	return provisional ? 'provisional' : estimated ? 'estimated' : '';
}
