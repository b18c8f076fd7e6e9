import { date } from '$lib/domain/format.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import type { Collection } from '$lib/server/db/collections.ts';

/** The collection calendar knows better than the catalogue when the next figure is due. */
export function withNext(indicator: Indicator, next: Collection | undefined): Indicator {
	if (!next) return indicator;
	return { ...indicator, nextUpdate: `${next.label}, due ${date(next.dueOn)}` };
}
