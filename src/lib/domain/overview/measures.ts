import type { Figure } from '../disclosure/gate.ts';
import type { Indicator } from '../indicator.ts';
import type { Movement } from '../judgement.ts';
import { furthest } from '../profile/rows.ts';
import type { Period } from '../period.ts';
import { headlineWithoutTargets } from '../sentence/overview.ts';
import { type Sentence, statement } from '../sentence/sentence.ts';

// The overview's counts: which measures have figures, which of them have clearly moved, and which still
// wait. Counted from stored judgements; nothing is tested here.

export interface Measure {
	indicator: Indicator;
	/** Has figures for the borough. */
	filled: boolean;
	/** The borough's movements that reach furthest back, one for each series shown. */
	movements: Movement[];
}

export function measures(
	catalogue: readonly Indicator[],
	figures: readonly Figure[],
	movements: readonly Movement[],
	periods: ReadonlyMap<string, Period>
): Measure[] {
	const filled = new Set(figures.map(({ indicator }) => indicator));
	const byIndicator = Map.groupBy(movements, ({ indicator }) => indicator);
	return catalogue.map((indicator) => ({
		indicator,
		filled: filled.has(indicator.code),
		movements: longest(byIndicator.get(indicator.code) ?? [], periods)
	}));
}

function longest(own: readonly Movement[], periods: ReadonlyMap<string, Period>): Movement[] {
	return [...Map.groupBy(own, ({ breakdown }) => breakdown).values()].flatMap(
		(series) => furthest(series, periods) ?? []
	);
}

export const isClear = ({ outcome }: Pick<Movement, 'outcome'>): boolean =>
	outcome === 'higher' || outcome === 'lower';

/** Tested = the figures have a range, so that chance can be told from change. */
const isTested = ({ outcome }: Pick<Movement, 'outcome'>): boolean => outcome !== 'cannot tell';

export interface Counts {
	withFigures: number;
	moved: number;
	tested: number;
	/** Proposed indicators: all, those with figures, those that wait, those for named roles only. */
	proposed: number;
	filled: number;
	awaiting: number;
	restricted: number;
	context: number;
}

export function counts(all: readonly Measure[]): Counts {
	const having = all.filter(({ filled }) => filled);
	const proposed = all.filter(({ indicator }) => indicator.kind === 'catalogue');
	const without = proposed.filter(({ filled }) => !filled);
	const restricted = without.filter(({ indicator }) => indicator.restricted).length;
	return {
		withFigures: having.length,
		moved: having.filter(({ movements }) => movements.some(isClear)).length,
		tested: having.filter(({ movements }) => movements.some(isTested)).length,
		proposed: proposed.length,
		filled: proposed.length - without.length,
		awaiting: without.length - restricted,
		restricted,
		context: having.filter(({ indicator }) => indicator.kind === 'context').length
	};
}

/** The page's one headline, right while no target exists. */
export function headline(all: readonly Measure[], { label }: { label: string }): Sentence {
	const { withFigures, moved, awaiting } = counts(all);
	if (withFigures === 0) return statement(`${label}.`);
	return headlineWithoutTargets({
		withFigures,
		moved,
		awaiting,
		since: 'their figure of five years before',
		judgements: all.flatMap(({ movements }) => movements.filter(isClear).map(({ id }) => id))
	});
}
