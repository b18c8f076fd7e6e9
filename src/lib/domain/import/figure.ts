import type { Flag, ValueState } from '../observation.ts';
import { readCell, type Cell } from './cell.ts';
import type { Measure } from './columns.ts';
import { textAt } from './column-text.ts';
import { cut, type Found } from './place.ts';
import { CELL_ADVICE, error, warning, type ImportProblem } from './problem.ts';
import type { ImportedFigure, Measured, Reading } from './record.ts';
import type { SheetRow } from './sheet.ts';

// The cells of one figure: its numbers, or the kind of missing that its marks say, with its flags.

export type Numbers = Pick<
	ImportedFigure,
	'numerator' | 'denominator' | 'value' | 'lower' | 'upper' | 'state' | 'provisional' | 'estimated'
>;

export interface FigureCell {
	readonly role: Measure;
	readonly at: number;
	readonly cell: Cell;
}

export function figuresOf(
	cells: readonly FigureCell[],
	measured: Measured | undefined,
	{ row, reading }: { row: SheetRow; reading: Reading }
): Found<Numbers> {
	const wrong = problemsIn(cells, row, reading);
	if (wrong.length > 0) return { problems: wrong };
	const said = textAt(row, reading.places.of.flag);
	const marked = cells.find(({ cell }) => cell.kind === 'state')?.cell;
	const numbers = marked ? { ...NOTHING } : numbersOf(cells);
	const { numerator, denominator, value } = numbers;
	const isBlank = numerator === null && value === null;
	// A column of marks stands in for a figure only where there is none.
	const state = marked ?? (isBlank ? stateOf(said) : undefined);
	const column = (role: Measure) => {
		const found = cells.find((one) => one.role === role);
		return found && reading.columns[found.at]?.header;
	};
	const found = { ...numbers, ...flagsIn(cells, said), state: stateWord(state, isBlank) };
	if (state) return { found, problems: NONE };
	const at = {
		row: row.row,
		column: isBlank ? (column('value') ?? column('numerator')) : undefined
	};
	if (isBlank) return { found, problems: [warning('blank', at, BLANK)] };
	if (numerator === null || !denominator || value === null) return { found, problems: NONE };
	const problems = addsUp({ numerator, denominator, value }, measured, {
		...{ row: row.row, column: column('value') }
	});
	return { found, problems };
}

const NONE: readonly ImportProblem[] = [];
const BLANK = 'The cell is empty: it was taken as “not collected”. Write 0 for nought.';
const NOTHING = { numerator: null, denominator: null, value: null, lower: null, upper: null };

const stateWord = (marked: Cell | undefined, isBlank: boolean): ValueState => {
	if (marked?.kind === 'state') return marked.state;
	return isBlank ? 'not collected' : 'known';
};

function numbersOf(cells: readonly FigureCell[]): Record<Measure, number | null> {
	const numbers: Record<Measure, number | null> = { ...NOTHING };
	for (const { role, cell } of cells) if (cell.kind === 'number') numbers[role] = cell.value;
	return numbers;
}

function problemsIn(
	cells: readonly FigureCell[],
	row: SheetRow,
	{ columns }: Reading
): readonly ImportProblem[] {
	if (cells.every(isSound)) return NONE;
	return cells.flatMap((one) => {
		const at = { row: row.row, column: columns[one.at]?.header };
		return cellProblem(one, at, textAt(row, one.at)) ?? NONE;
	});
}

const isSound = ({ cell }: FigureCell): boolean =>
	cell.kind === 'blank' || cell.kind === 'state' || (cell.kind === 'number' && !cell.isPercent);

function cellProblem(
	{ role, cell }: FigureCell,
	at: { row: number; column: string | undefined },
	text: string
): ImportProblem | undefined {
	switch (cell.kind) {
		case 'wrong':
			return error('cell', at, `“${cut(text)}” ${CELL_ADVICE[cell.reason]}`);
		case 'unsure':
			return error(
				'mark unclear',
				at,
				`“${cell.mark}” means different things. Say below what it means in this file.`
			);
		case 'number':
			return cell.isPercent && (role === 'numerator' || role === 'denominator')
				? error(
						'percent where a count belongs',
						at,
						'A percentage stands where a count belongs. Give the number of people, or choose another column.'
					)
				: undefined;
		default:
			return undefined;
	}
}

/** A percentage beside its counts agrees with them, rounding allowed. */
function addsUp(
	{ numerator, denominator, value }: { numerator: number; denominator: number; value: number },
	measured: Measured | undefined,
	at: { row: number; column: string | undefined }
): readonly ImportProblem[] {
	if (measured?.rule.form !== 'share') return NONE;
	const made = (numerator / denominator) * measured.rule.multiplier;
	if (Math.abs(made - value) <= Math.max(0.51, made * 0.01)) return NONE;
	return [
		warning(
			'does not add up',
			at,
			`${numerator} of ${denominator} is ${made.toFixed(1)}, the file says ${value}. The counts are used.`
		)
	];
}

const FLAG_WORDS: Readonly<Record<string, Flag>> = {
	p: 'p',
	provisional: 'p',
	e: 'e',
	estimated: 'e',
	estimate: 'e',
	r: 'r',
	revised: 'r'
};

/** Provisional and estimated, as a mark of a cell or in a column of marks. */
function flagsIn(cells: readonly FigureCell[], said: string) {
	const word = said === '' ? undefined : FLAG_WORDS[said.replace(/[[\]()]/g, '').toLowerCase()];
	const has = (flag: Flag) => word === flag || cells.some(({ cell }) => hasFlag(cell, flag));
	return { provisional: has('p'), estimated: has('e') };
}

const hasFlag = (cell: Cell, flag: Flag): boolean =>
	cell.kind === 'number' && cell.flags.length > 0 && cell.flags.includes(flag);

function stateOf(text: string): Cell | undefined {
	const cell = text === '' ? undefined : readCell(text);
	return cell?.kind === 'state' ? cell : undefined;
}
