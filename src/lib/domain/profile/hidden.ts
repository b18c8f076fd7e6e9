import { hasDirection, type Polarity } from '../indicator.ts';
import type { Comparison } from '../judgement.ts';
import { isBeyondMany } from './many.ts';
import type { ProfileRow } from './rows.ts';

// What the figure of a place hides: parts that are clearly worse than Walsall while the place as a whole
// is not. For a measure without a good direction: parts clearly higher or lower while the place is
// similar. Reads stored judgements only.

export interface HiddenPart {
	area: string;
	/** "worse" only where the measure has a good direction. */
	word: 'worse' | 'higher' | 'lower';
	judgement: number;
}

export interface Hidden {
	row: ProfileRow;
	/** The stored comparison of the place itself. */
	whole: Comparison;
	/** "no worse" or "similar": what the place's own figure seems to say. */
	seems: 'no worse' | 'similar';
	parts: HiddenPart[];
}

interface Question {
	/** Area that the place is compared with, and the one its parts are compared with. */
	against: string;
	partsAgainst: string;
	/** Stored comparisons of the parts. */
	comparisons: readonly Comparison[];
}

/** Rows that hide something, in catalogue order; parts in the order given. */
export function hiddenIn(rows: readonly ProfileRow[], question: Question): Hidden[] {
	const about = Map.groupBy(
		question.comparisons.filter(({ againstArea }) => againstArea === question.partsAgainst),
		({ indicator }) => indicator
	);
	return rows.flatMap((row) => {
		const whole = row.comparisons.get(question.against);
		const { breakdown, period, indicator } = row.figure;
		const seems = whole && seemingly(whole, row.indicator.polarity);
		if (!whole || !seems) return [];
		const parts = (about.get(indicator) ?? [])
			.filter((one) => one.breakdown === breakdown && one.period === period)
			.filter(isBeyondMany)
			.flatMap((one) => partOf(one, row.indicator.polarity));
		return parts.length === 0 ? [] : [{ row, whole, seems, parts }];
	});
}

/** Which outcome is the worse one; undefined for a measure without a good direction. */
function worseOf(polarity: Polarity): 'higher' | 'lower' | undefined {
	// Which side of zero is worse depends on the sign of the gap.
	if (!hasDirection(polarity) || polarity === 'lower to zero') return undefined;
	return polarity === 'higher' ? 'lower' : 'higher';
}

function seemingly({ outcome }: Comparison, polarity: Polarity): Hidden['seems'] | undefined {
	const worse = worseOf(polarity);
	if (outcome === 'cannot tell' || outcome === worse) return undefined;
	if (worse) return 'no worse';
	return outcome === 'similar' ? 'similar' : undefined;
}

function partOf({ area, outcome, id }: Comparison, polarity: Polarity): HiddenPart[] {
	if (outcome !== 'higher' && outcome !== 'lower') return [];
	const worse = worseOf(polarity);
	if (worse) return outcome === worse ? [{ area, word: 'worse', judgement: id }] : [];
	return [{ area, word: outcome, judgement: id }];
}
