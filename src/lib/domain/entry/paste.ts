import { typed } from './typed.ts';

// A block copied from a spreadsheet, laid over the boxes of the grid from the one that has the focus.
// Nothing is written before it has been shown: what fits, and what is refused and why.

/** A box of the grid by row and column. */
export interface Target {
	readonly row: number;
	readonly column: number;
}

export interface PastedCell extends Target {
	readonly text: string;
	/** Why the text cannot go into the box; absent = it can. */
	readonly refused?: string;
}

const MOST_ROWS = 2000;

/** Rows of cells of the clipboard's text; quotes keep line ends and tabs inside a cell. */
export function block(text: string): string[][] {
	const rows: string[][] = [[]];
	let cell = '';
	let isQuoted = false;
	const end = () => {
		rows.at(-1)?.push(cell);
		cell = '';
	};
	for (let at = 0; at < text.length && rows.length <= MOST_ROWS; at++) {
		const sign = text[at];
		if (isQuoted && sign === '"' && text[at + 1] === '"') [cell, at] = [cell + '"', at + 1];
		else if (sign === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
		else if (isQuoted) cell += sign;
		else if (sign === '\t') end();
		else if (sign === '\n') {
			end();
			rows.push([]);
		} else if (sign !== '\r') cell += sign;
	}
	end();
	const last = rows.at(-1);
	return last?.length === 1 && last[0] === '' && rows.length > 1 ? rows.slice(0, -1) : rows;
}

/** The block from a box on; `size` is the grid's. */
export function laid(
	rows: readonly (readonly string[])[],
	from: Target,
	size: { rows: number; columns: number }
): PastedCell[] {
	return rows.flatMap((cells, i) =>
		cells.map((text, j): PastedCell => {
			const [row, column] = [from.row + i, from.column + j];
			const place = { row, column, text: text.trim() };
			if (row >= size.rows || column >= size.columns) {
				return { ...place, refused: 'Outside the return.' };
			}
			const found = typed(text);
			return 'wrong' in found ? { ...place, refused: found.wrong } : place;
		})
	);
}
