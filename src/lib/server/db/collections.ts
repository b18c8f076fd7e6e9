import { WALSALL } from '../../domain/area.ts';
import type { Db, Trx } from './client.ts';
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

/** One indicator's entries, by due day. */
export const ofIndicator = (db: Db, at: string, indicator: string): Promise<Collection[]> =>
	entries(db, at, indicator);

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

/** The last day on which a return of the period may be handed in; null = it is never closed. */
export async function closingDay(
	db: Db,
	{ indicator, period }: { indicator: string; period: string }
): Promise<string | null> {
	const row = await db
		.selectFrom('collections')
		.select('locks_on')
		.where('indicator', '=', indicator)
		.where('period', '=', period)
		.where('taken_out_at', 'is', null)
		.executeTakeFirst();
	return row?.locks_on ?? null;
}

/** What stands or stood in the calendar, those taken out too. */
export async function everEntered(
	db: Db
): Promise<{ indicator: string; period: string; isTakenOut: boolean }[]> {
	const rows = await db
		.selectFrom('collections')
		.select(['indicator', 'period', 'taken_out_at'])
		.execute();
	return rows.map(({ taken_out_at, ...row }) => ({ ...row, isTakenOut: taken_out_at !== null }));
}

export type NewEntry = Pick<Collection, 'indicator' | 'period' | 'dueOn' | 'locksOn' | 'note'>;

/** Adds entries that were never there; gives how many. */
export async function add(trx: Trx, entries: readonly NewEntry[]): Promise<number> {
	if (entries.length === 0) return 0;
	const added = await trx
		.insertInto('collections')
		.values(
			entries.map(({ dueOn, locksOn, ...rest }) => ({ ...rest, due_on: dueOn, locks_on: locksOn }))
		)
		.onConflict((on) => on.doNothing())
		.executeTakeFirst();
	return Number(added.numInsertedOrUpdatedRows ?? 0n);
}

/** Adds one entry, or brings one back that was taken out; false where it stands already. */
export async function addOrBringBack(trx: Trx, entry: NewEntry): Promise<boolean> {
	if ((await add(trx, [entry])) === 1) return true;
	const { indicator, period, dueOn, locksOn, note } = entry;
	const back = await trx
		.updateTable('collections')
		.set((on) => ({
			...{ due_on: dueOn, locks_on: locksOn, note, taken_out_at: null },
			revision: on('revision', '+', 1)
		}))
		.where('indicator', '=', indicator)
		.where('period', '=', period)
		.where('taken_out_at', 'is not', null)
		.executeTakeFirst();
	return back.numUpdatedRows === 1n;
}

interface Seen {
	indicator: string;
	period: string;
	/** The state that the change was made on. */
	revision: number;
}

/** Changes the dates on what was seen, or takes the period out; false where it has changed since. */
export async function change(
	trx: Trx,
	{ indicator, period, revision }: Seen,
	given:
		| { dueOn: string; locksOn: string | null; note: string | null }
		| { takenOutAt: Date; note: string }
): Promise<boolean> {
	const columns =
		'dueOn' in given
			? { due_on: given.dueOn, locks_on: given.locksOn, note: given.note }
			: { taken_out_at: given.takenOutAt, note: given.note };
	const changed = await trx
		.updateTable('collections')
		.set({ ...columns, revision: revision + 1 })
		.where('indicator', '=', indicator)
		.where('period', '=', period)
		.where('revision', '=', revision)
		.where('taken_out_at', 'is', null)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}
