import type { ExpressionBuilder } from 'kysely';
import type { GateRow } from '../../domain/disclosure/gate.ts';
import type { Sealed } from '../../domain/disclosure/seal.ts';
import type { Db } from './client.ts';
import { heldAt } from './expressions.ts';
import { sealRow } from './observations.ts';
import type { Database } from './schema.ts';

// The two narrow cuts through the figures that must be quick at any size: one series and one map. What
// the gate needs to judge a row is asked once for the whole cut where it cannot differ inside it.

interface Cut {
	indicator: string;
	breakdown: string;
}

/** All periods of one indicator in one area. */
export async function series(
	db: Db,
	at: string,
	{ indicator, area, breakdown }: Cut & { area: string }
): Promise<Sealed<GateRow>[]> {
	const rows = await db
		.selectFrom('observations')
		.select(columns)
		.select((eb) => [
			...ofCut(eb, { indicator, breakdown }),
			eb
				.selectFrom('areas')
				.select('level')
				.where('code', '=', area)
				.$asScalar()
				.$notNull()
				.as('level'),
			eb
				.selectFrom('areas')
				.select('is_local')
				.where('code', '=', area)
				.$asScalar()
				.$notNull()
				.as('is_local')
		])
		.where('observations.indicator', '=', indicator)
		.where('observations.area', '=', area)
		.where('observations.breakdown', '=', breakdown)
		.where(heldAt('observations', at))
		.execute();
	return rows.map(sealRow);
}

/** All areas of one vintage for one indicator and period, by code. */
export async function map(
	db: Db,
	at: string,
	{ indicator, breakdown, period, vintage }: Cut & { period: string; vintage: string }
): Promise<Sealed<GateRow>[]> {
	const rows = await db
		.selectFrom('observations')
		.innerJoin('areas', 'areas.code', 'observations.area')
		.select(columns)
		.select((eb) => ofCut(eb, { indicator, breakdown }))
		.select(['areas.level', 'areas.is_local'])
		.where('observations.indicator', '=', indicator)
		.where('observations.period', '=', period)
		.where('observations.breakdown', '=', breakdown)
		.where('areas.vintage', '=', vintage)
		.where(heldAt('observations', at))
		.orderBy('observations.area')
		.execute();
	return rows.map(sealRow);
}

const columns = [
	'observations.indicator',
	'observations.version',
	'observations.area',
	'observations.period',
	'observations.breakdown',
	'observations.numerator',
	'observations.denominator',
	'observations.value',
	'observations.lower',
	'observations.upper',
	'observations.state',
	'observations.provisional',
	'observations.estimated',
	'observations.revised',
	'observations.small_base',
	'observations.note',
	'observations.source_id',
	'observations.protection'
] as const;

type RuleColumn = 'disclosure_rule' | 'value_kind' | 'threshold' | 'hide_zero';

function ofCut(eb: ExpressionBuilder<Database, 'observations'>, { indicator, breakdown }: Cut) {
	const restricted = eb.selectFrom('indicators').select('restricted').where('code', '=', indicator);
	const boroughOnly = eb
		.selectFrom('breakdowns')
		.select('borough_only')
		.where('id', '=', breakdown);
	// A series may run across versions of its definition, and each has its own disclosure rule.
	const rule = <C extends RuleColumn>(column: C) =>
		ofVersion(eb).select(column).$asScalar().$notNull().as(column);
	return [
		restricted.$asScalar().$notNull().as('restricted'),
		boroughOnly.$asScalar().$notNull().as('borough_only'),
		rule('disclosure_rule'),
		rule('value_kind'),
		rule('threshold'),
		rule('hide_zero'),
		ofVersion(eb).select('round_to').$asScalar().as('round_to')
	] as const;
}

function ofVersion(eb: ExpressionBuilder<Database, 'observations'>) {
	return eb
		.selectFrom('indicator_versions as of')
		.whereRef('of.indicator', '=', 'observations.indicator')
		.whereRef('of.version', '=', 'observations.version');
}
