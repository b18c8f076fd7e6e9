import { isOfFew, type Rule } from '../disclosure/rule.ts';
import type { Indicator } from '../indicator.ts';
import { type AgainstTarget, againstTarget } from '../judgement/target.ts';
import type { Period } from '../period.ts';
import type { Target } from '../target.ts';
import type { History } from '../target/provisional.ts';
import type { EntryCell } from './cell.ts';
import type { MadeFigure } from './figure.ts';
import { keyOf } from './row.ts';

// On track or not, while somebody types: the same rule that judges the figure at publication.

/** What the judgement of a return's figures needs besides the figures. */
export interface Judging {
	readonly indicator: Pick<Indicator, 'kind' | 'polarity' | 'colourRule'>;
	/** What is too small for readers; null where no people are counted. */
	readonly hides: Rule | null;
	readonly period: Period;
	readonly history: History;
	/** Targets in force, by row. */
	readonly targets: Readonly<Record<string, Target>>;
}

/** Undefined where no target is set: then there is nothing to be judged by. */
export function statusOf(
	cell: EntryCell,
	made: MadeFigure | undefined,
	{ indicator, hides, period, history, targets }: Judging
): AgainstTarget | undefined {
	const target = targets[keyOf(cell)];
	if (!target || !made) return undefined;
	const { numerator, denominator } = cell;
	const { value, lower, upper, smallBase } = made;
	return againstTarget({
		...{ indicator, target, history, isHidden: isHidden(cell, { hides }) },
		latest: { period, value, lower, upper, numerator, denominator, isSmall: smallBase },
		freshness: { state: 'new', due: null, monthsLate: 0 }
	});
}

/** Are these so few people that readers will not see the figure? Publication also hides what gives it away. */
export const isHidden = (
	{ numerator, value, denominator }: EntryCell,
	{ hides }: Pick<Judging, 'hides'>
): boolean => hides !== null && isOfFew(numerator ?? value, denominator, hides);
