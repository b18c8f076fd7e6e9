// What a page knows about the outlines it draws: where they are kept and which there are. The
// geometry itself stays in one file per boundary set, which every map of that set shares.

export type Point = readonly [x: number, y: number];
export type Box = readonly [left: number, top: number, right: number, bottom: number];

export interface Shapes {
	vintage: string;
	/** Which boundaries these are, in words for the reader. */
	label: string;
	note: string | null;
	/** The sprite; an area is drawn with `<use href="{href}#{code}">`. */
	href: string;
	codes: string[];
	/** Localities, whose lines lie on top of every map. */
	outlines: string[];
	/** The borough's code when its outline is in the sprite. */
	whole: string | null;
	/** Extent and middle of every outline, in the sprite's own units. */
	boxes: Record<string, Box>;
	centres: Record<string, Point>;
}

/** One sheet for every boundary set, so that outlines of different sets lie on one another. */
export const SHEET = { width: 2000, height: 1860, margin: 24 } as const;

export const VIEW_BOX = `0 0 ${SHEET.width} ${SHEET.height}`;

/** View box around one extent, with a margin as a share of its longer side. */
export function viewAround(box: Box, margin = 0.06): string {
	const [left, top, right, bottom] = box;
	const pad = Math.round(Math.max(right - left, bottom - top) * margin);
	return [left - pad, top - pad, right - left + 2 * pad, bottom - top + 2 * pad].join(' ');
}
