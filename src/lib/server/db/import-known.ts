import { sql } from 'kysely';
import type { PeriodKind } from '../../domain/period.ts';
import type { Db } from './client.ts';

// What the catalogue knows that helps to read a file.

/** Kinds of period that figures are held for, or are collected for, by indicator. */
export async function periodKinds(db: Db): Promise<Map<string, PeriodKind[]>> {
	const held = await db
		.selectFrom('observations')
		.innerJoin('periods', 'periods.id', 'observations.period')
		.select(['observations.indicator', 'periods.kind'])
		.where('held_to', 'is', null)
		.groupBy(['observations.indicator', 'periods.kind'])
		.execute();
	const collected = await db
		.selectFrom('collection_rules')
		.select(['indicator', 'period_kind as kind'])
		.where('cadence', '<>', 'by hand')
		.execute();
	const all = Map.groupBy([...held, ...collected], ({ indicator }) => indicator);
	return new Map(
		[...all].map(([code, rows]) => [code, [...new Set(rows.map(({ kind }) => kind as PeriodKind))]])
	);
}

/** Indicators whose localities add up to the borough. */
export async function additive(db: Db): Promise<Map<string, boolean>> {
	const rows = await db
		.selectFrom('collection_rules')
		.select(['indicator', 'is_additive'])
		.execute();
	return new Map(rows.map((row) => [row.indicator, row.is_additive]));
}

/** Themes of indicators: a duty may be for a theme. */
export async function themes(db: Db): Promise<Map<string, string[]>> {
	const rows = await db
		.selectFrom('indicator_themes')
		.select('indicator')
		.select(sql<string[]>`array_agg(theme)`.as('themes'))
		.groupBy('indicator')
		.execute();
	return new Map(rows.map((row) => [row.indicator, row.themes]));
}
