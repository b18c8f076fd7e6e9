// Rates made comparable between areas of different age structure.
import { type Maybe, isNumber, known, sum } from '../number.ts';
import { count, type Interval, byar } from './interval.ts';

/** Events needed before a directly standardised rate is given. */
export const fewestEvents = 10;

/**
 * A standardised rate with the totals behind it. Value and limits are undefined below ten events.
 * `missingBands`: bands whose count was missing and was read as no events (as calculate_dsr does).
 */
export interface DirectRate {
	totalCount: number;
	totalPop: number;
	value: number | undefined;
	lower: number | undefined;
	upper: number | undefined;
	missingBands: number;
}

/** Observed against expected events; the reference rate is undefined for a ratio. */
export interface IndirectRate extends Interval {
	observed: number;
	expected: number;
	refRate: number | undefined;
}

interface Bands {
	pop: readonly Maybe[];
	stdpop: readonly number[];
	multiplier?: number;
	confidence?: number;
}

/**
 * Directly standardised rate per `multiplier`, one entry of each list per age band.
 * Dobson et al. 1991 limits around Byar's for the total; PHEindicatormethods calculate_dsr.
 */
export function dsr(given: Bands & { count: readonly Maybe[] }): DirectRate | undefined {
	const counts = given.count.map((x) => (isNumber(x) ? x : 0));
	const missingBands = given.count.length - given.count.filter(isNumber).length;
	return direct(given, counts, counts, missingBands);
}

/**
 * The same where one person may have several events: persons by number of events and band.
 * The variance counts a person with f events f squared times. Fingertips technical guidance.
 */
export function dsrNonIndependent(
	given: Bands & { personsByFrequency: Readonly<Record<string, readonly Maybe[]>> }
): DirectRate | undefined {
	const rows = Object.entries(given.personsByFrequency);
	const powered = (power: 1 | 2) =>
		given.pop.map((_, band) =>
			sum(rows.map(([times, persons]) => Number(times) ** power * (persons[band] ?? 0)))
		);
	return direct(given, powered(1), powered(2), 0);
}

function direct(
	{ pop, stdpop, multiplier = 100_000, confidence = 0.95 }: Bands,
	counts: readonly number[],
	squared: readonly number[],
	missingBands: number
): DirectRate | undefined {
	if (counts.length !== pop.length || stdpop.length !== pop.length) {
		throw new RangeError('one count, population and standard population per band');
	}
	if (!pop.every((n): n is number => isNumber(n) && n > 0)) return undefined;
	const totalCount = sum(counts);
	const totals = { totalCount, totalPop: sum(pop), missingBands };
	const limits = byar(totalCount, confidence);
	if (totalCount < fewestEvents || !limits) {
		return { ...totals, value: undefined, lower: undefined, upper: undefined };
	}
	const weighted = (xs: readonly number[], power: 1 | 2) =>
		sum(xs.map((x, i) => ((stdpop[i] ?? 0) ** power * x) / (pop[i] ?? 1) ** power)) /
		sum(stdpop) ** power;
	const value = weighted(counts, 1);
	const stretch = Math.sqrt(weighted(squared, 2) / totalCount);
	const at = (limit: number) => multiplier * (value + stretch * (limit - totalCount));
	return { ...totals, value: multiplier * value, lower: at(limits.lower), upper: at(limits.upper) };
}

/**
 * Indirectly standardised ratio (observed / expected) or rate (ratio times the reference rate), per
 * `multiplier`. A missing reference count is read as no events (as phe_isr does); a missing population
 * gives no answer. Limits exact below ten events, else Byar's. Source: phe_isr of PHEindicatormethods.
 */
export function isr(given: {
	observed: Maybe;
	pop: readonly Maybe[];
	refcount: readonly Maybe[];
	refpop: readonly Maybe[];
	kind: 'rate' | 'ratio';
	multiplier?: number;
	confidence?: number;
}): IndirectRate | undefined {
	const { observed, kind, multiplier = 100_000, confidence = 0.95 } = given;
	const limits = count(observed, confidence);
	const expectedIn = given.pop.map((pop, i) =>
		expectedEvents(pop, given.refcount[i], given.refpop[i])
	);
	if (!limits || !expectedIn.every(isNumber)) return undefined;
	const expected = sum(expectedIn);
	if (!(expected > 0)) return undefined;
	const overall = sum(known(given.refcount)) / sum(known(given.refpop));
	const scale = kind === 'rate' ? overall * multiplier : multiplier;
	return {
		observed: limits.value,
		expected,
		refRate: kind === 'rate' ? scale : undefined,
		value: (limits.value / expected) * scale,
		lower: (limits.lower / expected) * scale,
		upper: (limits.upper / expected) * scale
	};
}

/** A band without reference events expects none, whatever its population. */
function expectedEvents(pop: Maybe, refcount: Maybe, refpop: Maybe): number | undefined {
	if (!isNumber(refpop) || refpop <= 0) return undefined;
	if (!isNumber(refcount) || refcount === 0) return 0;
	return isNumber(pop) ? (pop * refcount) / refpop : undefined;
}
