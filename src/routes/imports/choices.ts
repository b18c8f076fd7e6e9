import { may, type Person } from '$lib/domain/permission.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as indicators from '$lib/server/db/indicators.ts';

/** Indicators whose figures the person may import. */
export async function indicatorsOf(db: Db, person: Person) {
	const all = await indicators.inUse(db);
	return all
		.filter(({ code, themes }) => may(person, 'import values', { indicator: code, themes }))
		.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }));
}
