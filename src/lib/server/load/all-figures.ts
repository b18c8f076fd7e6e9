import type { PeriodsTable } from '../db/schema.ts';
import type { Catalogue } from './catalogue.ts';
import { fill } from './figures.ts';
import { buildings, type Lookups } from './geography.ts';
import type { ObservationRow } from './observation.ts';
import type { Read } from './open-data.ts';
import { fixedPeriods } from './periods.ts';

// Every figure that the open data give, with the periods they belong to.

export interface AllFigures {
	periods: PeriodsTable[];
	observations: ObservationRow[];
}

export function figuresOf(read: Read, lookups: Lookups, catalogue: Catalogue): AllFigures {
	const from = { read: cached(read), lookups, buildings: buildings(lookups) };
	const filled = catalogue.entries.flatMap(({ code, multiplier, sourceId, figures }) =>
		figures.map((recipe) => fill(from, { code, multiplier, sourceId }, recipe))
	);
	const periods = [...fixedPeriods, ...filled.flatMap((part) => part.periods)];
	return {
		periods: [...new Map(periods.map((period) => [period.id, period])).values()],
		observations: filled.flatMap((part) => part.observations)
	};
}

/** Several measures share a table: each file is parsed once. */
function cached(read: Read): Read {
	const known = new Map<string, unknown>();
	return <T>(path: string) => {
		if (!known.has(path)) known.set(path, read(path));
		return known.get(path) as T;
	};
}
