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
	const rows = await select(trx).execute();
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
		.where(hasNew)
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
