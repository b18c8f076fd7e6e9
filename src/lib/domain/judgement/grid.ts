// The three-by-three grid: against target down, movement across. The two never mix: a cell holds the
// marks "now" and "last year" and nothing else.

import { hasDirection, type Polarity } from '../indicator.ts';
import type { MovementOutcome, TrendOutcome } from '../judgement.ts';
import type { TargetWord } from './target.ts';
import { type TravelWord, travelWord } from './travel.ts';

export type GridRow = 'on track' | 'watch' | 'off track';
export type GridColumn = 'worsening' | 'no clear change' | 'improving' | 'falling' | 'rising';
export type Mark = 'now' | 'last year';

export interface Cell {
	row: GridRow;
	column: GridColumn;
}

export interface Position {
	word: TargetWord;
	movement: MovementOutcome | TrendOutcome;
	/** The two values, which a gap that should close needs to be called improving. */
	values?: { later: number; earlier: number };
}

export interface Grid {
	columns: readonly GridColumn[];
	rows: readonly { row: GridRow; cells: readonly { column: GridColumn; marks: Mark[] }[] }[];
	/** What has no cell: the word or the movement is missing. */
	outside: readonly { mark: Mark; word: TargetWord; travel: TravelWord }[];
}

const gridRows: readonly GridRow[] = ['on track', 'watch', 'off track'];

/** Headings of the columns, left to right; rising and falling where no direction is better. */
function gridColumns(polarity: Polarity): GridColumn[] {
	return hasDirection(polarity)
		? ['worsening', 'no clear change', 'improving']
		: ['falling', 'no clear change', 'rising'];
}

/** Where a judgement belongs; undefined when either side says that it cannot tell. */
export function gridCell(position: Position, polarity: Polarity): Cell | undefined {
	const { word, movement, values } = position;
	const row = gridRows.find((known) => known === word);
	const travel = travelWord(movement, polarity, values);
	const column = gridColumns(polarity).find((known) => known === travel);
	return row && column ? { row, column } : undefined;
}

/** The whole grid with its marks; `last year` is left out when there is none. */
export function grid(
	positions: { now: Position; 'last year'?: Position | undefined },
	polarity: Polarity
): Grid {
	const placed = (['now', 'last year'] as const).flatMap((mark) => {
		const position = positions[mark];
		return position ? [{ mark, position, cell: gridCell(position, polarity) }] : [];
	});
	const columns = gridColumns(polarity);
	const marksIn = (row: GridRow, column: GridColumn) =>
		placed
			.filter(({ cell }) => cell?.row === row && cell.column === column)
			.map(({ mark }) => mark);
	return {
		columns,
		rows: gridRows.map((row) => ({
			row,
			cells: columns.map((column) => ({ column, marks: marksIn(row, column) }))
		})),
		outside: placed
			.filter(({ cell }) => !cell)
			.map(({ mark, position: { word, movement, values } }) => ({
				...{ mark, word, travel: travelWord(movement, polarity, values) }
			}))
	};
}
