import type { Insertable } from 'kysely';
import type { Db } from '../../src/lib/server/db/client.ts';
import type { Database } from '../../src/lib/server/db/schema.ts';

// Rows for an empty test database, each complete by itself: a test names only what it is about.

type Given<T extends keyof Database> = Partial<Insertable<Database[T]>>;

/** The instant at which made-up figures begin to hold. */
export const HELD_FROM = new Date('2026-01-01T09:00:00Z');

export async function makeEdition(db: Db, given: Given<'editions'> = {}) {
	const row = {
		id: 'first',
		published_at: HELD_FROM,
		label: 'First edition',
		note: null,
		...given
	};
	await db.insertInto('editions').values(row).execute();
	return row;
}

export async function makeArea(db: Db, given: Given<'areas'> & { code: string }) {
	const row = {
		level: 'borough',
		vintage: 'borough',
		name: given.code,
		slug: given.code.toLowerCase(),
		valid_from: null,
		valid_to: null,
		is_local: true,
		note: null,
		...given
	};
	await db.insertInto('areas').values(row).execute();
	return row;
}

export async function makePeriod(db: Db, given: Given<'periods'> = {}) {
	const row = {
		id: '2025',
		kind: 'calendar_year',
		starts: '2025-01-01',
		ends: '2025-12-31',
		label: '2025',
		...given
	};
	await db.insertInto('periods').values(row).execute();
	return row;
}

/** An indicator with its first version. */
export async function makeIndicator(
	db: Db,
	given: Given<'indicators'> & { code: string },
	version: Given<'indicator_versions'> = {}
) {
	const row = {
		slug: given.code.toLowerCase(),
		kind: 'context',
		status: 'context',
		restricted: false,
		position: 1,
		...given
	};
	await db.insertInto('indicators').values(row).execute();
	await db
		.insertInto('indicator_versions')
		.values({ ...VERSION, indicator: given.code, title: `Measure ${given.code}`, ...version })
		.execute();
	return row;
}

export async function makeObservation(
	db: Db,
	given: Given<'observations'> & { indicator: string; area: string }
) {
	const row = {
		version: 1,
		period: '2025',
		breakdown: 'all',
		numerator: null,
		denominator: null,
		value: given.state === undefined || given.state === 'known' ? 50 : null,
		lower: null,
		upper: null,
		state: 'known',
		provisional: false,
		estimated: false,
		revised: false,
		small_base: false,
		note: null,
		source_id: null,
		held_from: HELD_FROM,
		...given
	};
	await db.insertInto('observations').values(row).execute();
	return row;
}

/** The whole population: most observations refer to it. */
export async function makeWhole(db: Db) {
	const row = { id: 'all', dimension: 'all', label: 'All', position: 0, borough_only: false };
	await db
		.insertInto('breakdowns')
		.values({ ...row, part_of: null })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

const VERSION = {
	version: 1,
	valid_from: '2025-01-01',
	valid_to: null,
	definition: 'Made up for a test.',
	question: null,
	numerator: null,
	denominator: null,
	unit: '%',
	value_kind: 'percent',
	multiplier: 100,
	decimals: 1,
	polarity: 'higher',
	tier: 'context',
	evidence: 'open',
	evidence_note: null,
	source_text: 'Made up',
	source_id: null,
	frequency: 'yearly',
	lag: 'none',
	next_update: null,
	lowest_geography: 'borough',
	interval_method: 'none',
	interval_note: null,
	disclosure: 'published',
	disclosure_rule: 'none',
	colour_rule: 'none',
	why: null,
	who_missed: null,
	caveats: null,
	awaited: null,
	map_allowed: true,
	break_before: false,
	break_note: null
} satisfies Given<'indicator_versions'>;
