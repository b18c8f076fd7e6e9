import * as areas from '../db/areas.ts';
import type { Trx } from '../db/client.ts';
import * as indicators from '../db/indicators.ts';
import * as judging from '../db/judging.ts';
import * as periods from '../db/periods.ts';
import * as figures from '../figures.ts';
import { adjusted } from './adjust.ts';
import { classBreaks } from './classes.ts';
import { protect, type Protected } from './disclosure.ts';
import { judge } from './judge.ts';
import { judgeTargets } from './judge-targets.ts';
import { seriesOf } from './series-of.ts';
import { targetTimes } from './target-judging.ts';

// When figures are published, it is first decided which counts of people may be shown. Then what can
// be said is worked out once and stored: movements, comparisons, trends and map classes. Only figures that have passed the disclosure gate are judged,
// so no judgement can give away a hidden value.

export interface Published {
	judgements: number;
	maps: number;
	protection: Protected;
}

/**
 * Judges everything held at `now`; judgements that no longer hold are closed, not erased. `only` some
 * indicators are judged where nothing else can have changed: their comparisons are then adjusted among
 * themselves, until everything is judged again.
 */
export async function publish(trx: Trx, now: Date, only?: readonly string[]): Promise<Published> {
	const protection = await protect(trx);
	const at = now.toISOString();
	const catalogue = await indicators.all(trx);
	const breaks = await indicators.breaks(trx);
	const rebasings = await indicators.rebasings(trx);
	const held = await figures.held(trx, at, only ? { indicators: only } : {});
	const every = await periods.all(trx);
	const places = await areas.all(trx);
	const byArea = new Map(places.map((area) => [area.code, area]));
	const byIndicator = Map.groupBy(held, (figure) => figure.indicator);
	// Make-up of the population is described, never judged (rules, Cold spots).
	const timesOf = await targetTimes(trx, now);
	const judged = catalogue
		.filter(({ mapAllowed, restricted }) => mapAllowed && !restricted)
		.filter(({ code }) => only?.includes(code) ?? true);
	const rows = judged.flatMap((indicator) => {
		const known = byIndicator.get(indicator.code) ?? [];
		const startsOf = (all: readonly { indicator: string; starts: string }[]) =>
			all.filter((row) => row.indicator === indicator.code).map(({ starts }) => starts);
		const series = seriesOf(known, byArea);
		const times = {
			periods: every,
			...{ breaks: startsOf(breaks), rebasings: startsOf(rebasings) }
		};
		return [
			...judge(indicator, series, times),
			...judgeTargets(indicator, series, timesOf(indicator.code, times))
		];
	});
	const maps = judged.flatMap(({ code }) => classBreaks(code, byIndicator.get(code) ?? [], byArea));
	await judging.replace(trx, adjusted(rows), now, only && { indicators: only });
	await judging.addClasses(trx, maps);
	return { judgements: rows.length, maps: maps.length, protection };
}
