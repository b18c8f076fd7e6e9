import { type Selectable, sql } from 'kysely';
import type {
	DisclosureRule,
	Evidence,
	Indicator,
	IndicatorKind,
	IndicatorStatus,
	Polarity,
	ValueKind
} from '../../domain/indicator.ts';
import type { Db, Trx } from './client.ts';
import type { IndicatorsTable, VersionRow } from './schema.ts';

/** The whole catalogue with the definition now in force, in catalogue order. */
export async function all(db: Db): Promise<Indicator[]> {
	const rows = await current(db).orderBy('indicators.position').execute();
	return rows.map(indicator);
}

/** The same without those that are retired: what lists, counts and menus show. */
export async function inUse(db: Db): Promise<Indicator[]> {
	return (await all(db)).filter(({ status }) => status !== 'retired');
}

export async function byCode(db: Db, code: string): Promise<Indicator | undefined> {
	const row = await current(db).where('indicators.code', '=', code).executeTakeFirst();
	return row && indicator(row);
}

/** Makes others who change what stands around an indicator wait until the transaction ends. */
export async function lock(trx: Trx, code: string): Promise<void> {
	await trx
		.selectFrom('indicators')
		.select('code')
		.where('code', '=', code)
		.forNoKeyUpdate()
		.execute();
}

export async function bySlug(db: Db, slug: string): Promise<Indicator | undefined> {
	const row = await current(db).where('indicators.slug', '=', slug).executeTakeFirst();
	return row && indicator(row);
}

/** Every version of one definition, oldest first, as stored. */
export function versions(db: Db, code: string): Promise<VersionRow[]> {
	return db
		.selectFrom('indicator_versions')
		.selectAll()
		.where('indicator', '=', code)
		.orderBy('version')
		.execute();
}

export interface SeriesBreak {
	indicator: string;
	starts: string;
	note: string;
}

/** Dates across which figures cannot be compared, of one indicator or of all. */
export async function breaks(db: Db, code?: string): Promise<SeriesBreak[]> {
	const rows = await db
		.selectFrom('series_breaks')
		.selectAll()
		.$if(code !== undefined, (query) => query.where('indicator', '=', code ?? ''))
		.orderBy('period_start')
		.execute();
	return rows.map((row) => ({
		indicator: row.indicator,
		starts: row.period_start,
		note: row.note
	}));
}

export interface Rebasing {
	indicator: string;
	starts: string;
	reason: string;
	decidedBy: string;
	decidedOn: string;
}

/** Known changes after which a control chart starts its limits again, of one indicator or of all. */
export async function rebasings(db: Db, code?: string): Promise<Rebasing[]> {
	const rows = await db
		.selectFrom('rebasings')
		.selectAll()
		.$if(code !== undefined, (query) => query.where('indicator', '=', code ?? ''))
		.orderBy('period_start')
		.execute();
	return rows.map((row) => ({
		indicator: row.indicator,
		starts: row.period_start,
		reason: row.reason,
		decidedBy: row.decided_by,
		decidedOn: row.decided_on
	}));
}

/** The limits of its control charts start again on a day. */
export async function addRebasing(trx: Trx, given: Rebasing): Promise<void> {
	const { indicator, starts, reason, decidedBy, decidedOn } = given;
	const row = { indicator, period_start: starts, reason };
	await trx
		.insertInto('rebasings')
		.values({ ...row, decided_by: decidedBy, decided_on: decidedOn })
		.execute();
}

export interface ElementTag {
	indicator: string;
	framework: string;
	frameworkTitle: string;
	/** performance = areas that answer for the figure; tag = a plan or duty beside it. */
	frameworkKind: string;
	code: string;
	slug: string;
	label: string;
	evidence: string;
}

/** Framework tags in force (performance areas first), of one indicator or of all. */
export function tags(db: Db, code?: string): Promise<ElementTag[]> {
	return db
		.selectFrom('indicator_elements')
		.innerJoin('framework_elements', (join) =>
			join
				.onRef('framework_elements.framework', '=', 'indicator_elements.framework')
				.onRef('framework_elements.code', '=', 'indicator_elements.element')
		)
		.innerJoin('frameworks', 'frameworks.code', 'indicator_elements.framework')
		.select([
			'indicator_elements.indicator',
			'indicator_elements.framework',
			'frameworks.title as frameworkTitle',
			'frameworks.kind as frameworkKind',
			'framework_elements.code',
			'framework_elements.slug',
			'framework_elements.label',
			'indicator_elements.evidence'
		])
		.where('indicator_elements.valid_to', 'is', null)
		.where('framework_elements.valid_to', 'is', null)
		.$if(code !== undefined, (query) => query.where('indicator', '=', code ?? ''))
		.orderBy('frameworks.position')
		.orderBy('framework_elements.label')
		.execute();
}

function current(db: Db) {
	return db
		.selectFrom('indicators')
		.innerJoin('indicator_versions as version', (join) =>
			join.onRef('version.indicator', '=', 'indicators.code').on('version.valid_to', 'is', null)
		)
		.selectAll('indicators')
		.selectAll('version')
		.select(
			sql<string[]>`array(select theme from indicator_themes t where t.indicator = indicators.code
				order by t.is_main desc, t.theme)`.as('themes')
		);
}

type Row = Selectable<IndicatorsTable> & VersionRow & { themes: string[] };

function indicator(row: Row): Indicator {
	return {
		code: row.code,
		slug: row.slug,
		kind: row.kind as IndicatorKind,
		status: row.status as IndicatorStatus,
		restricted: row.restricted,
		version: row.version,
		title: row.title,
		definition: row.definition,
		question: row.question,
		numerator: row.numerator,
		denominator: row.denominator,
		unit: row.unit,
		valueKind: row.value_kind as ValueKind,
		multiplier: row.multiplier,
		decimals: row.decimals,
		polarity: row.polarity as Polarity,
		tier: row.tier,
		evidence: row.evidence as Evidence,
		evidenceNote: row.evidence_note,
		sourceText: row.source_text,
		sourceId: row.source_id,
		frequency: row.frequency,
		lag: row.lag,
		nextUpdate: row.next_update,
		lowestGeography: row.lowest_geography,
		intervalMethod: row.interval_method,
		intervalNote: row.interval_note,
		disclosure: row.disclosure,
		disclosureRule: row.disclosure_rule as DisclosureRule,
		colourRule: row.colour_rule,
		why: row.why,
		whoMissed: row.who_missed,
		caveats: row.caveats,
		awaited: row.awaited,
		mapAllowed: row.map_allowed,
		themes: row.themes
	};
}
