import { sql } from 'kysely';
import type { Definition } from '../../domain/catalogue/definition.ts';
import { codesOf } from '../../domain/catalogue/definition.ts';
import type { OwnerRule } from '../../domain/disclosure/owner-rule.ts';
import type { Db, Trx } from './client.ts';
import type { VersionRow } from './schema.ts';

// Writing the catalogue: a definition is never edited, the next version follows it.

/** The definition in force of every indicator as text by field, and its version, by code. */
export async function definitions(
	db: Db
): Promise<Map<string, { version: number; definition: Definition }>> {
	const rows = await db
		.selectFrom('indicator_versions')
		.innerJoin('indicators', 'indicators.code', 'indicator_versions.indicator')
		.selectAll('indicator_versions')
		.select(
			sql<string[]>`array(select theme from indicator_themes t
				where t.indicator = indicator_versions.indicator order by t.is_main desc, t.theme)`.as('themes')
		)
		.where('valid_to', 'is', null)
		.orderBy('indicators.position')
		.execute();
	return new Map(
		rows.map((row) => [
			row.indicator,
			{ version: row.version, definition: textOf(row, row.themes) }
		])
	);
}

function textOf(row: VersionRow, themes: readonly string[]): Definition {
	const { map_allowed, indicator: _, version: __, ...rest } = row;
	const fields = Object.entries(rest).map(([name, value]) => [
		name,
		value === null || typeof value === 'boolean' ? '' : String(value)
	]);
	return {
		...Object.fromEntries(fields),
		map_allowed: map_allowed ? 'yes' : 'no',
		themes: themes.join('; ')
	};
}

export interface NewDefinition {
	indicator: string;
	version: number;
	from: string;
	definition: Definition;
	breakNote: string | null;
}

/** Adds a version; the one before ends on its first day and hands on how small counts are hidden. */
export async function addVersion(trx: Trx, given: NewDefinition): Promise<void> {
	const { indicator, version, from, definition, breakNote } = given;
	const before = await trx
		.selectFrom('indicator_versions')
		.select(['threshold', 'hide_zero', 'round_to', 'source_id'])
		.where('indicator', '=', indicator)
		.where('version', '=', version - 1)
		.executeTakeFirst();
	await trx
		.updateTable('indicator_versions')
		.set({ valid_to: from })
		.where('indicator', '=', indicator)
		.where('valid_to', 'is', null)
		.execute();
	await trx
		.insertInto('indicator_versions')
		.values({
			...row(definition),
			...(before ?? { source_id: null }),
			...{ indicator, version },
			...{ valid_from: from, valid_to: null },
			...{ break_before: breakNote !== null, break_note: breakNote }
		})
		.execute();
	await setThemes(trx, indicator, codesOf(definition['themes'] ?? ''));
	if (breakNote !== null && version > 1) {
		await trx
			.insertInto('series_breaks')
			.values({ indicator, period_start: from, note: breakNote })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	}
}

function row(definition: Definition) {
	const must = (name: string): string => definition[name] ?? '';
	const may = (name: string): string | null => definition[name] || null;
	return {
		...{ title: must('title'), definition: must('definition'), question: may('question') },
		...{ numerator: may('numerator'), denominator: may('denominator'), unit: must('unit') },
		...{ value_kind: must('value_kind'), multiplier: Number(must('multiplier')) },
		...{ decimals: Number(must('decimals')), polarity: must('polarity'), tier: must('tier') },
		...{ evidence: must('evidence'), evidence_note: may('evidence_note') },
		...{ source_text: must('source_text'), frequency: must('frequency'), lag: must('lag') },
		...{ next_update: may('next_update'), lowest_geography: must('lowest_geography') },
		...{ interval_method: must('interval_method'), interval_note: may('interval_note') },
		...{ disclosure: must('disclosure'), disclosure_rule: must('disclosure_rule') },
		...{ colour_rule: must('colour_rule'), why: may('why'), who_missed: may('who_missed') },
		...{ caveats: may('caveats'), awaited: may('awaited') },
		map_allowed: must('map_allowed') === 'yes'
	};
}

async function setThemes(trx: Trx, indicator: string, themes: readonly string[]): Promise<void> {
	await trx.deleteFrom('indicator_themes').where('indicator', '=', indicator).execute();
	await trx
		.insertInto('indicator_themes')
		.values(themes.map((theme, i) => ({ indicator, theme, is_main: i === 0 })))
		.execute();
}

/** A new indicator of the catalogue, last in its order; its address is its title, or its code. */
export async function addIndicator(trx: Trx, code: string, slug: string): Promise<void> {
	const taken = await trx
		.selectFrom('indicators')
		.select('code')
		.where('slug', '=', slug)
		.executeTakeFirst();
	await trx
		.insertInto('indicators')
		.values({
			...{ code, kind: 'catalogue', status: 'proposed', restricted: false },
			slug: taken || slug === '' ? `${slug}-${code.toLowerCase()}`.replace(/^-/, '') : slug,
			position: sql<number>`(select coalesce(max(position), 0) + 1 from indicators)`
		})
		.execute();
}

export async function setStanding(
	trx: Trx,
	code: string,
	standing: { status: string; merged_into: string | null }
): Promise<void> {
	await trx.updateTable('indicators').set(standing).where('code', '=', code).execute();
}

/** Code of the indicator that took its place; null when none did. */
export async function successor(db: Db, code: string): Promise<string | null> {
	const found = await db
		.selectFrom('indicators')
		.select('merged_into')
		.where('code', '=', code)
		.executeTakeFirst();
	return found?.merged_into ?? null;
}

/** The owner's rule of each version of a definition, the newest last. */
export async function ownerRules(
	db: Db,
	indicator: string
): Promise<{ version: number; rule: OwnerRule }[]> {
	const rows = await db
		.selectFrom('indicator_versions')
		.select(['version', 'disclosure_rule', 'threshold', 'hide_zero', 'round_to'])
		.where('indicator', '=', indicator)
		.orderBy('version')
		.execute();
	return rows.map((row) => ({
		version: row.version,
		rule: {
			kind: row.disclosure_rule as OwnerRule['kind'],
			...{ threshold: row.threshold, hideZero: row.hide_zero, roundTo: row.round_to }
		}
	}));
}

export async function setOwnerRule(
	trx: Trx,
	{ indicator, version, rule }: { indicator: string; version: number; rule: OwnerRule }
): Promise<void> {
	await trx
		.updateTable('indicator_versions')
		.set({
			...{ disclosure_rule: rule.kind, threshold: rule.threshold },
			...{ hide_zero: rule.hideZero, round_to: rule.roundTo }
		})
		.where('indicator', '=', indicator)
		.where('version', '=', version)
		.execute();
}
