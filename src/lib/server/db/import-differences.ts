import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Change } from '../../domain/import/difference.ts';
import type { ValueState } from '../../domain/observation.ts';
import type { Db } from './client.ts';

// An import beside what is held. Whether a figure is new, changed or the same is decided in the
// database; what is held itself is only shown through the disclosure gate (server/figures.ts).

export interface Group {
	indicator: string;
	period: string;
	fresh: number;
	changed: number;
	/** Changes of published figures: these need a reason and a note to readers. */
	revised: number;
	same: number;
	/** Held for this indicator and period, and not in the file: it stays. */
	absent: number;
}

/** Figures of an import with what is held of the same indicator, period, area and group. */
function compared(db: Db, id: string) {
	return db
		.selectFrom('import_figures as f')
		.leftJoin('observations as held', (join) =>
			join
				.onRef('held.indicator', '=', 'f.indicator')
				.onRef('held.period', '=', 'f.period')
				.onRef('held.area', '=', 'f.area')
				.onRef('held.breakdown', '=', 'f.breakdown')
				.on('held.held_to', 'is', null)
		)
		.leftJoin('indicator_versions as version', (join) =>
			join.onRef('version.indicator', '=', 'f.indicator').on('version.valid_to', 'is', null)
		)
		.where('f.import', '=', id);
}

// Counts that one side does not give are no difference; digits beyond the ninth are none either.
const near = (column: 'value' | 'numerator' | 'denominator') => {
	const [ours, held] = [sql.ref(`f.${column}`), sql.ref(`held.${column}`)];
	return sql`(${ours} is null or ${held} is null
		or abs(${ours} - ${held}) <= 1e-9 * greatest(1, abs(${ours})))`;
};
// Senders round, and a reader sees the decimals that the indicator is published with: a change is what
// would change there. A file with fewer decimals than that would, so it is one.
const prints = (side: string) => sql`round(${sql.ref(side)}::numeric, version.decimals)`;
const change = sql<Change>`case when held.id is null then 'new'
	when held.state = f.state and (f.value is null) = (held.value is null)
		and ${near('numerator')} and ${near('denominator')}
		and (${near('value')} or ${prints('f.value')} = ${prints('held.value')}) then 'same'
	else 'changed' end`;

/** How many figures are new, changed or the same, by indicator and period. */
export async function groups(db: Db, id: string): Promise<Group[]> {
	const [parts, held] = await Promise.all([partsOf(db, id), heldBeside(db, id)]);
	const keyOf = ({ indicator, period }: Part) => `${indicator} ${period}`;
	const heldOf = new Map(held.map((row) => [keyOf(row), row.number]));
	// Where nothing is held there is nothing to compare with.
	const beside = parts.filter((part) => heldOf.has(keyOf(part)));
	const rows: Counted[] = [];
	for (let at = 0; at < beside.length; at += TOGETHER) {
		rows.push(...(await counted(db, id, beside.slice(at, at + TOGETHER))));
		// Its answers alone would not let others in between.
		await setImmediate();
	}
	const found = Map.groupBy(rows, keyOf);
	return parts.map(({ indicator, period, figures }) => {
		const there = heldOf.get(keyOf({ indicator, period }));
		const some = found.get(keyOf({ indicator, period })) ?? [];
		const number = (of: Change) => some.find((row) => row.change === of)?.number ?? 0;
		const [changed, same] = [number('changed'), number('same')];
		return {
			...{ indicator, period, changed, same },
			fresh: there === undefined ? figures : number('new'),
			revised: some.find((row) => row.change === 'changed')?.published ?? 0,
			absent: (there ?? 0) - changed - same
		};
	});
}

// The embedded database answers nobody else while it compares: a long file is compared in parts.
const TOGETHER = 40;

interface Part {
	readonly indicator: string;
	readonly period: string;
}

const partsOf = (db: Db, id: string): Promise<(Part & { figures: number })[]> =>
	db
		.selectFrom('import_parts')
		.select(['indicator', 'period'])
		.select(sql<number>`sum(cardinality(rows))`.as('figures'))
		.where('import', '=', id)
		.groupBy(['indicator', 'period'])
		.orderBy('indicator')
		.orderBy('period')
		.execute();

type Counted = Part & { change: Change; number: number; published: number };

const counted = (db: Db, id: string, parts: readonly Part[]): Promise<Counted[]> =>
	compared(db, id)
		.select(['f.indicator', 'f.period', change.as('change')])
		.select(sql<number>`count(*)`.as('number'))
		.select(sql<number>`count(*) filter (where held.state <> 'not yet published')`.as('published'))
		.where((eb) =>
			eb(
				eb.refTuple('f.indicator', 'f.period'),
				'in',
				parts.map(({ indicator, period }) => eb.tuple(indicator, period))
			)
		)
		.groupBy(['f.indicator', 'f.period', 'change'])
		.execute();

/** How many figures are held of each indicator and period that the import has figures of. */
function heldBeside(db: Db, id: string) {
	return db
		.selectFrom('observations as held')
		.select(['held.indicator', 'held.period'])
		.select(sql<number>`count(*)`.as('number'))
		.where('held.held_to', 'is', null)
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('import_parts as part')
					.select('part.import')
					.where('part.import', '=', id)
					.whereRef('part.indicator', '=', 'held.indicator')
					.whereRef('part.period', '=', 'held.period')
			)
		)
		.groupBy(['held.indicator', 'held.period'])
		.execute();
}

export interface Compared {
	row: number;
	indicator: string;
	period: string;
	area: string;
	areaName: string;
	level: string;
	vintage: string;
	breakdown: string;
	numerator: number | null;
	denominator: number | null;
	value: number | null;
	state: ValueState;
	provisional: boolean;
	estimated: boolean;
	note: string | null;
	change: Change;
}

/** Figures of one indicator and period, changes first. */
export async function ofGroup(
	db: Db,
	id: string,
	{
		indicator,
		period,
		limit,
		vintage
	}: { indicator: string; period: string; limit: number; vintage?: string }
): Promise<Compared[]> {
	const rows = await compared(db, id)
		.innerJoin('areas', 'areas.code', 'f.area')
		.select(['f.row', 'f.indicator', 'f.period', 'f.area', 'areas.name as areaName'])
		.select(['areas.level', 'areas.vintage', 'f.breakdown', 'f.numerator', 'f.denominator'])
		.select(['f.value', 'f.state', 'f.provisional', 'f.estimated', 'f.note'])
		.select(change.as('change'))
		.where('f.indicator', '=', indicator)
		.where('f.period', '=', period)
		.$if(vintage !== undefined, (query) => query.where('areas.vintage', '=', vintage ?? ''))
		.orderBy(sql`case ${change} when 'changed' then 0 when 'new' then 1 else 2 end`)
		.orderBy('areas.level')
		.orderBy('areas.name')
		.orderBy('f.breakdown')
		.limit(limit)
		.execute();
	return rows.map((row) => ({ ...row, state: row.state as ValueState }));
}

/** Vintages of areas that the figures are of. */
export async function vintages(db: Db, id: string, indicator: string, period: string) {
	const rows = await db
		.selectFrom('import_figures')
		.innerJoin('areas', 'areas.code', 'import_figures.area')
		.select('areas.vintage')
		.distinct()
		.where('import', '=', id)
		.where('indicator', '=', indicator)
		.where('period', '=', period)
		.execute();
	return rows.map(({ vintage }) => vintage);
}
