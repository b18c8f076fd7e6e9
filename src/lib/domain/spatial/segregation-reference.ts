// Small groups look segregated by chance alone. This deals a group's members to areas at random,
// keeping the size of every area, and says what index chance would give.
import { average, variance } from '../number.ts';
import { below, generator, type Random } from '../random.ts';
import { dissimilarity } from './two-group.ts';

/** The observed index, what chance gives, and the part beyond chance, (D - E) / (1 - E). */
export interface AgainstChance {
	observed: number;
	expected: number;
	sd: number;
	/** Carrington & Troske 1997: 0 = as chance, 1 = complete, negative = more even than chance. */
	beyondChance: number;
	/** Share of random deals with an index at least as large, (M + 1) / (R + 1). */
	p: number;
	deals: number;
	seed: number;
}

export interface ReferenceOptions {
	deals: number;
	seed: number;
	/** Index of a group (first list) against the rest (second list); dissimilarity unless given. */
	index?: (x: readonly number[], rest: readonly number[]) => number | undefined;
}

/**
 * Index of one group against its randomisation reference. `x` = members by area, `totals` = everybody
 * by area, whole numbers. undefined when the group is empty or is everybody.
 */
export function againstChance(
	x: readonly number[],
	totals: readonly number[],
	{ deals, seed, index = dissimilarity }: ReferenceOptions
): AgainstChance | undefined {
	const rest = totals.map((total, i) => total - (x[i] ?? 0));
	const observed = index(x, rest);
	if (observed === undefined) return undefined;
	const deal = dealer(x, totals, generator(seed));
	const drawn = Array.from({ length: deals }, () => {
		const dealt = deal();
		return (
			index(
				dealt,
				totals.map((total, i) => total - (dealt[i] ?? 0))
			) ?? 0
		);
	});
	const expected = average(drawn) ?? 0;
	const asLarge = drawn.filter((value) => value >= observed - 1e-12).length;
	return {
		observed,
		expected,
		sd: Math.sqrt(variance(drawn, 1) ?? 0),
		beyondChance: (observed - expected) / (1 - expected),
		p: (asLarge + 1) / (deals + 1),
		deals,
		seed
	};
}

/** Members below this number per area on average call for the reference (judgement). */
export const fewPerArea = 10;

/** True for a group whose raw index should not stand alone: below 2% or below ten members per area. */
export const needsReference = (members: number, everybody: number, areas: number): boolean =>
	members / everybody < 0.02 || members / areas < fewPerArea;

/** Deals the group's members to places without replacement (a partial Fisher-Yates shuffle). */
function dealer(x: readonly number[], totals: readonly number[], random: Random): () => number[] {
	const places = Uint16Array.from(totals.flatMap((total, i) => new Array<number>(total).fill(i)));
	const members = x.reduce((a, b) => a + b, 0);
	return () => {
		const dealt = totals.map(() => 0);
		for (let k = 0; k < members; k++) {
			const chosen = k + below(random, places.length - k);
			const area = places[chosen] ?? 0;
			places[chosen] = places[k] ?? 0;
			places[k] = area;
			dealt[area] = (dealt[area] ?? 0) + 1;
		}
		return dealt;
	};
}
