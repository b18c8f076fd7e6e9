// Do areas differ by more than chance, and by how much? The methods of meta-analysis: each area is a
// study with its own limits, and what its limits do not account for lies between the areas.
import { sum } from '../number.ts';
import { chiSquareQuantile, chiSquareUpperTail, tail } from './distribution.ts';
import type { Interval } from './interval.ts';

export interface Heterogeneity {
	/** Cochran's Q (1954): chi-square with one degree of freedom less than areas. */
	q: number;
	degrees: number;
	p: number;
	/** Standard deviation between areas beyond chance, in the unit of the value. */
	between: { value: number; lower: number; upper: number };
}

interface Area {
	value: number;
	variance: number;
}

const STEPS = 80;

/** Undefined below two areas, or when one has no width to its limits. */
export function heterogeneity(
	parts: readonly Interval[],
	confidence = 0.95
): Heterogeneity | undefined {
	const areas = parts.map(({ value, lower, upper }) => ({
		value,
		variance: ((upper - lower) / 3.92) ** 2
	}));
	if (areas.length < 2 || areas.some(({ variance }) => !(variance > 0))) return undefined;
	const degrees = areas.length - 1;
	const q = spreadAround(areas, 0);
	const low = tail(confidence);
	return {
		q,
		degrees,
		p: Math.max(0, chiSquareUpperTail(q, degrees)),
		between: {
			value: profile(areas, degrees),
			lower: profile(areas, chiSquareQuantile(1 - low, degrees)),
			upper: profile(areas, chiSquareQuantile(low, degrees))
		}
	};
}

/** Generalised Q: squared distances from the weighted mean when `extra` variance lies between areas. */
function spreadAround(areas: readonly Area[], extra: number): number {
	const weights = areas.map(({ variance }) => 1 / (variance + extra));
	const centre = sum(areas.map(({ value }, i) => value * (weights[i] ?? 0))) / sum(weights);
	return sum(areas.map(({ value }, i) => (weights[i] ?? 0) * (value - centre) ** 2));
}

/**
 * The standard deviation between areas at which Q meets a wanted value: its degrees of freedom give the
 * estimate (Paule & Mandel 1982), quantiles of chi-square the limits (Q-profile, Viechtbauer 2007). So
 * the estimate always lies inside its limits, which that of DerSimonian & Laird need not.
 */
function profile(areas: readonly Area[], wanted: number): number {
	if (spreadAround(areas, 0) <= wanted) return 0;
	let [low, high] = [0, 1];
	while (spreadAround(areas, high) > wanted) high *= 2;
	for (let step = 0; step < STEPS; step++) {
		const middle = (low + high) / 2;
		if (spreadAround(areas, middle) > wanted) low = middle;
		else high = middle;
	}
	return Math.sqrt((low + high) / 2);
}
