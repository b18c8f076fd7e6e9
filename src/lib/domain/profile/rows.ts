import type { Figure } from '../disclosure/gate.ts';
import type { Indicator } from '../indicator.ts';
import type { Comparison, Judgement, Movement } from '../judgement.ts';
import type { StoredTarget } from '../judgement/stored-target.ts';
import { compare, type Period } from '../period.ts';

// Every measure of one place as a row: its latest figure, the figures of the areas beside it for the
// same period, and the stored judgements. A borough figure never stands in a smaller place's column.

export interface ProfileRow {
	indicator: Indicator;
	/** "Female" where a measure has no figure for everybody; else null. */
	label: string | null;
	figure: Figure;
	period: Period;
	/** This place, all periods, oldest first. */
	series: Figure[];
	/** Same measure, group and period in the areas beside it, by code. */
	others: Map<string, Figure>;
	/** Stored comparisons by the code of the area compared with. */
	comparisons: Map<string, Comparison>;
	/** The stored movement that reaches furthest back. */
	movement: Movement | undefined;
	/** The earlier period of that movement. */
	before: Period | undefined;
	/** The stored word against this place's own target; undefined without one. */
	target: StoredTarget | undefined;
}

export interface Held {
	catalogue: readonly Indicator[];
	/** The place, all periods and groups. */
	own: readonly Figure[];
	/** The areas beside it. */
	others: readonly Figure[];
	judgements: readonly Judgement[];
	periods: ReadonlyMap<string, Period>;
	breakdowns: ReadonlyMap<string, { dimension: string; label: string }>;
}

/** Rows in catalogue order. */
export function rows(place: string, held: Held): ProfileRow[] {
	const byIndicator = Map.groupBy(held.own, ({ indicator }) => indicator);
	const others = Map.groupBy(held.others, key);
	return held.catalogue.flatMap((indicator) => {
		const own = byIndicator.get(indicator.code) ?? [];
		return shownSeries(own, held).flatMap(({ label, series }) => {
			const figure = latest(series);
			const period = figure && held.periods.get(figure.period);
			if (!figure || !period) return [];
			const beside = (others.get(key(figure)) ?? []).filter(({ area }) => area !== place);
			return {
				indicator,
				label,
				figure,
				period,
				series,
				others: new Map(beside.map((other) => [other.area, other])),
				...judged(figure, held)
			};
		});
	});
}

/** Measures whose figures are for groups only (make-up of the population): they have their own pages. */
export function groupsOnly(held: Pick<Held, 'catalogue' | 'own' | 'breakdowns'>): Indicator[] {
	const byIndicator = Map.groupBy(held.own, ({ indicator }) => indicator);
	return held.catalogue.filter(({ code }) => {
		const own = byIndicator.get(code) ?? [];
		return own.length > 0 && shownSeries(own, held).length === 0;
	});
}

/** The latest known figure; without one the latest row, whatever its state. */
export function latest(series: readonly Figure[]): Figure | undefined {
	return series.findLast(({ state }) => state === 'known') ?? series.at(-1);
}

/** Everybody's series; else one for each sex; none for finer groups. */
function shownSeries(own: readonly Figure[], held: Pick<Held, 'breakdowns'>) {
	const dimension = (figure: Figure) => held.breakdowns.get(figure.breakdown)?.dimension;
	const whole = own.filter((figure) => dimension(figure) === 'all');
	const shown = whole.length > 0 ? whole : own.filter((figure) => dimension(figure) === 'sex');
	return [...Map.groupBy(shown, ({ breakdown }) => breakdown)].map(([breakdown, series]) => ({
		label: whole.length > 0 ? null : (held.breakdowns.get(breakdown)?.label ?? breakdown),
		series
	}));
}

function judged(figure: Figure, { judgements, periods }: Held) {
	const own = judgements.filter(
		(judgement) =>
			judgement.indicator === figure.indicator &&
			judgement.area === figure.area &&
			judgement.breakdown === figure.breakdown &&
			judgement.period === figure.period
	);
	const comparisons = own.filter((one): one is Comparison => one.kind === 'comparison');
	const movement = furthest(
		own.filter((one): one is Movement => one.kind === 'movement'),
		periods
	);
	return {
		comparisons: new Map(comparisons.map((one) => [one.againstArea, one])),
		movement,
		before: movement && periods.get(movement.againstPeriod),
		target: own.find((one): one is StoredTarget => one.kind === 'target')
	};
}

/** The test that reaches furthest back: five years, or the first available. */
export function furthest(
	movements: readonly Movement[],
	periods: ReadonlyMap<string, Period>
): Movement | undefined {
	return movements
		.flatMap((movement) => {
			const from = periods.get(movement.againstPeriod);
			return from ? [{ movement, from }] : [];
		})
		.sort((a, b) => compare(a.from, b.from))[0]?.movement;
}

const key = ({ indicator, breakdown, period }: Figure): string =>
	`${indicator} ${breakdown} ${period}`;
