// Two measures of the same neighbourhoods side by side: which third each falls in on either measure,
// and whether the two put places in the same order. A relation between places says nothing about the
// people in them (Robinson 1950, the ecological fallacy).
import { spearmanInterval } from '../stats/correlation.ts';
import { quantileOf } from '../stats/breaks.ts';

export type Third = 0 | 1 | 2;

export const thirdWords = ['lowest third', 'middle third', 'highest third'] as const;

export interface Pair {
	area: string;
	x: number;
	y: number;
}

export interface Bivariate {
	/** Upper bounds of the lowest and the middle third of each measure. */
	breaks: { x: [number, number]; y: [number, number] };
	thirds: Map<string, { x: Third; y: Third }>;
	/** Rank correlation with its 95% limits; undefined below four areas or without spread. */
	relation: { value: number; lower: number; upper: number } | undefined;
}

/** Classes and rank correlation of the areas that have both values. */
export function bivariate(pairs: readonly Pair[]): Bivariate {
	const xs = pairs.map(({ x }) => x);
	const ys = pairs.map(({ y }) => y);
	const breaks = { x: thirdsOf(xs), y: thirdsOf(ys) };
	return {
		breaks,
		thirds: new Map(
			pairs.map(({ area, x, y }) => [area, { x: third(x, breaks.x), y: third(y, breaks.y) }])
		),
		relation: spearmanInterval(xs, ys)
	};
}

/** How strong a rank correlation is, in words; nothing when chance could explain it. */
export function strength(
	relation: { value: number; lower: number; upper: number } | undefined
): 'strong' | 'some' | 'weak' | 'none' {
	if (!relation || (relation.lower <= 0 && relation.upper >= 0)) return 'none';
	const size = Math.abs(relation.value);
	return size >= 0.7 ? 'strong' : size >= 0.4 ? 'some' : 'weak';
}

function thirdsOf(values: readonly number[]): [number, number] {
	const sorted = [...values].sort((a, b) => a - b);
	return [quantileOf(sorted, 1 / 3), quantileOf(sorted, 2 / 3)];
}

const third = (value: number, [low, high]: [number, number]): Third =>
	value <= low ? 0 : value <= high ? 1 : 2;
