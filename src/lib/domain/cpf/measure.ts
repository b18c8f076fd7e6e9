import type { Figure } from '../disclosure/gate.ts';
import { branches, indicatorsOf, type Tree } from '../framework/tree.ts';
import type { Indicator } from '../indicator.ts';
import type { Influence } from '../influence.ts';
import { isException, type Standing } from '../judgement/exception.ts';
import type { StoredTarget } from '../judgement/stored-target.ts';
import { type TravelWord, travelWord } from '../judgement/travel.ts';
import type { Movement } from '../judgement.ts';
import type { Period } from '../period.ts';

// One indicator as the performance framework uses it: one figure, wherever it appears, with the areas
// that use it, who answers, the stored judgements, and what is due.

export interface Post {
	directorate: string;
	post: string;
}

export interface Part {
	/** Null: everybody; else the group, where there is no figure for all. */
	group: string | null;
	figure: Figure;
	period: Period;
	target: StoredTarget | null;
	/** Against the period before, by the stored test; null where none is stored. */
	travel: { word: TravelWord; movement: Movement; against: string } | null;
}

export interface Due {
	label: string;
	dueOn: string;
}

export interface Measure {
	indicator: Indicator;
	/** Codes of the performance areas that use it, in their order. */
	areas: string[];
	owner: Post | null;
	contributors: Post[];
	influence: Influence | null;
	parts: Part[];
	overdue: Due[];
	/** Day by which the next figure should have come, where that has passed by a month or more. */
	lateSince: string | null;
	/** Words are published beside the latest figure. */
	isCommented: boolean;
	/** As the overview tells it: the stored test, or the control chart where there is none. */
	standing: Standing | null;
}

/** Does a part of it belong to what a meeting looks at first? */
export const isExceptional = ({ parts, standing }: Measure): boolean =>
	parts.some(isOffAndWorse) || (standing !== null && isException(standing));

const isOffAndWorse = ({ target, travel }: Part): boolean =>
	target !== null && travel !== null && isException({ word: target.outcome, travel: travel.word });

/** Codes of the performance areas of a day that use each indicator. */
export function usedBy(tree: Tree, on: string): Map<string, string[]> {
	const found = new Map<string, string[]>();
	for (const branch of branches(tree, on)) {
		for (const code of indicatorsOf(branch)) {
			found.set(code, [...(found.get(code) ?? []), branch.element.code]);
		}
	}
	return found;
}

/** What was held for one place, for every indicator. */
export interface Held {
	figures: readonly Figure[];
	movements: readonly Movement[];
	targets: readonly StoredTarget[];
	periods: ReadonlyMap<string, Period>;
	breakdowns: ReadonlyMap<string, { dimension: string; label: string }>;
}

/** The figures of one indicator as they are read: one for all, or one for each sex. */
export function partsOf({ code, polarity }: Indicator, held: Held): Part[] {
	const own = held.figures.filter(({ indicator }) => indicator === code);
	const dimension = ({ breakdown }: Figure) => held.breakdowns.get(breakdown)?.dimension;
	const whole = own.filter((figure) => dimension(figure) === 'all');
	const shown = whole.length > 0 ? whole : own.filter((figure) => dimension(figure) === 'sex');
	return shown.flatMap((figure) => {
		const period = held.periods.get(figure.period);
		if (!period) return [];
		return [
			{
				...{ figure, period },
				group: whole.length > 0 ? null : (held.breakdowns.get(figure.breakdown)?.label ?? null),
				target: held.targets.find((one) => isOf(one, figure)) ?? null,
				travel: travelOf(figure, polarity, held)
			}
		];
	});
}

interface Told {
	indicator: string;
	area: string;
	breakdown: string;
	period: string;
}

const isOf = (told: Told, { indicator, area, breakdown, period }: Figure): boolean =>
	told.indicator === indicator &&
	told.area === area &&
	told.breakdown === breakdown &&
	told.period === period;

/** The stored test against the nearest earlier period. */
function travelOf(figure: Figure, polarity: Indicator['polarity'], held: Held): Part['travel'] {
	const ends = ({ againstPeriod }: Movement) => held.periods.get(againstPeriod)?.ends ?? '';
	const [movement] = held.movements
		.filter((one) => isOf(one, figure))
		.sort((a, b) => (ends(a) < ends(b) ? 1 : -1));
	if (!movement) return null;
	const { outcome, difference, againstPeriod } = movement;
	const later = figure.value;
	const values =
		later === null || difference === null ? undefined : { later, earlier: later - difference };
	return {
		word: travelWord(outcome, polarity, values),
		movement,
		against: held.periods.get(againstPeriod)?.label ?? againstPeriod
	};
}
