import type { Outline } from './project.ts';
import { VIEW_BOX } from './shapes.ts';

/**
 * One SVG file with every outline of a boundary set, each under its area's code. It is fetched once
 * and drawn by every map of that set; lines keep their width on a map of any size.
 */
export function sprite(outlines: readonly Outline[]): string {
	const paths = outlines.map(
		({ code, path }) => `<path id="${code}" vector-effect="non-scaling-stroke" d="${path}"/>`
	);
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${VIEW_BOX}">\n${paths.join('\n')}\n</svg>\n`;
}
