import type { Figure } from '../disclosure/gate.ts';
import type { Indicator } from '../indicator.ts';
import type { Control, Judgement, Movement } from '../judgement.ts';
import type { StoredMasking, StoredTarget } from '../judgement/stored-target.ts';
import { type TargetWord, targetWords } from '../judgement/target.ts';
import { type TravelWord, travelWord } from '../judgement/travel.ts';
import { directionOf } from '../sentence/control.ts';
import type { Period } from '../period.ts';

// Where each proposed indicator stands in each place: the stored word against its target, and whether
// the figure itself is moving. The two stay two; nothing is tested here.

export interface Standing {
	indicator: Indicator;
	area: string;
	word: TargetWord;
	/** Absent: no target, or no figure. */
	judgement: StoredTarget | undefined;
	travel: TravelWord;
	/** The borough is not off track while these parts are. */
	masked: string[];
}

export interface Told {
	catalogue: readonly Indicator[];
	/** Latest figures of the places. */
	figures: readonly Figure[];
	judgements: readonly Judgement[];
	periods: ReadonlyMap<string, Period>;
}

/** Every proposed indicator in every place, in catalogue order. */
export function standings(areas: readonly string[], told: Told): Standing[] {
	const proposed = told.catalogue.filter(({ kind }) => kind === 'catalogue');
	const byPlace = Map.groupBy(told.judgements, ({ indicator, area }) => `${indicator} ${area}`);
	const filled = new Set(told.figures.map(({ indicator, area }) => `${indicator} ${area}`));
	return proposed.flatMap((indicator) =>
		areas.map((area) => {
			const key = `${indicator.code} ${area}`;
			const own = byPlace.get(key) ?? [];
			const judgement = worst(latestWords(own, told.periods));
			const masking = own.find((one): one is StoredMasking => one.kind === 'masking');
			return {
				...{ indicator, area, judgement },
				word: judgement?.outcome ?? (filled.has(key) ? 'no judgement' : 'no new data'),
				travel: travelOf(indicator, own, told.periods),
				masked: masking?.detail.parts ?? []
			};
		})
	);
}

/** The word of the latest figure of each group. */
function latestWords(
	own: readonly Judgement[],
	periods: ReadonlyMap<string, Period>
): StoredTarget[] {
	const words = own.filter((one): one is StoredTarget => one.kind === 'target');
	const ends = ({ period }: StoredTarget) => periods.get(period)?.ends ?? '';
	return [...Map.groupBy(words, ({ breakdown }) => breakdown).values()].flatMap((series) =>
		series.toSorted((a, b) => (ends(a) < ends(b) ? -1 : 1)).slice(-1)
	);
}

/** An indicator of several groups counts once, at its worst. */
const worst = (words: readonly StoredTarget[]): StoredTarget | undefined =>
	targetWords.flatMap((word) => words.filter(({ outcome }) => outcome === word))[0];

/** The test of the latest figure; without one, what the control chart says of its latest point. */
function travelOf(
	{ polarity }: Indicator,
	own: readonly Judgement[],
	periods: ReadonlyMap<string, Period>
): TravelWord {
	const movements = own.filter((one): one is Movement => one.kind === 'movement');
	const told = movements
		.filter(({ outcome }) => outcome !== 'cannot tell')
		.toSorted((a, b) => endOf(b.againstPeriod, periods) - endOf(a.againstPeriod, periods))
		.map(({ outcome }) => travelWord(outcome, polarity));
	const clear = told.find((word) => word !== 'no clear change' && word !== 'cannot tell');
	if (told.length > 0) return clear ?? 'no clear change';
	const controls = own.filter((one): one is Control => one.kind === 'control');
	const latest = controls.toSorted((a, b) => endOf(a.period, periods) - endOf(b.period, periods));
	const outcome = latest.at(-1)?.outcome;
	if (!outcome || outcome === 'cannot tell' || outcome === 'too early to tell')
		return 'cannot tell';
	const direction = directionOf(outcome);
	if (direction === 0) return 'no clear change';
	return travelWord(direction === 1 ? 'higher' : 'lower', polarity);
}

const endOf = (id: string, periods: ReadonlyMap<string, Period>): number =>
	Date.parse(periods.get(id)?.ends ?? '1900-01-01');
