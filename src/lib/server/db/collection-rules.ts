import type { Selectable } from 'kysely';
import type { Cadence } from '../../domain/collection/cadence.ts';
import { type CollectionRule, groupsIn, groupsText } from '../../domain/collection/rule.ts';
import type { Db, Trx } from './client.ts';
import type { CollectionRulesTable } from './schema.ts';

// How an indicator is collected, where somebody has said so.

/** The rule of an indicator; undefined while nobody has set one. */
export async function of(db: Db, indicator: string): Promise<CollectionRule | undefined> {
	const row = await db
		.selectFrom('collection_rules')
		.selectAll()
		.where('indicator', '=', indicator)
		.executeTakeFirst();
	return row && rule(row);
}

/** Every rule that was set, by indicator. */
export async function all(db: Db): Promise<Map<string, CollectionRule>> {
	const rows = await db.selectFrom('collection_rules').selectAll().execute();
	return new Map(rows.map((row) => [row.indicator, rule(row)]));
}

const rule = (row: Selectable<CollectionRulesTable>): CollectionRule => ({
	...{ isCollected: row.is_collected, cadence: row.cadence as Cadence },
	...{ dueDays: row.due_days, lockDays: row.lock_days, skipsAssurance: row.skips_assurance },
	...{ areas: row.areas as CollectionRule['areas'], hasUnknown: row.has_unknown },
	...{ isAdditive: row.is_additive, groups: groupsIn(row.groups) },
	expected: {
		from: row.expected as CollectionRule['expected']['from'],
		whole: span(row.expected_lower, row.expected_upper),
		part: span(row.part_lower, row.part_upper),
		reason: row.expected_reason
	},
	revision: row.revision
});

const span = (lower: number | null, upper: number | null) =>
	lower === null || upper === null ? null : { lower, upper };

export interface Writing {
	indicator: string;
	rule: CollectionRule;
	periodKind: string;
	by: string;
}

/** Writes a rule on the one that was seen (`rule.revision`, 0 = none); false when there is another. */
export async function write(trx: Trx, given: Writing, now: Date): Promise<boolean> {
	const { indicator, rule: made, periodKind, by } = given;
	const columns = {
		...{ is_collected: made.isCollected, cadence: made.cadence, period_kind: periodKind },
		...{ due_days: made.dueDays, lock_days: made.lockDays, areas: made.areas },
		...{ has_unknown: made.hasUnknown, is_additive: made.isAdditive },
		groups: groupsText(made.groups),
		...{ skips_assurance: made.skipsAssurance, expected: made.expected.from },
		...{ expected_lower: made.expected.whole?.lower ?? null },
		...{ expected_upper: made.expected.whole?.upper ?? null },
		...{ part_lower: made.expected.part?.lower ?? null },
		...{ part_upper: made.expected.part?.upper ?? null },
		...{ expected_reason: made.expected.reason, revision: made.revision + 1 },
		...{ changed_at: now, changed_by: by }
	};
	if (made.revision === 0) {
		const added = await trx
			.insertInto('collection_rules')
			.values({ indicator, ...columns })
			.onConflict((on) => on.doNothing())
			.executeTakeFirst();
		return added.numInsertedOrUpdatedRows === 1n;
	}
	const updated = await trx
		.updateTable('collection_rules')
		.set(columns)
		.where('indicator', '=', indicator)
		.where('revision', '=', made.revision)
		.executeTakeFirst();
	return updated.numUpdatedRows === 1n;
}
