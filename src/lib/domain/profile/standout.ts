import { value } from '../format.ts';
import { hasDirection } from '../indicator.ts';
import type { Comparison } from '../judgement.ts';
import { beside } from '../sentence/comparison.ts';
import type { Sentence } from '../sentence/sentence.ts';
import { isBeyondMany } from './many.ts';
import type { ProfileRow } from './rows.ts';

// What stands out about a place: stored comparisons with a benchmark, counted and the clearest told.
// Chosen by how far beyond chance a difference is, told in catalogue order: a list, never a ranking.

export interface Against {
	code: string;
	name: string;
}

export interface Standout {
	code: string;
	title: string;
	/** "28.3%." with its comparison: "West is higher than Walsall (26.3%)." */
	level: string;
	sentence: Sentence;
	/** "Its wards run from 24.1% to 31.0%." */
	spread: string | null;
}

export interface Standouts {
	higher: number;
	lower: number;
	similar: number;
	/** Too few people to tell. */
	untold: number;
	told: Standout[];
}

const TOLD = 3;

/**
 * Only measures that have a good direction are told, and of those only what still stands out when all
 * comparisons of the place are allowed for. All that were compared are counted.
 */
export function standouts(
	rows: readonly ProfileRow[],
	place: string,
	against: Against,
	spreadOf: (row: ProfileRow) => string | null = () => null
): Standouts {
	const compared = rows.flatMap((row) => {
		const comparison = row.comparisons.get(against.code);
		return comparison ? [{ row, comparison }] : [];
	});
	const count = (outcome: Comparison['outcome']) =>
		compared.filter(({ comparison }) => comparison.outcome === outcome).length;
	const clear = compared
		.filter(({ row }) => hasDirection(row.indicator.polarity))
		.filter(({ comparison }) => isBeyondMany(comparison))
		.sort((a, b) => beyondChance(b.comparison) - beyondChance(a.comparison))
		.slice(0, TOLD);
	return {
		higher: count('higher'),
		lower: count('lower'),
		similar: count('similar'),
		untold: count('cannot tell'),
		told: compared
			.filter((one) => clear.includes(one))
			.flatMap(({ row, comparison }) => tell(row, comparison, { place, against, spreadOf }))
	};
}

/** "Of 14 measures, West is higher than Walsall on 8, similar on 3 and lower on 3." */
export function counted(found: Standouts, place: string, benchmark: string): string {
	const all = found.higher + found.lower + found.similar;
	if (all === 0) return `No measure of ${place} can be compared with ${benchmark} yet.`;
	const measures = all === 1 ? '1 measure' : `${all} measures`;
	return `Of ${measures}, ${place} is higher than ${benchmark} on ${found.higher}, similar on ${found.similar} and lower on ${found.lower}.`;
}

/** Size of the difference in half-widths of its own limits. */
function beyondChance({ difference, lower, upper }: Comparison): number {
	if (difference === null || lower === null || upper === null || upper === lower) return 0;
	return Math.abs(difference) / ((upper - lower) / 2);
}

function tell(
	row: ProfileRow,
	comparison: Comparison,
	words: { place: string; against: Against; spreadOf: (row: ProfileRow) => string | null }
): Standout[] {
	const other = row.others.get(words.against.code);
	if (row.figure.value === null || other?.value == null) return [];
	const { indicator } = row;
	return [
		{
			code: indicator.code,
			title: row.label ? `${indicator.title}, ${row.label.toLowerCase()}` : indicator.title,
			level: value(row.figure.value, indicator),
			sentence: beside(comparison, {
				place: words.place,
				other: words.against.name,
				otherValue: other.value,
				unit: indicator
			}),
			spread: words.spreadOf(row)
		}
	];
}
