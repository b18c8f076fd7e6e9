import type { Flag } from '../observation.ts';
import { readCell, type Cell } from './cell.ts';
import type { Column, Measure } from './columns.ts';
import { textOf } from './column-text.ts';
import { cut, type Found } from './place.ts';
import { CELL_ADVICE, error, warning, type ImportProblem } from './problem.ts';
import type { ImportedFigure, Measured, MeasureSet } from './record.ts';
import type { SheetRow } from './sheet.ts';

// The cells of one figure: its numbers, or the kind of missing that its marks say, with its flags.

export type Numbers = Pick<
	ImportedFigure,
	'numerator' | 'denominator' | 'value' | 'lower' | 'upper' | 'state' | 'provisional' | 'estimated'
>;

export function figuresOf(
	cells: Partial<Record<Measure, Cell>>,
	measured: Measured | undefined,
	{ row, columns, set }: { row: SheetRow; columns: readonly Column[]; set: MeasureSet }
): Found<Numbers> {
	const entries = Object.entries(cells) as [Measure, Cell][];
	const header = (role: Measure) => columns[set.at[role] ?? -1]?.header;
	const wrong = entries.flatMap(([role, cell]) =>
		cellProblems(cell, role, {
			row: row.row,
			column: header(role),
			text: row.cells[set.at[role] ?? -1] ?? ''
		})
	);
	if (wrong.length > 0) return { problems: wrong };
	const number = (role: Measure) => {
		const cell = cells[role];
		return cell?.kind === 'number' ? cell.value : null;
	};
	const flags = new Set([
		...entries.flatMap(([, cell]) => (cell.kind === 'number' ? cell.flags : [])),
		...flagsOf(textOf(row, columns, 'flag'))
	]);
	const marked =
		entries.find(([, cell]) => cell.kind === 'state')?.[1] ??
		stateOf(textOf(row, columns, 'flag'), number);
	const base = { provisional: flags.has('p'), estimated: flags.has('e') };
	const nothing = { numerator: null, denominator: null, value: null, lower: null, upper: null };
	if (marked?.kind === 'state')
		return { found: { ...nothing, ...base, state: marked.state }, problems: [] };
	if (number('numerator') === null && number('value') === null) {
		return {
			found: { ...nothing, ...base, state: 'not collected' },
			problems: [
				warning(
					'blank',
					{ row: row.row, column: header('value') ?? header('numerator') },
					'The cell is empty: it was taken as “not collected”. Write 0 for nought.'
				)
			]
		};
	}
	const [numerator, denominator, value] = [
		number('numerator'),
		number('denominator'),
		number('value')
	];
	const limits = { lower: number('lower'), upper: number('upper') };
	return {
		found: { numerator, denominator, value, ...limits, state: 'known', ...base },
		problems: addsUp({ numerator, denominator, value }, measured, {
			row: row.row,
			column: header('value')
		})
	};
}

function cellProblems(
	cell: Cell,
	role: Measure,
	{ row, column, text }: { row: number; column: string | undefined; text: string }
): ImportProblem[] {
	const at = { row, column };
	if (cell.kind === 'wrong') {
		return [error('cell', at, `“${cut(text)}” ${CELL_ADVICE[cell.reason]}`)];
	}
	if (cell.kind === 'unsure') {
		return [
			error(
				'mark unclear',
				at,
				`“${cell.mark}” means different things. Say below what it means in this file.`
			)
		];
	}
	const isCount = role === 'numerator' || role === 'denominator';
	return cell.kind === 'number' && cell.isPercent && isCount
		? [
				error(
					'percent where a count belongs',
					at,
					'A percentage stands where a count belongs. Give the number of people, or choose another column.'
				)
			]
		: [];
}

/** A percentage beside its counts agrees with them, rounding allowed. */
function addsUp(
	{ numerator, denominator, value }: Pick<Numbers, 'numerator' | 'denominator' | 'value'>,
	measured: Measured | undefined,
	at: { row: number; column: string | undefined }
): ImportProblem[] {
	if (numerator === null || !denominator || value === null || measured?.rule.form !== 'share')
		return [];
	const made = (numerator / denominator) * measured.rule.multiplier;
	if (Math.abs(made - value) <= Math.max(0.51, made * 0.01)) return [];
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

const flagsOf = (text: string): Flag[] => {
	const flag = FLAG_WORDS[text.replace(/[[\]()]/g, '').toLowerCase()];
	return flag ? [flag] : [];
};

/** A column of marks stands in for a figure only where there is none. */
function stateOf(text: string, number: (role: Measure) => number | null): Cell | undefined {
	if (number('value') !== null || number('numerator') !== null || text === '') return undefined;
	const cell = readCell(text);
	return cell.kind === 'state' ? cell : undefined;
}
