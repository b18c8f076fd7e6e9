import type { Db } from './client.ts';

// How an indicator is collected, where somebody has said so.

export interface CollectionRule {
	isCollected: boolean;
	areas: 'borough' | 'localities' | 'wards';
	/** A row for people whose postcode is not known. */
	hasUnknown: boolean;
	isAdditive: boolean;
	skipsAssurance: boolean;
}

export async function of(db: Db, indicator: string): Promise<CollectionRule | undefined> {
	const row = await db
		.selectFrom('collection_rules')
		.selectAll()
		.where('indicator', '=', indicator)
		.executeTakeFirst();
	return (
		row && {
			isCollected: row.is_collected,
			areas: row.areas as CollectionRule['areas'],
			hasUnknown: row.has_unknown,
			isAdditive: row.is_additive,
			skipsAssurance: row.skips_assurance
		}
	);
}
