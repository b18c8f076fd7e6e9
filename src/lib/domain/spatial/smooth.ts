// Rates of small populations jump about. These shrink them towards the whole, or test them fairly.
import { type Maybe, isNumber, sum } from '../number.ts';
import { type Moran, moran } from './moran.ts';
import type { Neighbours } from './neighbours.ts';

/**
 * Empirical Bayes rates (events per person), shrunk towards the overall rate the more the smaller the
 * population. undefined where events or population are missing or the population is 0. Marshall 1991.
 */
export function empiricalBayesRate(
	events: readonly Maybe[],
	population: readonly Maybe[]
): (number | undefined)[] {
	const prior = priorOf(events, population);
	return events.map((e, i) => {
		const n = population[i];
		if (!prior || !isNumber(e) || !isNumber(n) || n <= 0) return undefined;
		const between = Math.max(0, prior.between);
		const trust = between === 0 ? 0 : between / (between + prior.rate / n);
		return prior.rate + trust * (e / n - prior.rate);
	});
}

/**
 * Moran's I of rates standardised for their population (row-standardised weights), so that small areas
 * do not make the pattern. All areas must have events and population. Assuncao & Reis 1999.
 */
export function moranRate(
	events: readonly Maybe[],
	population: readonly Maybe[],
	neighbours: Neighbours
): Moran | undefined {
	const prior = priorOf(events, population);
	const scores = events.map((e, i) => {
		const n = population[i];
		if (!prior || !isNumber(e) || !isNumber(n) || n <= 0) return undefined;
		const variance = Math.max(0, prior.between) + prior.rate / n;
		return (e / n - prior.rate) / Math.sqrt(variance);
	});
	return scores.every(isNumber) ? moran(scores, neighbours, 'row') : undefined;
}

/** Overall rate and the variance between areas beyond chance; undefined without events. */
function priorOf(events: readonly Maybe[], population: readonly Maybe[]) {
	const areas = events.flatMap((e, i) => {
		const n = population[i];
		return isNumber(e) && isNumber(n) && n > 0 ? [{ e, n }] : [];
	});
	const people = sum(areas.map(({ n }) => n));
	const rate = sum(areas.map(({ e }) => e)) / people;
	if (!(rate > 0)) return undefined;
	const spread = sum(areas.map(({ e, n }) => n * (e / n - rate) ** 2)) / people;
	return { rate, between: spread - rate / (people / areas.length) };
}
