// How much of the spread between areas a set of map classes explains.
import { type Maybe, average, known, sum } from '../number.ts';
import { classOf } from './breaks.ts';

/**
 * Sum of squares within the classes and goodness of variance fit, 1 - within / total (0 to 1);
 * undefined without values, fit 1 when they are all equal. Jenks & Caspall 1971.
 */
export function goodness(
	values: Iterable<Maybe>,
	upper: readonly number[]
): { withinSS: number; gvf: number } | undefined {
	const given = known(values);
	if (given.length === 0) return undefined;
	const members = upper.map((_, i) => given.filter((value) => classOf(value, upper) === i));
	const withinSS = sum(members.map(squares));
	const total = squares(given);
	return { withinSS, gvf: total === 0 ? 1 : 1 - withinSS / total };
}

function squares(values: readonly number[]): number {
	const centre = average(values) ?? 0;
	return sum(values.map((value) => (value - centre) ** 2));
}
