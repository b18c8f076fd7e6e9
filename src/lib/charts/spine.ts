import { max, scaleLinear } from 'd3';
import type { ComparisonOutcome } from '../domain/judgement.ts';

// One place against the borough, one measure a row: every row has its own scale, centred on Walsall,
// with a band from the lowest to the highest ward and letters for the other localities.
// SpineRow.svelte draws a row; the table around it holds the words and numbers.

export interface SpineInput {
	/** The place: its value and 95% range. */
	value: number;
	lower: number | null;
	upper: number | null;
	/** The borough's value: the middle of the row. */
	borough: number;
	/** Values of the wards (or neighbourhoods) that the band spans. */
	parts: readonly number[];
	/** Other localities by one letter: { letter: 'N', value: 24.9 }. */
	others: readonly { letter: string; value: number }[];
	/** The stored comparison of the place with the borough; filled when it is clear of it. */
	outcome: ComparisonOutcome | undefined;
}

export interface SpineShape {
	width: number;
	height: number;
	middle: number;
	point: number;
	range: [number, number] | null;
	band: [number, number] | null;
	letters: { letter: string; x: number; y: number }[];
	isClear: boolean;
}

const size = { width: 300, height: 30, margin: 12 };
const letterWidth = 12;

export function spineRow(input: SpineInput): SpineShape {
	const { borough, value, lower, upper, parts, others } = input;
	const reach = max(
		[value, lower ?? value, upper ?? value, ...parts, ...others.map((other) => other.value)],
		(number) => Math.abs(number - borough)
	);
	const x = scaleLinear(
		[borough - (reach || 1), borough + (reach || 1)],
		[size.margin, size.width - size.margin]
	);
	const at = (number: number) => Math.round(x(number) * 100) / 100;
	return {
		width: size.width,
		height: size.height,
		middle: size.width / 2,
		point: at(value),
		range: lower === null || upper === null ? null : [at(lower), at(upper)],
		band: parts.length < 2 ? null : [at(Math.min(...parts)), at(Math.max(...parts))],
		letters: apart(others.map((other) => ({ letter: other.letter, x: at(other.value) }))),
		isClear: input.outcome === 'higher' || input.outcome === 'lower'
	};
}

/** Letters that would overprint one another step down to a second line. */
function apart(letters: { letter: string; x: number }[]): SpineShape['letters'] {
	let previous = -Infinity;
	let down = false;
	return [...letters]
		.sort((a, b) => a.x - b.x)
		.map((letter) => {
			down = letter.x - previous < letterWidth ? !down : false;
			previous = letter.x;
			return { ...letter, y: down ? size.height - 1 : size.height / 2 + 5 };
		});
}
