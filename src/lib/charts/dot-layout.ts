import type { DotData, DotRow } from './dot-data.ts';
import { palette } from './palette.ts';

// Where each row of a dot chart stands, in pixels from the top; long names wrap and take more height.

export interface Line {
	text: string;
	from: number;
	to: number;
	middle: number;
	isHead: boolean;
	row: DotRow | undefined;
	colour: string;
	radius: number;
}

const rowHeight = 24;
const lineHeight = 16;
const gap = 6;
/** Average width of a character of 14 px text. */
const character = 6.7;

/** `label` is the width of the column of names. */
export function laidOut(data: DotData, label: number): { lines: Line[]; height: number } {
	const lines: Line[] = [];
	let top = 0;
	const add = (row: DotRow | undefined, text: string, isHead: boolean) => {
		const words = wrapped(text, Math.floor((label - 22) / character));
		const height = rowHeight + (words.length - 1) * lineHeight;
		const colour = row?.isOther ? palette.england : palette.walsall;
		const place = { from: top, to: top + height, middle: top + height / 2 };
		lines.push({ text: words.join('\n'), ...place, isHead, row, colour, radius: isHead ? 6 : 4.8 });
		top += height;
	};
	for (const [i, group] of data.groups.entries()) {
		if (i > 0) top += gap;
		if (group.label !== undefined) add(group.head, group.label, true);
		for (const row of group.rows) add(row, withCodes(row), false);
	}
	return { lines, height: top };
}

/** "Pleck [e]": the flag stands where a reader of the names sees it. */
function withCodes(row: DotRow): string {
	return [row.label, ...row.flags.map((flag) => `[${flag}]`)].join(' ');
}

/** Words in lines of at most `most` characters. */
export function wrapped(text: string, most: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + 1 + word.length <= most) {
			lines[lines.length - 1] = `${last} ${word}`;
		} else lines.push(word);
	}
	return lines;
}
