import type { Indicator } from '$lib/domain/indicator.ts';
import type { Period } from '$lib/domain/period.ts';
import { geographies, type Geography, geographyBy } from '$lib/map/geographies.ts';
import type { Asked } from './asked.ts';

// From what was asked to what can be shown: a view, or the reason why there is no map.

/** Rows that are held of one indicator, one line per geography and period. */
export interface Held {
	period: string;
	vintage: string;
}

export type Choice =
	| {
			kind: 'view';
			geography: Geography;
			period: Period;
			/** What else can be chosen for this indicator. */
			offered: Geography[];
			periods: Period[];
			/** Said when the address asked for something that is not held. */
			remarks: string[];
	  }
	| { kind: 'none'; why: Why };

export type Why = 'restricted' | 'context' | 'borough only' | 'no figures';

export function choose(
	indicator: Pick<Indicator, 'restricted' | 'mapAllowed'>,
	held: readonly Held[],
	periods: ReadonlyMap<string, Period>,
	asked: Asked
): Choice {
	if (indicator.restricted) return { kind: 'none', why: 'restricted' };
	if (held.length === 0) return { kind: 'none', why: 'no figures' };
	if (!indicator.mapAllowed) return { kind: 'none', why: 'context' };
	const offered = geographies.filter(({ vintage }) => held.some((row) => row.vintage === vintage));
	const geography = offered.find(({ by }) => by === asked.by) ?? offered[0];
	if (!geography) return { kind: 'none', why: 'borough only' };
	const ids = held.filter((row) => row.vintage === geography.vintage).map(({ period }) => period);
	const available = [...new Set(ids)].flatMap((id) => periods.get(id) ?? []);
	const period = available.find(({ id }) => id === asked.period) ?? available.at(-1);
	if (!period) return { kind: 'none', why: 'no figures' };
	const remarks = [...insteadOfGeography(asked, geography), ...insteadOfPeriod(asked, period)];
	return { kind: 'view', geography, period, offered, periods: available, remarks };
}

function insteadOfGeography({ by }: Asked, shown: Geography): string[] {
	if (by === null || by === shown.by) return [];
	const wanted = geographyBy(by);
	return [
		wanted
			? `There are no figures by ${wanted.one} for this measure. This map is by ${shown.one}.`
			: `"${by}" is not a kind of area that we map. This map is by ${shown.one}.`
	];
}

function insteadOfPeriod({ period }: Asked, shown: Period): string[] {
	if (period === null || period === shown.id) return [];
	return [`There are no figures for "${period}". This map shows ${shown.label}.`];
}
