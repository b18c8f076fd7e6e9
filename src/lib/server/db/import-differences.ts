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
	const [rows, held] = await Promise.all([
		compared(db, id)
			.select(['f.indicator', 'f.period', change.as('change')])
			.select(sql<number>`count(*)`.as('number'))
			.groupBy(['f.indicator', 'f.period', 'change'])
			.orderBy('f.indicator')
			.orderBy('f.period')
			.execute(),
		heldBeside(db, id)
	]);
	const heldOf = new Map(held.map((row) => [`${row.indicator} ${row.period}`, row.number]));
	return [...Map.groupBy(rows, ({ indicator, period }) => `${indicator} ${period}`)].map(
		([key, some]) => {
			const [{ indicator, period }] = some as [(typeof rows)[number]];
			const number = (of: Change) => some.find((row) => row.change === of)?.number ?? 0;
			const [fresh, changed, same] = [number('new'), number('changed'), number('same')];
			const absent = (heldOf.get(key) ?? 0) - changed - same;
			return { indicator, period, fresh, changed, same, absent };
		}
	);
}

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
