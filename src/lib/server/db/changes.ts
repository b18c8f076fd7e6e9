import { heldAt } from './expressions.ts';
import type { Db } from './client.ts';

// What changed after it was first published.

export interface Revision {
	indicator: string;
	title: string;
	/** Figures that a later edition replaced or withdrew. */
	figures: number;
	latest: string;
}

/** Indicators with figures that were replaced or withdrawn up to the instant `at`. */
export async function revisions(db: Db, at: string): Promise<Revision[]> {
	const rows = await db
		.selectFrom('observations')
		.innerJoin('indicators', 'indicators.code', 'observations.indicator')
		.innerJoin('indicator_versions as version', (join) =>
			join
				.onRef('version.indicator', '=', 'observations.indicator')
				.onRef('version.version', '=', 'observations.version')
		)
		.select(({ fn }) => [
			'observations.indicator',
			'version.title',
			fn.countAll<number>().as('figures'),
			fn.max('observations.held_to').as('latest')
		])
		.where('indicators.restricted', '=', false)
		.where('observations.held_to', '<=', new Date(at))
		.groupBy(['observations.indicator', 'version.title', 'indicators.position'])
		.orderBy('indicators.position')
		.execute();
	return rows.map((row) => ({ ...row, latest: row.latest?.toISOString() ?? at }));
}

export interface Redefinition {
	indicator: string;
	version: number;
	validFrom: string;
	title: string;
	note: string | null;
}

/** Definitions that followed a first one, latest first. */
export async function redefinitions(db: Db): Promise<Redefinition[]> {
	const rows = await db
		.selectFrom('indicator_versions')
		.innerJoin('indicators', 'indicators.code', 'indicator_versions.indicator')
		.select(['indicator', 'version', 'valid_from', 'title', 'break_note'])
		.where('version', '>', 1)
		.where('indicators.restricted', '=', false)
		.orderBy('valid_from', 'desc')
		.orderBy('indicator')
		.execute();
	return rows.map((row) => ({
		indicator: row.indicator,
		version: row.version,
		validFrom: row.valid_from,
		title: row.title,
		note: row.break_note
	}));
}

export interface Arrival {
	indicator: string;
	/** Figures first held from the instant on. */
	figures: number;
}

/**
 * What the newest round brought, with what came since: indicators with figures held from its instant.
 * A target that is set between two rounds takes no news away.
 */
export function arrivals(db: Db, at: string): Promise<Arrival[]> {
	return db
		.selectFrom('observations')
		.innerJoin('indicators', 'indicators.code', 'observations.indicator')
		.select(({ fn }) => ['observations.indicator', fn.countAll<number>().as('figures')])
		.where('indicators.restricted', '=', false)
		.where(heldAt('observations', at))
		.where('observations.held_from', '>=', ({ selectFrom }) =>
			selectFrom('editions')
				.select(({ fn }) => fn.max('published_at').as('round'))
				.where('kind', '=', 'report')
				.where('published_at', '<=', new Date(at))
		)
		.groupBy(['observations.indicator', 'indicators.position'])
		.orderBy('indicators.position')
		.execute();
}

export interface Correction {
	id: string;
	indicator: string;
	title: string;
	/** Id and label of the period. */
	period: string;
	label: string;
	publicNote: string;
	/** Instant, ISO. */
	publishedAt: string;
	/** Instant at which the figures before were published. */
	before: string;
}

/** Corrections that readers were told of, up to an instant, latest first. */
export async function corrections(db: Db, at: string): Promise<Correction[]> {
	const rows = await db
		.selectFrom('submissions')
		.innerJoin('indicators', 'indicators.code', 'submissions.indicator')
		.innerJoin('periods', 'periods.id', 'submissions.period')
		.innerJoin('indicator_versions as version', (join) =>
			join
				.onRef('version.indicator', '=', 'submissions.indicator')
				.onRef('version.version', '=', 'submissions.definition_version')
		)
		.select((eb) => [
			'submissions.id',
			'submissions.indicator',
			'version.title',
			'submissions.period',
			'periods.label',
			'submissions.public_note',
			'submissions.published_at',
			eb
				.selectFrom('editions')
				.select(({ fn }) => fn.max('editions.published_at').as('before'))
				.whereRef('editions.published_at', '<', 'submissions.published_at')
				.as('before')
		])
		.where('submissions.kind', '=', 'correction')
		.where('submissions.state', '=', 'published')
		.where('submissions.published_at', '<=', new Date(at))
		.where('indicators.restricted', '=', false)
		.orderBy('submissions.published_at', 'desc')
		.orderBy('submissions.id')
		.execute();
	return rows.map((row) => ({
		...{ id: row.id, indicator: row.indicator, title: row.title },
		...{ period: row.period, label: row.label, publicNote: row.public_note ?? '' },
		publishedAt: row.published_at?.toISOString() ?? at,
		before: row.before?.toISOString() ?? at
	}));
}
