import * as areas from '../db/areas.ts';
import type { Trx } from '../db/client.ts';
import * as editions from '../db/editions.ts';
import * as indicators from '../db/indicators.ts';
import * as influences from '../db/influences.ts';
import * as judging from '../db/judging.ts';
import * as periods from '../db/periods.ts';
import * as targets from '../db/targets.ts';
import * as figures from '../figures.ts';

import { judgeTargets, TARGET_KINDS } from './judge-targets.ts';
import type { TargetTimes, Times } from './judged-series.ts';
import { seriesOf } from './series-of.ts';

// What the judgement of targets asks the database for: at publication for every indicator, and when a
// target is agreed, confirmed or withdrawn for its own.

/** Everything but the series and their breaks, for any indicator. */
export async function targetTimes(
	trx: Trx,
	now: Date
): Promise<(indicator: string, times: Times) => TargetTimes> {
	const at = now.toISOString();
	const inForce = await targets.inForce(trx, at);
	const influence = await influences.inForce(trx, at);
	const before = await heldBefore(trx, now, inForce);
	return (indicator, times) => ({
		...times,
		targets: inForce.filter((target) => target.indicator === indicator),
		influence: influence.get(indicator),
		before: before.get(indicator) ?? new Map(),
		on: at.slice(0, 10)
	});
}

/** Latest known period of each series with a target at the report before the one in force at `now`. */
async function heldBefore(trx: Trx, now: Date, inForce: readonly targets.TargetRecord[]) {
	const reports = await editions.reports(trx, now.toISOString());
	const previous = reports.at(-2);
	if (!previous || inForce.length === 0) return new Map<string, Map<string, string>>();
	const held = await figures.latest(trx, previous.publishedAt, {
		indicators: [...new Set(inForce.map(({ indicator }) => indicator))],
		areas: [...new Set(inForce.map(({ area }) => area))]
	});
	const byIndicator = Map.groupBy(held, ({ indicator }) => indicator);
	return new Map(
		[...byIndicator].map(([code, list]) => [
			code,
			new Map(list.map(({ area, breakdown, period }) => [`${area} ${breakdown}`, period]))
		])
	);
}

/** Judges one indicator's targets anew; what no longer holds is closed, not erased. */
export async function judgeTargetsOf(trx: Trx, code: string, now: Date): Promise<void> {
	const indicator = await indicators.byCode(trx, code);
	// As at publication: make-up of the population and restricted figures are not judged.
	if (!indicator || !indicator.mapAllowed || indicator.restricted) return;
	const held = await figures.held(trx, now.toISOString(), { indicators: [code] });
	const places = await areas.all(trx);
	const breaks = await indicators.breaks(trx, code);
	const rebasings = await indicators.rebasings(trx, code);
	const times = await targetTimes(trx, now);
	const series = seriesOf(held, new Map(places.map((area) => [area.code, area])));
	const rows = judgeTargets(
		indicator,
		series,
		times(code, {
			periods: await periods.all(trx),
			...{
				breaks: breaks.map(({ starts }) => starts),
				rebasings: rebasings.map(({ starts }) => starts)
			}
		})
	);
	const own = rows.filter(({ kind }) => TARGET_KINDS.includes(kind));
	await judging.replace(trx, own, now, { indicators: [code], kinds: TARGET_KINDS });
}
