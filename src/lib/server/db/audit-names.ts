import type { Known } from '../../domain/audit/subject.ts';
import type { Db } from './client.ts';
import { isOneOf } from './expressions.ts';

// What the things that events are about are called today.

interface Event {
	subject_kind: string;
	subject: string;
	actor: string | null;
}

/** Names for a page of events: one query a kind that occurs. */
export async function known(db: Db, events: readonly Event[]): Promise<Known> {
	const ids = (kind: string) => [
		...new Set(events.filter((one) => one.subject_kind === kind).map(({ subject }) => subject))
	];
	const [user, returns, imports, indicator] = await Promise.all([
		people(db, ids('user')),
		ofReturns(db, ids('return')),
		ofImports(db, ids('import')),
		ofIndicators(db, ids('indicator'))
	]);
	return { user, return: returns, import: imports, indicator };
}

type Named = { id: string; name: string }[];
const mapped = (rows: Named) => new Map(rows.map(({ id, name }) => [id, name]));

async function people(db: Db, ids: readonly string[]) {
	if (ids.length === 0) return new Map<string, string>();
	const query = db.selectFrom('users').select(['id', 'name']);
	return mapped(await query.where((eb) => isOneOf(eb, 'id', ids)).execute());
}

async function ofImports(db: Db, ids: readonly string[]) {
	if (ids.length === 0) return new Map<string, string>();
	const query = db.selectFrom('imports').select(['id', 'name']);
	return mapped(await query.where((eb) => isOneOf(eb, 'id', ids)).execute());
}

async function ofReturns(db: Db, ids: readonly string[]) {
	if (ids.length === 0) return new Map<string, string>();
	const rows = await db
		.selectFrom('submissions')
		.innerJoin('periods', 'periods.id', 'submissions.period')
		.select(['submissions.id', 'submissions.indicator', 'periods.label'])
		.where((eb) => isOneOf(eb, 'submissions.id', ids))
		.execute();
	return new Map(rows.map(({ id, indicator, label }) => [id, `${indicator}, ${label}`]));
}

async function ofIndicators(db: Db, ids: readonly string[]) {
	if (ids.length === 0) return new Map<string, string>();
	const rows = await db
		.selectFrom('indicator_versions')
		.select(['indicator as id', 'title as name'])
		.where('valid_to', 'is', null)
		.where((eb) => isOneOf(eb, 'indicator', ids))
		.execute();
	return mapped(rows);
}
