import type { PlotOptions } from '@observablehq/plot';
import type { Figure } from '../domain/disclosure/gate.ts';
import type { FigureContent } from './figure.ts';

// One chart before it is drawn: its words, its table and its pure specification. Pages, image files
// and embeds draw the same one.

export interface Chart extends Omit<FigureContent, 'drawings' | 'downloads'> {
	/** Absent where a map and the table carry the figures. */
	spec?: (size: 'wide' | 'narrow') => PlotOptions;
	alt: AltText;
	/** The figures behind it, in the order of the table: its CSV. */
	figures: readonly Figure[];
}

export interface AltText {
	/** "{Measure} in {place}, {first} to {last}". */
	title: string;
	/** Type; start, end and range; one comparison; one caution. Under 60 words. */
	description: string;
}
