import type { GateRow, Protection } from '../../domain/disclosure/gate.ts';
import { seal, type Sealed } from '../../domain/disclosure/seal.ts';
import type { DisclosureRule } from '../../domain/indicator.ts';
import type { ValueState } from '../../domain/observation.ts';
import type { Db } from './client.ts';
import { heldAt, isOneOf } from './expressions.ts';

// Figures as held at an instant. Every function returns sealed rows: server/figures.ts passes them
// through the disclosure gate, and nothing else can open them.

/** Which figures: each absent condition means "any". Lists must be short (they become `in (…)`). */
export interface Wanted {
	indicators?: readonly string[];
	areas?: readonly string[];
	periods?: readonly string[];
	breakdowns?: readonly string[];
	vintages?: readonly string[];
	levels?: readonly string[];
}

/** Figures held at the ISO instant `at`, ordered by indicator, area, breakdown and period end. */
export async function held(db: Db, at: string, wanted: Wanted): Promise<Sealed<GateRow>[]> {
	const rows = await select(db, at, wanted)
		.orderBy('observations.indicator')
		.orderBy('observations.area')
		.orderBy('observations.breakdown')
		.orderBy('periods.ends')
		.execute();
	return rows.map(sealRow);
}

/** Only the latest known period of each indicator, area and breakdown. */
export async function latest(db: Db, at: string, wanted: Wanted): Promise<Sealed<GateRow>[]> {
	const rows = await select(db, at, wanted)
		.where('observations.state', '=', 'known')
		.distinctOn(['observations.indicator', 'observations.area', 'observations.breakdown'])
		.orderBy('observations.indicator')
		.orderBy('observations.area')
		.orderBy('observations.breakdown')
		.orderBy('periods.ends', 'desc')
		.execute();
	return rows.map(sealRow);
}

/** One figure in every span of time in which it was held up to `at`, oldest first. */
export async function versions(
	db: Db,
	at: string,
	key: { indicator: string; area: string; period: string; breakdown: string }
): Promise<{ row: Sealed<GateRow>; heldFrom: string; heldTo: string | null }[]> {
	const until = new Date(at);
	const rows = await ever(db)
		.where('observations.indicator', '=', key.indicator)
		.where('observations.area', '=', key.area)
		.where('observations.period', '=', key.period)
		.where('observations.breakdown', '=', key.breakdown)
		.where('observations.held_from', '<=', until)
		.orderBy('observations.held_from')
		.execute();
	return rows.map((row) => ({
		row: sealRow(row),
		heldFrom: row.held_from.toISOString(),
		// What happened later than `at` was not known then.
		heldTo: row.held_to && row.held_to <= until ? row.held_to.toISOString() : null
	}));
}

function select(db: Db, at: string, wanted: Wanted) {
	return ever(db)
		.where(heldAt('observations', at))
		.where((eb) =>
			eb.and([
				...(wanted.indicators ? [isOneOf(eb, 'observations.indicator', wanted.indicators)] : []),
				...(wanted.areas ? [isOneOf(eb, 'observations.area', wanted.areas)] : []),
				...(wanted.periods ? [isOneOf(eb, 'observations.period', wanted.periods)] : []),
				...(wanted.breakdowns ? [isOneOf(eb, 'observations.breakdown', wanted.breakdowns)] : []),
				...(wanted.vintages ? [isOneOf(eb, 'areas.vintage', wanted.vintages)] : []),
				...(wanted.levels ? [isOneOf(eb, 'areas.level', wanted.levels)] : [])
			])
		);
}

function ever(db: Db) {
	return db
		.selectFrom('observations')
		.innerJoin('indicators', 'indicators.code', 'observations.indicator')
		.innerJoin('indicator_versions as version', (join) =>
			join
				.onRef('version.indicator', '=', 'observations.indicator')
				.onRef('version.version', '=', 'observations.version')
		)
		.innerJoin('areas', 'areas.code', 'observations.area')
		.innerJoin('periods', 'periods.id', 'observations.period')
		.innerJoin('breakdowns', 'breakdowns.id', 'observations.breakdown')
		.selectAll('observations')
		.select([
			'indicators.restricted',
			'version.disclosure_rule',
			'version.value_kind',
			'version.multiplier',
			'version.threshold',
			'version.hide_zero',
			'version.round_to',
			'breakdowns.borough_only',
			'areas.level',
			'areas.is_local'
		]);
}

// Neither the row's own number nor the span in which it is held matters to a reader.
type Row = Omit<
	Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number],
	'id' | 'held_from' | 'held_to'
>;

const belowBorough = new Set(['locality', 'ward', 'msoa', 'lsoa']);

/** What all of the denominator would be in the unit of the value; null where the value is no share. */
export const wholeOf = (row: { value_kind: string; multiplier: number }): number | null =>
	row.value_kind === 'percent' || row.value_kind === 'rate' ? row.multiplier : null;

/** For queries of figures in this folder. */
export function sealRow(row: Row): Sealed<GateRow> {
	return seal({
		observation: {
			indicator: row.indicator,
			version: row.version,
			area: row.area,
			period: row.period,
			breakdown: row.breakdown,
			numerator: row.numerator,
			denominator: row.denominator,
			value: row.value,
			lower: row.lower,
			upper: row.upper,
			state: row.state as ValueState,
			provisional: row.provisional,
			estimated: row.estimated,
			revised: row.revised,
			smallBase: row.small_base,
			note: row.note,
			sourceId: row.source_id
		},
		rule: {
			kind: row.disclosure_rule as DisclosureRule,
			isCount: row.value_kind === 'count',
			whole: wholeOf(row),
			threshold: row.threshold,
			suppressZeros: row.hide_zero,
			roundTo: row.round_to
		},
		protection: row.protection as Protection | null,
		restricted: row.restricted,
		boroughOnly: row.borough_only,
		belowBorough: row.is_local && belowBorough.has(row.level)
	});
}
