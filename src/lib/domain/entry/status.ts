import { isSmall, isSmallShare } from '../disclosure/rule.ts';
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
	readonly indicator: Pick<Indicator, 'kind' | 'polarity' | 'colourRule' | 'disclosureRule'>;
	readonly period: Period;
	readonly history: History;
	/** Targets in force, by row. */
	readonly targets: Readonly<Record<string, Target>>;
}

/** Undefined where no target is set: then there is nothing to be judged by. */
export function statusOf(
	cell: EntryCell,
	made: MadeFigure | undefined,
	{ indicator, period, history, targets }: Judging
): AgainstTarget | undefined {
	const target = targets[keyOf(cell)];
	if (!target || !made) return undefined;
	const { numerator, denominator } = cell;
	const { value, lower, upper, smallBase } = made;
	return againstTarget({
		...{ indicator, target, history, isHidden: isHidden(cell, indicator) },
		latest: { period, value, lower, upper, numerator, denominator, isSmall: smallBase },
		freshness: { state: 'new', due: null, monthsLate: 0 }
	});
}

/** The usual rule; publication also looks at what would give a count away. */
const USUAL = { threshold: 5, suppressZeros: false };

/** Are these so few people that readers will not see the figure? */
export function isHidden(
	{ numerator, denominator }: EntryCell,
	{ disclosureRule }: Pick<Indicator, 'disclosureRule'>
): boolean {
	if (disclosureRule !== 'people' || numerator === null) return false;
	return denominator === null
		? isSmall(numerator, USUAL)
		: isSmallShare(numerator, denominator, USUAL);
}
