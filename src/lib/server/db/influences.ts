import type { Influence } from '../../domain/influence.ts';
import type { Db, Trx } from './client.ts';

// How far the council can move a figure: control, influence or context. No row in force = not set.

export interface InfluenceSet {
	indicator: string;
	influence: Influence;
	setAt: string;
	setBy: string | null;
	reason: string;
	endedAt: string | null;
}

/** What was in force at an instant, by indicator; one that is absent is not set. */
export async function inForce(db: Db, at: string): Promise<Map<string, Influence>> {
	const rows = await db
		.selectFrom('indicator_influences')
		.select(['indicator', 'influence'])
		.where('set_at', '<=', new Date(at))
		.where(({ eb, or }) => or([eb('ended_at', 'is', null), eb('ended_at', '>', new Date(at))]))
		.execute();
	return new Map(rows.map(({ indicator, influence }) => [indicator, influence as Influence]));
}

/** Everything said about one indicator, newest first. */
export async function history(db: Db, indicator: string): Promise<InfluenceSet[]> {
	const rows = await db
		.selectFrom('indicator_influences')
		.leftJoin('users', 'users.id', 'indicator_influences.set_by')
		.selectAll('indicator_influences')
		.select('users.name as who')
		.where('indicator', '=', indicator)
		.orderBy('set_at', 'desc')
		.execute();
	return rows.map((row) => ({
		indicator: row.indicator,
		influence: row.influence as Influence,
		setAt: row.set_at.toISOString(),
		setBy: row.who,
		reason: row.reason,
		endedAt: row.ended_at?.toISOString() ?? null
	}));
}

export interface NewInfluence {
	indicator: string;
	/** Null ends what is in force: not set again. */
	influence: Influence | null;
	by: string;
	reason: string;
}

/** Ends what is in force and puts the new one in its place. */
export async function set(trx: Trx, given: NewInfluence, now: Date): Promise<void> {
	const { indicator, influence, by, reason } = given;
	await trx
		.updateTable('indicator_influences')
		.set({ ended_at: now })
		.where('indicator', '=', indicator)
		.where('ended_at', 'is', null)
		.execute();
	if (influence === null) return;
	await trx
		.insertInto('indicator_influences')
		.values({ indicator, influence, set_at: now, set_by: by, reason, ended_at: null })
		.execute();
}
