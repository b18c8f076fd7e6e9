import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Db } from './client.ts';

// The audit as it is read: newest first, page by page along the chain. An event that comes meanwhile
// moves nothing, because pages begin at an event and not at a count.

/** Which events; an absent condition means "any". */
export interface Wanted {
	/** Part of the name under which somebody acted. */
	who?: string;
	actions?: readonly string[];
	kind?: string;
	/** The thing itself, by its id in the audit. */
	subject?: string;
	/** Everything about an indicator: its returns, files, targets, words, actions and definition. */
	indicator?: string;
	from?: Date;
	/** The first instant that no longer counts. */
	until?: Date;
	/** Words of the reason. */
	reason?: string;
	/** Events about restricted indicators too: for named roles only. */
	withRestricted: boolean;
}

export interface Bounds {
	/** Only events older than this one, or newer than that one. */
	olderThan?: number;
	newerThan?: number;
	limit: number;
}

export type ListedEvent = Awaited<ReturnType<typeof page>>[number];

/** Newest first; a page of newer ones is the next that follow `newerThan`. */
export async function page(db: Db, wanted: Wanted, { olderThan, newerThan, limit }: Bounds) {
	const isBack = newerThan !== undefined;
	const rows = await select(db, wanted)
		.selectAll('audit_events')
		.select([...ofReturn])
		.$if(olderThan !== undefined, (query) => query.where('audit_events.id', '<', olderThan ?? 0))
		.$if(isBack, (query) => query.where('audit_events.id', '>', newerThan ?? 0))
		.orderBy('audit_events.id', isBack ? 'asc' : 'desc')
		.limit(limit)
		.execute();
	return isBack ? rows.reverse() : rows;
}

/** In the order of the chain: for a file. */
export async function chained(
	db: Db,
	wanted: Wanted,
	{ after, upTo, limit }: { after: number; upTo: number; limit: number }
): Promise<ListedEvent[]> {
	return select(db, wanted)
		.selectAll('audit_events')
		.select([...ofReturn])
		.where('audit_events.id', '>', after)
		.where('audit_events.id', '<=', upTo)
		.orderBy('audit_events.id')
		.limit(limit)
		.execute();
}

/** Some events by number, in the order of the chain. */
export async function byIds(db: Db, ids: readonly number[]): Promise<ListedEvent[]> {
	return select(db, { withRestricted: true })
		.selectAll('audit_events')
		.select([...ofReturn])
		.where('audit_events.id', 'in', [...ids])
		.orderBy('audit_events.id')
		.execute();
}

/** How many events are wanted; no more than `most` are counted. */
export async function count(db: Db, wanted: Wanted, most: number): Promise<number> {
	const { events } = await db
		.selectFrom(select(db, wanted).select('audit_events.id').limit(most).as('some'))
		.select(({ fn }) => fn.countAll<number>().as('events'))
		.executeTakeFirstOrThrow();
	return events;
}

const ofReturn = [
	...(['submissions.indicator', 'submissions.period'] as const),
	...(['version.disclosure_rule', 'version.threshold', 'version.hide_zero'] as const)
] as const;

// A return names its indicator and the definition by which its figures are counts of people or not.
function select(db: Db, wanted: Wanted) {
	return db
		.selectFrom('audit_events')
		.leftJoin('submissions', (join) =>
			join
				.on('audit_events.subject_kind', '=', 'return')
				.onRef('submissions.id', '=', 'audit_events.subject')
		)
		.leftJoin('indicator_versions as version', (join) =>
			join
				.onRef('version.indicator', '=', 'submissions.indicator')
				.onRef('version.version', '=', 'submissions.definition_version')
		)
		.where(
			sql.join([sql<SqlBool>`true`, ...conditions(wanted)], sql` and `) as RawBuilder<SqlBool>
		);
}

function conditions(wanted: Wanted): RawBuilder<SqlBool>[] {
	const { who, actions, kind, subject, indicator, from, until, reason, withRestricted } = wanted;
	const is = (condition: RawBuilder<unknown>) => [condition as RawBuilder<SqlBool>];
	return [
		...(who ? is(sql`lower(audit_events.actor_name) like ${pattern(who)}`) : []),
		...(actions ? is(sql`audit_events.action in (${sql.join([...actions])})`) : []),
		...(kind ? is(sql`audit_events.subject_kind = ${kind}`) : []),
		...(subject ? is(sql`audit_events.subject = ${subject}`) : []),
		...(from ? is(sql`audit_events.at >= ${from}`) : []),
		...(until ? is(sql`audit_events.at < ${until}`) : []),
		...(reason ? is(sql`lower(audit_events.reason) like ${pattern(reason)}`) : []),
		...(indicator ? is(about(sql`select ${indicator}::text`)) : []),
		...(withRestricted
			? []
			: is(sql`not ${about(sql`select code from indicators where restricted`)}`))
	];
}

const pattern = (words: string): string => `%${words.toLowerCase().replaceAll(/[%_\\]/g, '\\$&')}%`;

/** Is the event about one of these indicators? The kinds of subject are in domain/audit/subject.ts. */
const about = (codes: RawBuilder<unknown>) => sql`(case audit_events.subject_kind
	when 'return' then audit_events.subject in (select id from submissions where indicator in (${codes}))
	when 'import' then audit_events.subject in (
		select import from submissions where import is not null and indicator in (${codes}))
	when 'target' then upper(split_part(audit_events.subject, '-', 1)) in (${codes})
	when 'commentary' then split_part(audit_events.subject, ' ', 1) in (${codes})
	when 'action' then audit_events.subject in (select id from actions where indicator in (${codes}))
	when 'catalogue proposal' then audit_events.subject in (
		select id from catalogue_proposals where indicator in (${codes}))
	when 'indicator' then audit_events.subject in (${codes})
	when 'collection rule' then audit_events.subject in (${codes})
	when 'pull' then audit_events.subject in (select id from pulls where mapping->>'indicator' in (${codes}))
	else false end)`;

/** The event that says how the chain was when it was last verified. */
export async function lastVerified(db: Db) {
	return db
		.selectFrom('audit_events')
		.select(['at', 'actor_name', 'action', 'after'])
		.where('subject_kind', '=', 'audit')
		.where('subject', '=', 'chain')
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
}

/** The newest event: how far a file goes. */
export async function newest(db: Db): Promise<{ id: number; hash: string } | undefined> {
	return db
		.selectFrom('audit_events')
		.select(['id', 'hash'])
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
}

export async function hasHash(db: Db, hash: string): Promise<boolean> {
	const query = db.selectFrom('audit_events').select('id').where('hash', '=', hash);
	return (await query.executeTakeFirst()) !== undefined;
}
