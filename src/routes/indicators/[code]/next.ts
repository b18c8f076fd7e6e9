import { date } from '$lib/domain/format.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as collections from '$lib/server/db/collections.ts';

/** The collection calendar knows better than the catalogue when the next figure is due. */
export async function withNext(db: Db, indicator: Indicator, at: string): Promise<Indicator> {
	const next = await collections.next(db, indicator.code, at);
	if (!next) return indicator;
	return { ...indicator, nextUpdate: `${next.label}, due ${date(next.dueOn)}` };
}
