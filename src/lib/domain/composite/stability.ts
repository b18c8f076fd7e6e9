// Would other sensible weights have ranked the areas otherwise? OECD/JRC Handbook 2008.
import { type Random, weights as randomWeights } from '../random.ts';
import { kendallTauB, spearman } from '../stats/correlation.ts';
import { weighted, worstFirst } from './composite.ts';

/** Ranks by each set of weights, and how they compare with the first set (the base case). */
export interface Stability {
	ranks: number[][];
	spearmanToFirst: (number | undefined)[];
	kendallTauBToFirst: (number | undefined)[];
	/** Share of the sets in which the area is among the worst. */
	shareInWorst: number[];
	minRank: number[];
	maxRank: number[];
}

/**
 * Rank stability of transformed[area][domain] (high = worse) over sets of weights. The worst are the
 * `worstShare` of the areas, at least one.
 */
export function rankStability(
	transformed: readonly (readonly number[])[],
	weightSets: readonly (readonly number[])[],
	worstShare: number
): Stability {
	const ranks = weightSets.map((weights) => worstFirst(weighted(transformed, weights)));
	const [first = [], ...others] = ranks;
	const worst = Math.max(1, Math.round(worstShare * transformed.length));
	const ofArea = transformed.map((_, i) => ranks.map((set) => set[i] ?? Number.NaN));
	return {
		ranks,
		spearmanToFirst: others.map((set) => spearman(first, set)),
		kendallTauBToFirst: others.map((set) => kendallTauB(first, set)),
		shareInWorst: ofArea.map((own) => own.filter((rank) => rank <= worst).length / ranks.length),
		minRank: ofArea.map((own) => Math.min(...own)),
		maxRank: ofArea.map((own) => Math.max(...own))
	};
}

/** The base weights with each domain left out in turn. */
export const leaveOneOut = (weights: readonly number[]): number[][] =>
	weights.map((_, left) => weights.map((weight, d) => (d === left ? 0 : weight)));

/** Sets of random weights, every combination equally likely. */
export const randomSets = (random: Random, domains: number, sets: number): number[][] =>
	Array.from({ length: sets }, () => randomWeights(random, domains));
