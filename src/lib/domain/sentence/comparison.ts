import { type Unit, value } from '../format.ts';
import type { Comparison } from '../judgement.ts';
import { judged, type Sentence, statement } from './sentence.ts';

// A place beside another. The stored comparison decides which word; similar areas are a median and a
// range and are never judged.

interface Beside {
	place: string;
	/** The other area as printed, with its value for the same period. */
	other: string;
	otherValue: number;
	unit: Unit;
}

/** "Walsall is similar to England (21.0%)." */
export function beside(
	comparison: Comparison,
	{ place, other, otherValue, unit }: Beside
): Sentence {
	const size = value(otherValue, unit);
	switch (comparison.outcome) {
		case 'similar':
			return judged(`${place} is similar to ${other} (${size}).`, comparison);
		case 'higher':
			return judged(`${place} is higher than ${other} (${size}).`, comparison);
		case 'lower':
			return judged(`${place} is lower than ${other} (${size}).`, comparison);
		case 'cannot tell':
			return judged(`${other} is at ${size}; we cannot tell whether the two differ.`, comparison);
		default:
			throw new Error(`unknown comparison: ${comparison.outcome satisfies never}`);
	}
}

/** Without a stored comparison: the two figures, and no word for the difference. */
export function other({ other, otherValue, unit }: Omit<Beside, 'place'>): Sentence {
	return statement(`${other}: ${value(otherValue, unit)}. We have not tested the difference.`);
}

/** "The middle one of 14 similar areas is at 23.0%; they run from 18.0% to 28.4%." */
export function similarAreas(
	{ middle, low, high, areas }: { middle: number; low: number; high: number; areas: number },
	unit: Unit
): Sentence {
	const [a, b, c] = [middle, low, high].map((number) => value(number, unit));
	return statement(
		`The middle one of ${areas} similar areas is at ${a}; they run from ${b} to ${c}.`
	);
}

/** How many parts are clear of the borough: "7 of 20 wards are clearly higher than Walsall and 9 lower." */
export function clearOf(
	comparisons: readonly Comparison[],
	words: { one: string; many: string }
): Sentence | undefined {
	const tested = comparisons.filter(({ outcome }) => outcome !== 'cannot tell');
	if (tested.length === 0) return undefined;
	const higher = tested.filter(({ outcome }) => outcome === 'higher').length;
	const lower = tested.filter(({ outcome }) => outcome === 'lower').length;
	const judgements = tested.map(({ id }) => id);
	const all = tested.length;
	const noun = all === 1 ? words.one : words.many;
	if (higher === 0 && lower === 0) {
		return { text: `None of the ${all} ${noun} is clearly different from Walsall`, judgements };
	}
	if (lower === 0)
		return { text: `${higher} of ${all} ${noun} clearly higher than Walsall`, judgements };
	if (higher === 0)
		return { text: `${lower} of ${all} ${noun} clearly lower than Walsall`, judgements };
	return {
		text: `${higher} of ${all} ${noun} clearly higher than Walsall, ${lower} clearly lower`,
		judgements
	};
}
