import type { AreaLevel } from '../../domain/area.ts';
import type { Db } from './client.ts';
import { heldAt } from './expressions.ts';

// What exists, without any figure: which indicators have rows for which places and periods. Nothing here
// may select a value (held by lint), so routes may ask freely.

export interface Coverage {
	indicator: string;
	period: string;
	vintage: string;
	level: string;
	breakdown: string;
	/** Number of areas with a row. Not a figure about people, so it needs no gate. */
	areas: number;
}

/** Which indicators have rows for which periods, levels and breakdowns. */
export async function coverage(db: Db, at: string, indicator?: string): Promise<Coverage[]> {
	return db
		.selectFrom('observations')
		.innerJoin('areas', 'areas.code', 'observations.area')
		.innerJoin('periods', 'periods.id', 'observations.period')
		.innerJoin('indicators', 'indicators.code', 'observations.indicator')
		.select(({ fn }) => [
			'observations.indicator',
			'observations.period',
			'areas.vintage',
			'areas.level',
			'observations.breakdown',
			fn.countAll<number>().as('areas')
		])
		.where(heldAt('observations', at))
		.where('indicators.restricted', '=', false)
		.$if(indicator !== undefined, (query) =>
			query.where('observations.indicator', '=', indicator ?? '')
		)
		.groupBy([
			'observations.indicator',
			'observations.period',
			'areas.vintage',
			'areas.level',
			'observations.breakdown',
			'periods.ends'
		])
		.orderBy('observations.indicator')
		.orderBy('periods.ends')
		.execute();
}

/** The local levels, largest first, at which each indicator has known figures. */
export async function levels(db: Db, at: string): Promise<Map<string, AreaLevel[]>> {
	const rows = await db
		.selectFrom('observations')
		.innerJoin('areas', 'areas.code', 'observations.area')
		.innerJoin('indicators', 'indicators.code', 'observations.indicator')
		.select(['observations.indicator', 'areas.level'])
		.distinct()
		.where(heldAt('observations', at))
		.where('areas.is_local', '=', true)
		.where('indicators.restricted', '=', false)
		.where('observations.state', '=', 'known')
		.execute();
	const order: AreaLevel[] = ['borough', 'locality', 'ward', 'msoa', 'lsoa'];
	const byIndicator = Map.groupBy(rows, (row) => row.indicator);
	return new Map(
		[...byIndicator].map(([indicator, held]) => [
			indicator,
			order.filter((level) => held.some((row) => row.level === level))
		])
	);
}

/** Which indicators have rows for which local geographies: what can be mapped. Light enough for a menu. */
export function geographies(db: Db, at: string): Promise<{ indicator: string; vintage: string }[]> {
	return db
		.selectFrom('observations')
		.innerJoin('areas', 'areas.code', 'observations.area')
		.innerJoin('indicators', 'indicators.code', 'observations.indicator')
		.select(['observations.indicator', 'areas.vintage'])
		.distinct()
		.where('areas.is_local', '=', true)
		.where('areas.level', 'in', ['locality', 'ward', 'msoa', 'lsoa'])
		.where('observations.breakdown', '=', 'all')
		.where('indicators.restricted', '=', false)
		.where(heldAt('observations', at))
		.execute();
}

/** The latest period for which a vintage has figures of an indicator; undefined when it has none. */
export async function latestPeriod(
	db: Db,
	at: string,
	{ indicator, breakdown, vintage }: { indicator: string; breakdown: string; vintage: string }
): Promise<string | undefined> {
	// A lateral join with a limit asks once a period whether there is a row; as an `exists` the planner
	// reads all rows of the indicator.
	const row = await db
		.selectFrom('periods')
		.innerJoinLateral(
			(eb) =>
				eb
					.selectFrom('observations')
					.innerJoin('areas', 'areas.code', 'observations.area')
					.select('observations.id')
					.whereRef('observations.period', '=', 'periods.id')
					.where('observations.indicator', '=', indicator)
					.where('observations.breakdown', '=', breakdown)
					.where('areas.vintage', '=', vintage)
					.where(heldAt('observations', at))
					.limit(1)
					.as('held'),
			(join) => join.onTrue()
		)
		.select('periods.id')
		.orderBy('periods.ends', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.id;
}

/** By which version of its definition each period of a series was measured; nothing of the values. */
export async function definitions(
	db: Db,
	at: string,
	{ indicator, area, breakdown }: { indicator: string; area: string; breakdown: string }
): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('observations')
		.select(['observations.period', 'observations.version'])
		.where('observations.indicator', '=', indicator)
		.where('observations.area', '=', area)
		.where('observations.breakdown', '=', breakdown)
		.where(heldAt('observations', at))
		.execute();
	return new Map(rows.map(({ period, version }) => [period, version]));
}

/** Is any figure of the indicator hidden, or was one in an earlier edition? */
export async function hasHidden(db: Db, indicator: string): Promise<boolean> {
	const found = await db
		.selectFrom('observations')
		.select('id')
		.where('indicator', '=', indicator)
		.where('protection', 'in', ['primary', 'secondary'])
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}
