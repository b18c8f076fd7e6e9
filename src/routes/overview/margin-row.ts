// Geometry of one row of "change over margin": the band is the margin of error, the dot the change.

const WIDTH = 200;
const HEIGHT = 26;
/** Margins on each side of no change; a larger change is drawn at the edge with an arrow. */
const REACH = 2.5;
const EDGE = 10;

export interface MarginRow {
	width: number;
	height: number;
	band: [from: number, to: number];
	middle: number;
	dot: number;
	/** The change is larger than the picture. */
	isBeyond: 'left' | 'right' | null;
}

export function marginRow(inMargins: number): MarginRow {
	const middle = WIDTH / 2;
	const unit = (middle - EDGE) / REACH;
	const held = Math.max(-REACH, Math.min(REACH, inMargins));
	return {
		width: WIDTH,
		height: HEIGHT,
		band: [middle - unit, middle + unit],
		middle,
		dot: Math.round((middle + held * unit) * 100) / 100,
		isBeyond: held === inMargins ? null : inMargins < 0 ? 'left' : 'right'
	};
}
