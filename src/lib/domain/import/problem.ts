import type { Wrong } from './cell.ts';

// Everything that is wrong with a file, by row, column and reason, with what to do about it. An error
// keeps the file from being taken; a warning goes with it to whoever approves.

export type ProblemCode =
	| 'no table'
	| 'no column'
	| 'repeated column'
	| 'no area'
	| 'unknown area'
	| 'area ended'
	| 'area unclear'
	| 'area by name'
	| 'no period'
	| 'unknown period'
	| 'period unclear'
	| 'period of another kind'
	| 'no indicator'
	| 'unknown indicator'
	| 'unknown group'
	| 'cell'
	| 'mark unclear'
	| 'blank'
	| 'share as fraction'
	| 'does not add up'
	| 'percent where a count belongs'
	| 'duplicate'
	| 'more cells than headers'
	| 'hidden rows'
	| 'left out'
	| 'check';

export interface ImportProblem {
	readonly kind: 'error' | 'warning';
	readonly code: ProblemCode;
	/** Row of the sheet from 1; null for the whole file. */
	readonly row: number | null;
	/** Header of the column. */
	readonly column: string | null;
	readonly message: string;
}

/** What to do about a cell that cannot be read. */
export const CELL_ADVICE: Readonly<Record<Wrong, string>> = {
	formula: 'is a formula. Paste the value instead.',
	'spreadsheet error': 'is an error of the spreadsheet. Mend the formula and save the value.',
	'decimal comma': 'may be a decimal comma. Write 12.5, or 1,234 for a thousand.',
	shortened: 'is shortened. Write the number out in full.',
	'not a number': 'is not a number. Write a number, or a mark such as [x] for “not collected”.',
	control: 'holds characters that cannot be printed. Type it again.'
};

export const error = (
	code: ProblemCode,
	at: { row?: number; column?: string | undefined },
	message: string
): ImportProblem => ({
	kind: 'error',
	code,
	row: at.row ?? null,
	column: at.column ?? null,
	message
});

export const warning = (
	code: ProblemCode,
	at: { row?: number; column?: string | undefined },
	message: string
): ImportProblem => ({ ...error(code, at, message), kind: 'warning' });
