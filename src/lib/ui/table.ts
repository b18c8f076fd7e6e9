// What DataTable and TableTwin draw. The first cell of a row is its header.

import type { Flag } from '../domain/observation.ts';

export interface Column {
	label: string;
	/** Right-aligned, tabular figures. */
	numeric?: boolean;
}

export interface Cell {
	text: string;
	href?: string;
	/** Second, smaller line. */
	note?: string;
	flags?: readonly Flag[];
	/** Code of a missing value, printed after its word: [x], [z], [c]. */
	code?: string;
}

export interface Row {
	/** Starts a group: a heading row above this one. */
	group?: string;
	cells: readonly (string | Cell)[];
}

export function cellOf(cell: string | Cell): Cell {
	return typeof cell === 'string' ? { text: cell } : cell;
}
