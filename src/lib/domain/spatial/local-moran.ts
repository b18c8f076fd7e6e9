// Local Moran: is an area part of a cluster (like its neighbours) or an outlier (unlike them)?
import { sum } from '../number.ts';
import { centredValues } from './moran.ts';
import { type Neighbours, type Weights, weightOf } from './neighbours.ts';
import { lag } from './weight-sums.ts';

export type Quadrant = 'High-High' | 'High-Low' | 'Low-High' | 'Low-Low';

/** One area: its I, its quadrant, and moments of I if its neighbours were drawn at random. */
export interface LocalMoran {
	I: number;
	quadrant: Quadrant;
	expectedConditional: number;
	varConditional: number;
	zConditional: number;
}

/**
 * I_i = z_i * lag(z)_i / (sum z^2 / n); the area's own value against the mean, then its neighbours'.
 * undefined for an area without neighbours (its value stays in the mean and variance), and for all
 * when all values are equal. Anselin 1995; conditional moments Sokal, Oden & Thomson 1998.
 */
export function localMoran(
	y: readonly number[],
	neighbours: Neighbours,
	weights: Weights
): (LocalMoran | undefined)[] {
	const n = y.length;
	const z = centredValues(y);
	const m2 = sum(z.map((v) => v * v)) / n;
	return neighbours.map((list, i) => {
		if (list.length === 0 || !(m2 > 0)) return undefined;
		const own = z[i] ?? 0;
		const around = lag(z, list, weights);
		const I = (own * around) / m2;
		const w = weightOf(weights, list.length);
		const [w1, w2] = [w * list.length, w * w * list.length];
		const expected = -(own * own * w1) / ((n - 1) * m2);
		const spread =
			(own / m2) ** 2 * (n / (n - 2)) * (w2 - w1 ** 2 / (n - 1)) * (m2 - own ** 2 / (n - 1));
		return {
			I,
			quadrant: quadrant(own, around),
			expectedConditional: expected,
			varConditional: spread,
			zConditional: (I - expected) / Math.sqrt(spread)
		};
	});
}

const quadrant = (own: number, around: number): Quadrant =>
	`${own > 0 ? 'High' : 'Low'}-${around > 0 ? 'High' : 'Low'}`;
