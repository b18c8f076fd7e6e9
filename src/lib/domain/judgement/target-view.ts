// What pages say of a stored judgement against target: always with movement beside it. Reads only what
// was stored; nothing is judged here.

import type { Evidence } from '../evidence.ts';
import type { Judgement } from '../judgement.ts';
import type { Period } from '../period.ts';
import { grid, type Grid, type Position } from './grid.ts';
import type {
	StoredChance,
	StoredMasking,
	StoredPace,
	StoredReliability,
	StoredTarget
} from './stored-target.ts';
import { travelPeriods } from './travel.ts';

interface Series {
	area: string;
	breakdown: string;
}

/** Everything stored of one series about its target, the words oldest first. */
export interface AboutSeries {
	words: StoredTarget[];
	/** The word of the latest figure. */
	now: StoredTarget | undefined;
	pace: StoredPace | undefined;
	chance: StoredChance | undefined;
	masking: StoredMasking | undefined;
	reliability: StoredReliability | undefined;
}

export function aboutSeries(
	judgements: readonly Judgement[],
	{ area, breakdown }: Series,
	periods: ReadonlyMap<string, Period>
): AboutSeries {
	const own = judgements.filter((one) => one.area === area && one.breakdown === breakdown);
	const ends = ({ period }: StoredTarget) => periods.get(period)?.ends ?? '';
	const words = own
		.filter((one): one is StoredTarget => one.kind === 'target')
		.sort((a, b) => (ends(a) < ends(b) ? -1 : 1));
	return {
		words,
		now: words.at(-1),
		pace: own.find((one): one is StoredPace => one.kind === 'pace'),
		chance: own.find((one): one is StoredChance => one.kind === 'chance'),
		masking: own.find((one): one is StoredMasking => one.kind === 'masking'),
		reliability: own.find((one): one is StoredReliability => one.kind === 'reliability')
	};
}

/** The grid with now and last year; undefined without a judgement against a target. */
export function gridOf(
	{ words, now }: Pick<AboutSeries, 'words' | 'now'>,
	{ indicator, periods, breaks }: Pick<Evidence, 'indicator' | 'periods' | 'breaks'>
): Grid | undefined {
	const latest = now && periods.get(now.period);
	if (!now || !latest) return undefined;
	const earlier = words.slice(0, -1).flatMap(({ period }) => periods.get(period) ?? []);
	const { lastYear } = travelPeriods(
		latest,
		earlier,
		breaks.map(({ starts }) => starts)
	);
	const then = words.find(({ period }) => period === lastYear?.id);
	const positions = { now: position(now), 'last year': then && position(then) };
	return grid(positions, indicator.polarity);
}

function position({ outcome, detail }: StoredTarget): Position {
	const { movement, value } = detail;
	return {
		word: outcome,
		movement: movement?.outcome ?? 'cannot tell',
		...(movement && { values: { later: value, earlier: movement.earlier } })
	};
}
