import { sql } from 'kysely';
import type { Period } from '../../domain/period.ts';
import type { Db, Trx } from './client.ts';
import { insertMissing } from './loading.ts';

// From a read import to returns: one for each indicator and period, with every figure of the file.

export interface Started {
	indicator: string;
	period: string;
	id: string;
}

/** Returns that are under way for what the import has figures of. */
export async function openReturns(db: Db, id: string): Promise<Started[]> {
	return db
		.selectFrom('submissions')
		.select(['submissions.indicator', 'submissions.period', 'submissions.id'])
		.where('submissions.state', 'not in', ['published', 'withdrawn'])
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('import_parts as f')
					.select('f.import')
					.where('f.import', '=', id)
					.whereRef('f.indicator', '=', 'submissions.indicator')
					.whereRef('f.period', '=', 'submissions.period')
			)
		)
		.orderBy('submissions.indicator')
		.execute();
}

/** Returns that an import became. */
export function returnsOf(db: Db, id: string): Promise<(Started & { state: string })[]> {
	return db
		.selectFrom('submissions')
		.select(['indicator', 'period', 'id', 'state'])
		.where('import', '=', id)
		.orderBy('indicator')
		.orderBy('period')
		.execute();
}

export async function addPeriods(trx: Trx, periods: readonly Period[]): Promise<void> {
	if (periods.length > 0) await insertMissing(trx, 'periods', periods);
}

export interface Starting {
	id: string;
	kind: 'import' | 'pull';
	by: string;
	/** What it corrects, why, and what readers are told. */
	revised: readonly { indicator: string; period: string }[];
	reason: string;
	publicNote: string;
}

/** Starts a return for each indicator and period, a correction of what is published, and fills its cells. */
export async function startReturns(
	trx: Trx,
	{ id, kind, by, revised, reason, publicNote }: Starting,
	now: Date
): Promise<Started[]> {
	const corrections = JSON.stringify(
		revised.map(({ indicator, period }) => ({ indicator, period }))
	);
	const { rows } = await sql<Started>`
		insert into submissions (id, indicator, period, kind, state, definition_version, import, started_by, started_at,
			reason, public_note)
		select gen_random_uuid()::text, f.indicator, f.period,
			case when c.indicator is null then ${kind}::text else 'correction' end, 'draft', v.version, ${id},
			${by}, ${now}::timestamptz, case when c.indicator is not null then ${reason}::text end,
			case when c.indicator is not null then ${publicNote}::text end
		from (select distinct indicator, period from import_parts where import = ${id}) f
		join indicator_versions v on v.indicator = f.indicator and v.valid_to is null
		left join json_to_recordset(${corrections}::json) as c(indicator text, period text)
			on c.indicator = f.indicator and c.period = f.period
		order by f.indicator, f.period
		returning indicator, period, id`.execute(trx);
	await fillCells(trx, { id, by }, now);
	return rows;
}

/** All of them in one statement: on the embedded database others wait for a second. */
async function fillCells(
	trx: Trx,
	{ id, by }: { id: string; by: string },
	now: Date
): Promise<void> {
	await sql`
		insert into submission_cells (submission, area, breakdown, numerator, denominator, value, lower, upper,
			state, provisional, estimated, note, import_row, edited_by, edited_at)
		select s.id, f.area, f.breakdown, f.numerator, f.denominator, f.value, f.lower, f.upper,
			f.state, f.provisional, f.estimated, f.note, f.row, ${by}, ${now}
		from import_figures f
		join submissions s on s.import = f.import and s.indicator = f.indicator and s.period = f.period
		where f.import = ${id}`.execute(trx);
}
