// Names for areas after the correction for having looked at many of them.
import { twoSided } from '../stats/distribution.ts';
import { adjustP, type Correction } from './adjust.ts';
import { gi } from './getis-ord.ts';
import type { Neighbours } from './neighbours.ts';

export type Spot = 'hot' | 'cold' | 'not_significant' | 'not_tested';

/** z, p, adjusted p and name of each area; undefined where an area was not tested. */
export interface Spots {
	z: (number | undefined)[];
	p: (number | undefined)[];
	pAdjusted: (number | undefined)[];
	label: Spot[];
}

/** Names from z-scores and p-values of any kind (analytic or permutation). */
export function named(
	z: readonly (number | undefined)[],
	p: readonly (number | undefined)[],
	alpha: number,
	correction: Correction
): Spots {
	const pAdjusted = adjustP(p, correction);
	const label = pAdjusted.map((adjusted, i): Spot => {
		if (adjusted === undefined) return 'not_tested';
		if (adjusted >= alpha) return 'not_significant';
		return (z[i] ?? 0) > 0 ? 'hot' : 'cold';
	});
	return { z: [...z], p: [...p], pAdjusted, label };
}

/** Hot and cold spots by the normal approximation of Gi*, two-sided. */
export function hotColdSpots(
	y: readonly number[],
	neighbours: Neighbours,
	alpha: number,
	correction: Correction
): Spots {
	const z = gi(y, neighbours, true);
	const p = z.map((value) => (value === undefined ? undefined : twoSided(value)));
	return named(z, p, alpha, correction);
}
