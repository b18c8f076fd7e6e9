import { sql } from 'kysely';
import type { EntryForm } from '../../domain/entry/cell.ts';
import type { Trx } from './client.ts';
import type { NewObservation } from './schema.ts';

// Figures on their way into what is held, and back into a correction. Nothing here hands a figure on:
// rows go from table to table inside the database (eslint.config.js lets this file alone do so).

/**
 * Makes `rows` the figures now held. What is the same stays in its own time; what differs is closed at
 * `now` and its successor marked as revised where it was known. Returns how many are new.
 */
export async function replaceChanged(
	trx: Trx,
	rows: readonly NewObservation[],
	now: Date
): Promise<number> {
	const json = JSON.stringify(rows);
	await sql`
		update observations o set held_to = ${now}
		from json_populate_recordset(null::observations, ${json}::json) n
		where o.indicator = n.indicator and o.area = n.area and o.period = n.period
			and o.breakdown = n.breakdown and o.held_to is null
			and (o.version, o.state, o.provisional, o.estimated, o.small_base, o.note, o.source_id,
				o.numerator, o.denominator, round(o.value::numeric, 9), round(o.lower::numeric, 9),
				round(o.upper::numeric, 9))
			is distinct from (n.version, n.state, n.provisional, n.estimated, n.small_base, n.note,
				n.source_id, n.numerator, n.denominator, round(n.value::numeric, 9),
				round(n.lower::numeric, 9), round(n.upper::numeric, 9))`.execute(trx);
	const added = await sql`
		insert into observations (indicator, version, area, period, breakdown, numerator, denominator,
			value, lower, upper, state, provisional, estimated, revised, small_base, note, source_id,
			held_from)
		select n.indicator, n.version, n.area, n.period, n.breakdown, n.numerator, n.denominator,
			n.value, n.lower, n.upper, n.state, n.provisional, n.estimated,
			exists (select from observations o where o.indicator = n.indicator and o.area = n.area
				and o.period = n.period and o.breakdown = n.breakdown and o.held_to = ${now}
				and o.state = 'known'),
			n.small_base, n.note, n.source_id, ${now}
		from json_populate_recordset(null::observations, ${json}::json) n
		where not exists (select from observations o where o.indicator = n.indicator
			and o.area = n.area and o.period = n.period and o.breakdown = n.breakdown
			and o.held_to is null)`.execute(trx);
	return Number(added.numAffectedRows ?? 0);
}

/** Would a reader see another figure where one is published? */
export async function changesPublished(
	trx: Trx,
	rows: readonly NewObservation[]
): Promise<boolean> {
	const json = JSON.stringify(rows);
	const found = await sql`
		select from json_populate_recordset(null::observations, ${json}::json) n
		join observations o on o.indicator = n.indicator and o.area = n.area and o.period = n.period
			and o.breakdown = n.breakdown and o.held_to is null and o.state <> 'not yet published'
		join indicator_versions v on v.indicator = n.indicator and v.version = n.version
		where o.state <> n.state or round(o.value::numeric, v.decimals)
			is distinct from round(n.value::numeric, v.decimals)
		limit 1`.execute(trx);
	return found.rows.length > 0;
}

export interface Copied {
	submission: string;
	indicator: string;
	period: string;
	areas: readonly string[];
	/** Breakdowns. */
	groups: readonly string[];
	form: EntryForm;
	by: string;
}

/** The figures now held as the cells that a correction starts from. */
export async function copyHeld(trx: Trx, given: Copied, now: Date): Promise<void> {
	const { submission, indicator, period, areas, groups, form, by } = given;
	await sql`
		insert into submission_cells (submission, area, breakdown, numerator, denominator, value, lower,
			upper, state, provisional, estimated, note, edited_by, edited_at)
		select ${submission}::text, area, breakdown,
			case ${form}::text when 'count' then coalesce(numerator, value)
				when 'share' then numerator end,
			case ${form}::text when 'share' then denominator end,
			case ${form}::text when 'value' then value end,
			case ${form}::text when 'value' then lower end,
			case ${form}::text when 'value' then upper end,
			state, provisional, estimated, note, ${by}::text, ${now}::timestamptz
		from observations
		where indicator = ${indicator} and period = ${period} 
			and breakdown in (${sql.join([...groups])}) and area in (${sql.join([...areas])}) and held_to is null`.execute(
		trx
	);
}
