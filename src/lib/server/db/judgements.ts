import type { Judgement } from '../../domain/judgement.ts';
import type { Db } from './client.ts';
import { heldAt, isOneOf } from './expressions.ts';
import type { JudgementRow } from './judging.ts';

/** Which judgements: each absent condition means "any". */
export interface Wanted {
	kind?: Judgement['kind'];
	indicators?: readonly string[];
	areas?: readonly string[];
}

/** Stored judgements as held at an instant. Restricted indicators have none for the public. */
export async function held(db: Db, at: string, wanted: Wanted): Promise<Judgement[]> {
	const rows = await select(db, at, wanted)
		.selectAll('judgements')
		.orderBy('judgements.id')
		.execute();
	return rows.map(judgement);
}

/** One page of them, and how many there are in all. */
export async function page(
	db: Db,
	at: string,
	wanted: Wanted,
	{ limit, offset }: { limit: number; offset: number }
): Promise<{ rows: Judgement[]; total: number }> {
	const [rows, { total }] = await Promise.all([
		select(db, at, wanted)
			.selectAll('judgements')
			.orderBy('judgements.id')
			.limit(limit)
			.offset(offset)
			.execute(),
		select(db, at, wanted)
			.select(({ fn }) => fn.countAll<number>().as('total'))
			.executeTakeFirstOrThrow()
	]);
	return { rows: rows.map(judgement), total };
}

function select(db: Db, at: string, { kind, indicators, areas }: Wanted) {
	return db
		.selectFrom('judgements')
		.innerJoin('indicators', 'indicators.code', 'judgements.indicator')
		.where('indicators.restricted', '=', false)
		.where(heldAt('judgements', at))
		.$if(kind !== undefined, (query) => query.where('judgements.kind', '=', kind ?? ''))
		.where((eb) =>
			eb.and([
				...(indicators ? [isOneOf(eb, 'judgements.indicator', indicators)] : []),
				...(areas ? [isOneOf(eb, 'judgements.area', areas)] : [])
			])
		);
}

/**
 * One judgement by its number, if it was made by the instant `at`: a sentence of an earlier edition
 * keeps its link after the judgement has been replaced.
 */
export async function byId(
	db: Db,
	at: string,
	id: number
): Promise<{ judgement: Judgement; heldFrom: string; heldTo: string | null } | undefined> {
	const row = await db
		.selectFrom('judgements')
		.innerJoin('indicators', 'indicators.code', 'judgements.indicator')
		.selectAll('judgements')
		.where('judgements.id', '=', id)
		.where('judgements.held_from', '<=', new Date(at))
		.where('indicators.restricted', '=', false)
		.executeTakeFirst();
	return (
		row && {
			judgement: judgement(row),
			heldFrom: row.held_from.toISOString(),
			// What happened later than `at` was not known then.
			heldTo: row.held_to && row.held_to <= new Date(at) ? row.held_to.toISOString() : null
		}
	);
}

const aboutTargets = new Set(['target', 'pace', 'chance', 'reliability', 'masking']);

function judgement(row: JudgementRow & { id: number }): Judgement {
	return {
		id: row.id,
		kind: row.kind,
		indicator: row.indicator,
		area: row.area,
		breakdown: row.breakdown,
		period: row.period,
		outcome: row.outcome,
		difference: row.difference,
		lower: row.lower,
		upper: row.upper,
		p: row.p,
		confidence: row.confidence,
		method: row.method,
		methodVersion: row.method_version,
		...(row.kind === 'movement' || row.kind === 'gap' ? { againstPeriod: row.against_period } : {}),
		...(row.kind === 'comparison' ? { againstArea: row.against_area, q: row.q } : {}),
		...(row.kind === 'spread' || row.kind === 'gap' ? { parts: row.parts } : {}),
		...(aboutTargets.has(row.kind)
			? {
					...{ target: row.target, targetVersion: row.target_version, rule: row.rule },
					...{ reason: row.reason, provisional: row.provisional, detail: row.detail }
				}
			: {})
	} as Judgement;
}
