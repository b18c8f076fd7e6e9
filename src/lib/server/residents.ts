import { NEIGHBOURHOODS } from '../domain/area.ts';
import type { Db } from './db/client.ts';
import * as indicators from './db/indicators.ts';
import * as figures from './figures.ts';

/** The measure that findings are weighed by when they are rolled up. */
const RESIDENTS = 'residents';

/** Residents of each neighbourhood at the census, as published at `at`; none before that. */
export async function residentsOf(db: Db, at: string): Promise<Map<string, number>> {
	const measure = await indicators.bySlug(db, RESIDENTS);
	const held = await figures.latest(db, at, {
		indicators: [measure?.code ?? ''],
		vintages: [NEIGHBOURHOODS],
		breakdowns: ['all']
	});
	return new Map(held.map(({ area, value }) => [area, value ?? 0]));
}
