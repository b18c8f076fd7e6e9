import type { GateRow } from '../../domain/disclosure/gate.ts';
import type { Sealed } from '../../domain/disclosure/seal.ts';
import type { Db } from './client.ts';
import { heldAt } from './expressions.ts';
import { sealRow } from './observations.ts';

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
	{ area, ...cut }: Cut & { area: string }
): Promise<Sealed<GateRow>[]> {
	const rows = await select(db, at, cut)
		.select((eb) => {
			const own = eb.selectFrom('areas').where('code', '=', area);
			return [
				own.select('level').$asScalar().$notNull().as('level'),
				own.select('is_local').$asScalar().$notNull().as('is_local')
			];
		})
		.where('observations.area', '=', area)
		.execute();
	return rows.map(sealRow);
}

/** All areas of one vintage for one indicator and period, by code. */
export async function map(
	db: Db,
	at: string,
	{ period, vintage, ...cut }: Cut & { period: string; vintage: string }
): Promise<Sealed<GateRow>[]> {
	const rows = await select(db, at, cut)
		.innerJoin('areas', 'areas.code', 'observations.area')
		.select(['areas.level', 'areas.is_local'])
		.where('observations.period', '=', period)
		.where('areas.vintage', '=', vintage)
		.orderBy('observations.area')
		.execute();
	return rows.map(sealRow);
}

// A series may run across versions of its definition, and each has its own disclosure rule; whether the
// indicator is restricted and the group confined to the borough is the same for every row.
function select(db: Db, at: string, { indicator, breakdown }: Cut) {
	return db
		.selectFrom('observations')
		.innerJoin('indicator_versions as of', (join) =>
			join
				.onRef('of.indicator', '=', 'observations.indicator')
				.onRef('of.version', '=', 'observations.version')
		)
		.select([...columns, ...ruleColumns])
		.select(({ selectFrom }) => [
			selectFrom('indicators')
				.select('restricted')
				.where('code', '=', indicator)
				.$asScalar()
				.$notNull()
				.as('restricted'),
			selectFrom('breakdowns')
				.select('borough_only')
				.where('id', '=', breakdown)
				.$asScalar()
				.$notNull()
				.as('borough_only')
		])
		.where('observations.indicator', '=', indicator)
		.where('observations.breakdown', '=', breakdown)
		.where(heldAt('observations', at));
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

const ruleColumns = [
	'of.disclosure_rule',
	'of.value_kind',
	'of.multiplier',
	'of.threshold',
	'of.hide_zero',
	'of.round_to'
] as const;
