import { type Selectable, sql } from 'kysely';
import type { Trx } from './client.ts';
import { isOneOf } from './expressions.ts';
import { insertAll } from './loading.ts';
import type { ClassBreaksTable, JudgementsTable } from './schema.ts';

// Stores what was judged. A judgement that still holds stays as it is; one that no longer does is
// closed at the instant of publication, so an earlier edition shows what was said then.

export type JudgementRow = Pick<
	Selectable<JudgementsTable>,
	| 'kind'
	| 'indicator'
	| 'area'
	| 'breakdown'
	| 'period'
	| 'against_area'
	| 'against_period'
	| 'parts'
	| 'outcome'
	| 'difference'
	| 'lower'
	| 'upper'
	| 'p'
	| 'q'
	| 'confidence'
	| 'method'
	| 'method_version'
	| 'target'
	| 'target_version'
	| 'rule'
	| 'reason'
	| 'provisional'
	| 'detail'
>;

const key = (row: JudgementRow) =>
	[
		row.kind,
		row.indicator,
		row.area,
		row.breakdown,
		row.period,
		row.against_area,
		row.against_period,
		row.parts
	].join('|');

const content = (row: JudgementRow) =>
	[
		row.outcome,
		row.difference,
		row.lower,
		row.upper,
		row.p,
		row.q,
		row.method,
		row.method_version,
		row.target,
		row.target_version,
		row.rule,
		row.reason,
		row.provisional,
		stable(row.detail)
	].join();

/** JSON with its keys in order: the database keeps them in an order of its own. */
function stable(detail: unknown): string {
	return JSON.stringify(detail, (_, value: unknown) =>
		typeof value === 'object' && value !== null && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
			: value
	);
}

/** Which of the judgements now held are replaced; all of them unless narrowed. */
export interface Scope {
	indicators: readonly string[];
	kinds?: readonly string[];
}

/** Makes `rows` the judgements now held. */
export async function replace(
	trx: Trx,
	rows: readonly JudgementRow[],
	now: Date,
	scope?: Scope
): Promise<void> {
	const wanted = new Map(rows.map((row) => [key(row), row]));
	const current = await trx
		.selectFrom('judgements')
		.selectAll()
		.where('held_to', 'is', null)
		.where((eb) =>
			eb.and([
				...(scope ? [isOneOf(eb, 'indicator', scope.indicators)] : []),
				...(scope?.kinds ? [isOneOf(eb, 'kind', scope.kinds)] : [])
			])
		)
		.execute();
	const stale = current.filter((row) => {
		const next = wanted.get(key(row));
		const same = next !== undefined && content(next) === content(row);
		if (same) wanted.delete(key(row));
		return !same;
	});
	if (stale.length > 0) {
		const ids = JSON.stringify(stale.map(({ id }) => id));
		await sql`update judgements set held_to = ${now}
			where id in (select value::bigint from json_array_elements_text(${ids}::json))`.execute(trx);
	}
	await insertAll(
		trx,
		'judgements',
		[...wanted.values()].map((row) => ({ ...row, held_from: now }))
	);
}

/** Adds map classes where they differ from the last version; earlier versions stay. */
export async function addClasses(
	trx: Trx,
	classes: readonly Omit<ClassBreaksTable, 'version'>[]
): Promise<void> {
	const stored = await trx.selectFrom('class_breaks').selectAll().orderBy('version').execute();
	const last = new Map(stored.map((row) => [`${row.indicator} ${row.vintage}`, row]));
	const rows = classes.flatMap((row) => {
		const before = last.get(`${row.indicator} ${row.vintage}`);
		if (before && before.upper.join() === row.upper.join()) return [];
		return { ...row, version: (before?.version ?? 0) + 1 };
	});
	await insertAll(trx, 'class_breaks', rows);
}
