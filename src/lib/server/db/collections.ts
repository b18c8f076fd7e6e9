import { WALSALL } from '../../domain/area.ts';
import type { Db } from './client.ts';
import { heldAt } from './expressions.ts';

// The collection calendar: when the figure of a period is due, and whether it has come.

export interface Collection {
	indicator: string;
	/** Id and label of the period. */
	period: string;
	label: string;
	/** Last day of the period. */
	ends: string;
	/** Days, ISO. */
	dueOn: string;
	locksOn: string | null;
	/** Raised with every change of its dates. */
	revision: number;
	/** Why its dates are others than the rule gives. */
	note: string | null;
	/** A figure of the borough, or the statement why there is none, is held. */
	hasCome: boolean;
}

/** Every entry of the calendar with what had come by the instant `at`, by due day. */
export const all = (db: Db, at: string): Promise<Collection[]> => entries(db, at);

async function entries(db: Db, at: string, indicator?: string): Promise<Collection[]> {
	const rows = await db
		.selectFrom('collections')
		.innerJoin('indicators', 'indicators.code', 'collections.indicator')
		.innerJoin('periods', 'periods.id', 'collections.period')
		.select((eb) => [
			'collections.indicator',
			'collections.period',
			'periods.label',
			'periods.ends',
			'due_on',
			'locks_on',
			'collections.revision',
			'collections.note',
			eb
				.exists(
					eb
						.selectFrom('observations')
						.select('observations.id')
						.whereRef('observations.indicator', '=', 'collections.indicator')
						.whereRef('observations.period', '=', 'collections.period')
						.where('observations.area', '=', WALSALL)
						.where('observations.state', '<>', 'not yet published')
						.where(heldAt('observations', at))
				)
				.as('hasCome')
		])
		.leftJoin('collection_rules', 'collection_rules.indicator', 'collections.indicator')
		.where('indicators.restricted', '=', false)
		.where('collections.taken_out_at', 'is', null)
		.where((eb) =>
			eb.or([
				eb('collection_rules.is_collected', 'is', null),
				eb('collection_rules.is_collected', '=', true)
			])
		)
		.$if(indicator !== undefined, (query) =>
			query.where('collections.indicator', '=', indicator ?? '')
		)
		.orderBy('due_on')
		.orderBy('indicators.position')
		.execute();
	return rows.map((row) => ({
		indicator: row.indicator,
		period: row.period,
		label: row.label,
		ends: row.ends,
		dueOn: row.due_on,
		locksOn: row.locks_on,
		revision: row.revision,
		note: row.note,
		hasCome: Boolean(row.hasCome)
	}));
}

/** Entries whose day had passed at the instant `at` and whose figure had not come. */
export async function overdue(db: Db, at: string): Promise<Collection[]> {
	return (await all(db, at)).filter(({ dueOn, hasCome }) => !hasCome && dueOn < at.slice(0, 10));
}

/** The next figure that the calendar expects of one indicator and that has not come by `at`. */
export async function next(db: Db, indicator: string, at: string): Promise<Collection | undefined> {
	return (await entries(db, at, indicator)).find(({ hasCome }) => !hasCome);
}
