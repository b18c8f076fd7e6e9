import { type Expression, sql, type SqlBool } from 'kysely';
import { countOf, type Protection } from '../../domain/disclosure/gate.ts';
import type { CountRow } from '../../domain/disclosure/ledger.ts';
import type { Rule } from '../../domain/disclosure/rule.ts';
import { seal, type Sealed } from '../../domain/disclosure/seal.ts';
import type { Trx } from './client.ts';
import { wholeOf } from './observations.ts';

// Counts of people on their way to publication: everything ever held of each indicator that has a new
// figure, sealed, and the decisions written back. All versions of its definition together: new words
// do not make the same people unknown.

/** The rows of one indicator, with the owner's rule of its latest definition among them. */
export interface Counts {
	indicator: string;
	rule: Rule;
	rows: Sealed<CountRow>[];
}

const belowBorough = ['locality', 'ward', 'msoa', 'lsoa'];

/** Counts of people in which at least one figure has not been decided. */
export async function undecided(trx: Trx): Promise<Counts[]> {
	return countsIn(await select(trx).where(hasNew).execute());
}

/** Everything that is held of one indicator's counts of people, or ever was. */
export async function ofIndicator(trx: Trx, indicator: string): Promise<Counts | undefined> {
	const [found] = countsIn(
		await select(trx).where('observations.indicator', '=', indicator).execute()
	);
	return found;
}

function countsIn(rows: readonly Row[]): Counts[] {
	const groups = Map.groupBy(rows, ({ indicator }) => indicator);
	return [...groups].flatMap(([indicator, group]) => {
		const latest = group.reduce((a, b) => (b.version > a.version ? b : a));
		const rule = { threshold: latest.threshold, suppressZeros: latest.hide_zero };
		return { indicator, rule, rows: group.map(sealCount) };
	});
}

function select(trx: Trx) {
	return trx
		.selectFrom('observations')
		.innerJoin('indicator_versions as definition', (join) =>
			join
				.onRef('definition.indicator', '=', 'observations.indicator')
				.onRef('definition.version', '=', 'observations.version')
		)
		.innerJoin('areas', 'areas.code', 'observations.area')
		.innerJoin('breakdowns', 'breakdowns.id', 'observations.breakdown')
		.selectAll('observations')
		.select([
			'definition.threshold',
			'definition.hide_zero',
			'definition.value_kind',
			'definition.multiplier',
			'areas.level',
			'areas.is_local',
			'breakdowns.borough_only'
		])
		.where('definition.disclosure_rule', '=', 'people')
		.where('observations.state', '=', 'known')
		.orderBy('observations.indicator')
		.orderBy('observations.id');
}

const hasNew: Expression<SqlBool> = sql<SqlBool>`exists (select from observations new
	where new.indicator = observations.indicator and new.state = 'known'
		and new.protection is null and new.held_to is null)`;

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function sealCount(row: Row): Sealed<CountRow> {
	return seal({
		id: row.id,
		area: row.area,
		period: row.period,
		breakdown: row.breakdown,
		count: countOf(row, { isCount: row.value_kind === 'count', whole: wholeOf(row) }),
		base: row.denominator,
		heldFrom: row.held_from.toISOString(),
		heldTo: row.held_to?.toISOString() ?? null,
		protection: row.protection as Protection | null,
		isBarred: row.borough_only && row.is_local && belowBorough.includes(row.level)
	});
}

/** Writes the decisions; a row that has one keeps it for ever. */
export async function decide(trx: Trx, marks: ReadonlyMap<number, Protection>): Promise<void> {
	const json = JSON.stringify([...marks].map(([id, protection]) => ({ id, protection })));
	await sql`update observations set protection = mark.protection
		from json_to_recordset(${json}::json) as mark(id bigint, protection text)
		where observations.id = mark.id and observations.protection is null`.execute(trx);
}

/** Hides what was shown, in every edition; nothing that is hidden is ever shown by it. Gives how many. */
export async function hide(trx: Trx, marks: ReadonlyMap<number, Protection>): Promise<number> {
	const hidden = [...marks].filter(([, protection]) => protection !== 'shown');
	const json = JSON.stringify(hidden.map(([id, protection]) => ({ id, protection })));
	const done = await sql`update observations set protection = mark.protection
		from json_to_recordset(${json}::json) as mark(id bigint, protection text)
		where observations.id = mark.id and observations.protection = 'shown'`.execute(trx);
	return Number(done.numAffectedRows ?? 0n);
}

/** What was judged of figures that are hidden now goes, in every edition: it would tell of them. */
export async function forgetJudged(trx: Trx, indicator: string): Promise<void> {
	await sql`delete from judgements j using observations o
		where j.indicator = ${indicator} and o.indicator = j.indicator and o.breakdown = j.breakdown
			and (o.area = j.area or o.area = j.against_area)
			and (o.period = j.period or o.period = j.against_period)
			and o.protection in ('primary', 'secondary')`.execute(trx);
}
