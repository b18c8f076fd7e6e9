import type { Commentary } from '../../domain/commentary.ts';
import type { Db, Trx } from './client.ts';
import { isOneOf } from './expressions.ts';

// Published words beside figures, as they stood at an instant.

export interface Wanted {
	indicators?: readonly string[];
	areas?: readonly string[];
	periods?: readonly string[];
}

/** Commentary as published at the instant `at`, newest first. */
export async function held(db: Db, at: string, wanted: Wanted = {}): Promise<Commentary[]> {
	const rows = await db
		.selectFrom('commentaries')
		.innerJoin('indicators', 'indicators.code', 'commentaries.indicator')
		.selectAll('commentaries')
		.where('indicators.restricted', '=', false)
		.where('published_at', '<=', new Date(at))
		.where(({ eb, or }) => or([eb('ended_at', 'is', null), eb('ended_at', '>', new Date(at))]))
		.where((eb) =>
			eb.and([
				...(wanted.indicators ? [isOneOf(eb, 'commentaries.indicator', wanted.indicators)] : []),
				...(wanted.areas ? [isOneOf(eb, 'commentaries.area', wanted.areas)] : []),
				...(wanted.periods ? [isOneOf(eb, 'commentaries.period', wanted.periods)] : [])
			])
		)
		.orderBy('published_at', 'desc')
		.orderBy('commentaries.id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		indicator: row.indicator,
		area: row.area,
		period: row.period,
		what: row.what,
		soWhat: row.so_what,
		nowWhat: row.now_what,
		cause: row.cause,
		authorName: row.author_name,
		publishedAt: row.published_at.toISOString()
	}));
}

export interface NewCommentary {
	indicator: string;
	area: string;
	period: string;
	what: string;
	soWhat: string | null;
	nowWhat: string | null;
	cause: string | null;
	author: string | null;
	authorName: string;
}

/** Puts words in the place of those now held for the figure; the earlier ones stay in their time. */
export async function replace(trx: Trx, given: NewCommentary, now: Date): Promise<void> {
	const { soWhat, nowWhat, authorName, ...rest } = given;
	await trx
		.updateTable('commentaries')
		.set({ ended_at: now })
		.where('indicator', '=', given.indicator)
		.where('area', '=', given.area)
		.where('period', '=', given.period)
		.where('ended_at', 'is', null)
		.execute();
	await trx
		.insertInto('commentaries')
		.values({
			...rest,
			so_what: soWhat,
			now_what: nowWhat,
			author_name: authorName,
			published_at: now
		})
		.execute();
}
