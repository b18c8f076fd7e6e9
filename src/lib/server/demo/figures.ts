import { daysOn } from '../../domain/day.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { compare } from '../../domain/period.ts';
import { generator } from '../../domain/random.ts';
import type { ObservationRow } from '../load/observation.ts';
import { CORRECTION, type Publication, publications } from './calendar.ts';
import { type Invented, invented } from './measures.ts';
import { states } from './states.ts';
import { periods, series } from './series.ts';
import type { History } from './targets.ts';

// All invented figures, and the edition in which each of them is first held.

/** The year in which the strategy ends, as good a seed as any: the same figures at every start. */
const SEED = 2035;

export interface Figures {
	rows: ObservationRow[];
	/** What the edition brings: new figures, and figures that take the place of earlier ones. */
	of(edition: Publication): { fresh: ObservationRow[]; revised: ObservationRow[] };
	history: History;
}

export function inventFigures(catalogue: readonly Indicator[]): Figures {
	const random = generator(SEED);
	const byCode = new Map(catalogue.map((indicator) => [indicator.code, indicator]));
	const plain = invented.flatMap((given) => {
		const measure = byCode.get(given.code);
		if (!measure) throw new Error(`the catalogue has no ${given.code}`);
		return series(random, given, measure);
	});
	const { rows, revisions } = states(plain);
	const bySpec = new Map(invented.map((given) => [given.code, given]));
	const first = (row: ObservationRow) => firstHeld(bySpec.get(row.indicator), row.period);
	return {
		rows,
		of: (edition) => ({
			fresh: edition.id === CORRECTION ? [] : rows.filter((row) => first(row) === edition),
			revised: revisions.filter(({ at }) => at === edition.id).map(({ row }) => row)
		}),
		history: historyOf(rows, first)
	};
}

/** The first edition whose last day is late enough for the period and its lag. */
function firstHeld(given: Invented | undefined, period: string): Publication | undefined {
	const made = periods.get(period);
	if (!given || !made) return undefined;
	const day = daysOn(made.ends, given.lag ?? 0);
	return publications.find(({ upTo }) => upTo >= day);
}

function historyOf(
	rows: readonly ObservationRow[],
	first: (row: ObservationRow) => Publication | undefined
): History {
	const key = (indicator: string, area: string, period: string) => `${indicator} ${area} ${period}`;
	const byKey = new Map(rows.map((row) => [key(row.indicator, row.area, row.period), row]));
	const held = rows.filter((row) => row.value !== null && first(row));
	const byIndicator = Map.groupBy(held, ({ indicator }) => indicator);
	const place = (edition: Publication | undefined) =>
		edition ? publications.indexOf(edition) : Infinity;
	return {
		figure: (indicator, area, period) => byKey.get(key(indicator, area, period)),
		latest: (indicator) =>
			(byIndicator.get(indicator) ?? [])
				.flatMap(({ period }) => periods.get(period) ?? [])
				.sort(compare)
				.at(-1),
		period: (id) => periods.get(id),
		isHeld: (indicator, period, edition) =>
			(byIndicator.get(indicator) ?? []).some(
				(row) => row.period === period && place(first(row)) <= place(edition)
			)
	};
}
