import type { Column, Row } from '../ui/table.ts';

// What Figure.svelte shows: a finding, the drawing, and the same numbers as a table. Loads and pure
// shapes make it; the component has no logic of its own.

/** The same picture for a wide and a narrow page: SVG strings from plot-host.server.ts. */
export interface Drawings {
	wide: string;
	narrow: string;
}

/** Same order and same numbers as the drawing. */
export interface Twin {
	caption: string;
	/** The first column is the row header. */
	columns: Column[];
	rows: Row[];
}

export interface Downloads {
	csv: string;
	svg?: string;
	png?: string;
	embed?: string;
	/** Text to quote the chart by. */
	citation?: string;
}

export interface FigureContent {
	/** Unique on the page; ids of the drawing start with it. */
	id: string;
	/** The finding, about ten words. */
	title: string;
	/** Measure, unit, population, period, and where the axis starts. */
	subtitle: string;
	/** Some of its figures are invented: a demonstration. */
	illustrative?: boolean;
	/** Absent: the page passes a `picture` snippet (a map). */
	drawings?: Drawings;
	table: Twin;
	source: string;
	notes: string[];
	/** Words for symbols that repeat, above the drawing. */
	key?: KeyItem[];
	downloads?: Downloads;
}

export interface KeyItem {
	sign:
		| 'filled'
		| 'hollow'
		| 'line'
		| 'range'
		| 'missing'
		| 'band'
		| 'borough'
		| 'diamond'
		| 'triangle'
		| 'star'
		| 'square'
		| 'limits'
		| 'plan'
		| 'fan'
		| 'average';
	words: string;
}
