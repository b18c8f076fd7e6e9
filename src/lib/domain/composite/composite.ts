// A composite index: several domains, each with its direction and weight, in one score per area. High
// score = worse; rank 1 = worst. An area without one of its domains has no score: nothing is imputed.
import { type Maybe, isNumber, sum } from '../number.ts';
import { exponentialTransform, lowestRanks, minMax, zScores } from './normalise.ts';

export type Method = 'exponential' | 'zscore' | 'minmax';

export interface Recipe {
	weights: readonly number[];
	method: Method;
	/** For each domain: does a higher value mean a worse one? */
	higherIsWorse: readonly boolean[];
}

/** Score and rank of each area; undefined where a domain was missing. */
export interface Composite {
	score: (number | undefined)[];
	rank: (number | undefined)[];
}

/** Composite of domains[area][domain]; weights are scaled to 1; equal scores take the lowest rank. */
export function compositeIndex(
	domains: readonly (readonly Maybe[])[],
	recipe: Recipe
): Composite | undefined {
	const complete = domains.flatMap((row, i) => (row.every(isNumber) ? [{ i, row }] : []));
	const columns = transformed(
		complete.map(({ row }) => row as number[]),
		recipe
	);
	if (!columns) return undefined;
	const scores = weighted(columns, recipe.weights);
	const ranks = worstFirst(scores);
	const score: (number | undefined)[] = domains.map(() => undefined);
	const rank: (number | undefined)[] = domains.map(() => undefined);
	complete.forEach(({ i }, k) => {
		score[i] = scores[k];
		rank[i] = ranks[k];
	});
	return { score, rank };
}

/** The domains on one scale with high = worse, as transformed[area][domain]. */
export function transformed(
	domains: readonly (readonly number[])[],
	{ weights, method, higherIsWorse }: Recipe
): number[][] | undefined {
	if (weights.length !== higherIsWorse.length || domains.some((d) => d.length !== weights.length)) {
		throw new RangeError('one weight and one direction per domain');
	}
	const columns = weights.map((_, d) =>
		oneScale(
			domains.map((row) => row[d] ?? Number.NaN),
			method,
			higherIsWorse[d] ?? true
		)
	);
	if (!columns.every((column) => column !== undefined)) return undefined;
	return domains.map((_, i) => columns.map((column) => column[i] ?? Number.NaN));
}

/** Weighted mean of each area's domains. */
export function weighted(
	rows: readonly (readonly number[])[],
	weights: readonly number[]
): number[] {
	const total = sum(weights);
	if (!(total > 0)) throw new RangeError('weights must add to more than 0');
	return rows.map((row) => sum(row.map((value, d) => value * (weights[d] ?? 0))) / total);
}

/** Ranks with 1 for the highest score; scores within rounding error are equal. */
export const worstFirst = (scores: readonly number[]): number[] =>
	lowestRanks(scores.map((score) => -Number(score.toPrecision(12))));

/** Decile 1 = the worst tenth: ceil(10 rank / n). */
export const deciles = (rank: readonly number[], n: number): number[] =>
	rank.map((r) => Math.ceil((10 * r) / n));

/** Population-weighted average score of the areas of a district. */
export function averageScore(score: readonly number[], pop: readonly number[]): number | undefined {
	const people = sum(pop);
	return people > 0 ? sum(score.map((s, i) => s * (pop[i] ?? 0))) / people : undefined;
}

function oneScale(values: number[], method: Method, higherIsWorse: boolean): number[] | undefined {
	const towardsWorst = values.map((value) => (higherIsWorse ? value : -value));
	switch (method) {
		case 'exponential':
			return exponentialTransform(values, higherIsWorse);
		case 'zscore':
			return zScores(towardsWorst)?.population;
		case 'minmax':
			return minMax(towardsWorst);
	}
}
