import { sql } from 'kysely';
import type { Action, ActionState } from '../../domain/action.ts';
import type { Db, Trx } from './client.ts';
import { isOneOf } from './expressions.ts';

// Promises about indicators, with their state as it was known at an instant. Promises about a
// restricted indicator are not public.

export interface Wanted {
	indicators?: readonly string[];
	areas?: readonly string[];
	ids?: readonly string[];
}

/** Actions promised by the instant `at`, each with the newest report by then; newest promise first. */
export async function all(db: Db, at: string, wanted: Wanted = {}): Promise<Action[]> {
	const rows = await db
		.selectFrom('actions')
		.innerJoin('indicators', 'indicators.code', 'actions.indicator')
		.leftJoinLateral(
			(eb) =>
				eb
					.selectFrom('action_updates')
					.select(['state', 'outcome', 'said_at'])
					.whereRef('action_updates.action', '=', 'actions.id')
					.where('said_at', '<=', new Date(at))
					.orderBy('said_at', 'desc')
					.orderBy('id', 'desc')
					.limit(1)
					.as('said'),
			(join) => join.onTrue()
		)
		.selectAll('actions')
		.select(['said.state', 'said.outcome', 'said.said_at'])
		.where('indicators.restricted', '=', false)
		.where('actions.promised_at', '<=', new Date(at))
		.where((eb) =>
			eb.and([
				...(wanted.indicators ? [isOneOf(eb, 'actions.indicator', wanted.indicators)] : []),
				...(wanted.areas ? [isOneOf(eb, 'actions.area', wanted.areas)] : []),
				...(wanted.ids ? [isOneOf(eb, 'actions.id', wanted.ids)] : [])
			])
		)
		.orderBy('actions.promised_at', 'desc')
		.orderBy('actions.id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		indicator: row.indicator,
		area: row.area,
		promise: row.promise,
		owner: row.owner,
		dueOn: row.due_on,
		promisedAt: row.promised_at.toISOString(),
		state: (row.state ?? 'not started') as ActionState,
		outcome: row.outcome,
		saidAt: row.said_at?.toISOString() ?? null
	}));
}

export interface NewAction {
	id: string;
	indicator: string;
	area: string;
	promise: string;
	owner: string | null;
	dueOn: string | null;
	by: string | null;
}

/** Adds a promise. */
export async function add(trx: Trx, given: NewAction, now: Date): Promise<void> {
	const { dueOn, by, ...rest } = given;
	await trx
		.insertInto('actions')
		.values({ ...rest, due_on: dueOn, promised_at: now, promised_by: by })
		.execute();
}

export interface Report {
	action: string;
	state: ActionState;
	outcome: string | null;
	by: string | null;
}

/** Adds a report of an action's state; earlier reports stay. */
export async function report(trx: Trx, given: Report, now: Date): Promise<void> {
	const { by, ...rest } = given;
	await trx
		.insertInto('action_updates')
		.values({ ...rest, said_at: now, said_by: by })
		.execute();
}

/** The next free number of an indicator's actions, kept from others until the transaction ends. */
export async function nextNumber(trx: Trx, indicator: string): Promise<number> {
	await sql`select code from indicators where code = ${indicator} for update`.execute(trx);
	const { rows } = await trx
		.selectFrom('actions')
		.select(({ fn }) => fn.countAll<number>().as('rows'))
		.where('indicator', '=', indicator)
		.executeTakeFirstOrThrow();
	return rows + 1;
}

/** Everything said about one action, newest first. */
export async function reports(
	db: Db,
	id: string
): Promise<{ state: ActionState; outcome: string | null; saidAt: string }[]> {
	const rows = await db
		.selectFrom('action_updates')
		.select(['state', 'outcome', 'said_at'])
		.where('action', '=', id)
		.orderBy('said_at', 'desc')
		.orderBy('id', 'desc')
		.execute();
	return rows.map(({ state, outcome, said_at }) => ({
		...{ state: state as ActionState, outcome },
		saidAt: said_at.toISOString()
	}));
}
