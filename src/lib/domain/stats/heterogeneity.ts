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
	const value = Math.sqrt(momentVariance(areas, q));
	const low = tail(confidence);
	return {
		q,
		degrees,
		p: Math.max(0, chiSquareUpperTail(q, degrees)),
		between: {
			value,
			lower: Math.min(value, profile(areas, chiSquareQuantile(1 - low, degrees))),
			upper: Math.max(value, profile(areas, chiSquareQuantile(low, degrees)))
		}
	};
}

/** Generalised Q: squared distances from the weighted mean when `extra` variance lies between areas. */
function spreadAround(areas: readonly Area[], extra: number): number {
	const weights = areas.map(({ variance }) => 1 / (variance + extra));
	const centre = sum(areas.map(({ value }, i) => value * (weights[i] ?? 0))) / sum(weights);
	return sum(areas.map(({ value }, i) => (weights[i] ?? 0) * (value - centre) ** 2));
}

/** DerSimonian & Laird 1986, method of moments. */
function momentVariance(areas: readonly Area[], q: number): number {
	const weights = areas.map(({ variance }) => 1 / variance);
	const total = sum(weights);
	const scale = total - sum(weights.map((w) => w * w)) / total;
	return Math.max(0, (q - (areas.length - 1)) / scale);
}

/** Q-profile limit (Viechtbauer 2007): the extra variance at which Q meets a quantile of chi-square. */
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
