import type { Period } from '../../domain/period.ts';
import type { Milestone, Shape, Target, TargetState } from '../../domain/target.ts';
import { fromRows, toRows } from '../../domain/target/quarters.ts';
import type { Db, Trx } from './client.ts';
import { insertAll } from './loading.ts';

// Targets in versions. A version is in force from its approval until it ends; rows are never erased.

/** A version with what stands around it: who, when, for which body, and what became of it. */
export interface TargetRecord extends Target {
	/** Counts every writing: who saves must have seen the newest. */
	revision: number;
	benchmark: string | null;
	proposedById: string;
	proposedAt: string;
	submittedAt: string | null;
	approvedFor: string | null;
	returnedNote: string | null;
	endedAt: string | null;
	endedReason: string | null;
	/** Ids of everyone who wrote a part: none of them may approve it. */
	authors: string[];
}

/** Which versions: each absent condition means "any". */
export interface Wanted {
	id?: string;
	indicators?: readonly string[];
	area?: string;
	/** In force at this ISO instant. */
	inForceAt?: string;
}

/** Versions of targets, by indicator, area and group, newest version first. */
export async function versions(db: Db, wanted: Wanted = {}): Promise<TargetRecord[]> {
	const { id, indicators, area, inForceAt } = wanted;
	if (indicators?.length === 0) return [];
	const rows = await select(db)
		.$if(id !== undefined, (query) => query.where('targets.id', '=', id ?? ''))
		.$if(indicators !== undefined, (query) =>
			query.where('targets.indicator', 'in', [...(indicators ?? [])])
		)
		.$if(area !== undefined, (query) => query.where('targets.area', '=', area ?? ''))
		.$if(inForceAt !== undefined, (query) =>
			query
				.where('version.approved_at', '<=', new Date(inForceAt ?? 0))
				.where(({ eb, or }) =>
					or([
						eb('version.ended_at', 'is', null),
						eb('version.ended_at', '>', new Date(inForceAt ?? 0))
					])
				)
		)
		.orderBy('targets.indicator')
		.orderBy('targets.area')
		.orderBy('targets.breakdown')
		.orderBy('version.version', 'desc')
		.execute();
	if (rows.length === 0) return [];
	const milestones = await db.selectFrom('target_milestones').selectAll().orderBy('ends').execute();
	const authors = await db.selectFrom('target_authors').selectAll().orderBy('user_id').execute();
	const of = <T extends Key>(all: T[]) => Map.groupBy(all, keyOf);
	const [steps, writers] = [of(milestones), of(authors)];
	return rows.map((row) =>
		record(
			row,
			steps.get(keyOf(row)) ?? [],
			(writers.get(keyOf(row)) ?? []).map((a) => a.user_id)
		)
	);
}

/** Targets in force at an instant: what judgements and pages use. */
export const inForce = (db: Db, at: string, indicators?: readonly string[]) =>
	versions(db, { inForceAt: at, ...(indicators ? { indicators } : {}) });

interface Key {
	target: string;
	version: number;
}

const keyOf = ({ target, version }: Key): string => `${target} ${version}`;

function select(db: Db) {
	return db
		.selectFrom('targets')
		.innerJoin('target_versions as version', 'version.target', 'targets.id')
		.innerJoin('periods', 'periods.id', 'version.baseline_period')
		.leftJoin('users as proposer', 'proposer.id', 'version.proposed_by')
		.leftJoin('users as approver', 'approver.id', 'version.approved_by')
		.selectAll('version')
		.select(['targets.indicator', 'targets.area', 'targets.breakdown'])
		.select(['periods.kind', 'periods.starts', 'periods.ends', 'periods.label'])
		.select(['proposer.name as proposer', 'approver.name as approver']);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function record(
	row: Row,
	milestones: { ends: string; value: number }[],
	authors: string[]
): TargetRecord {
	const goal = { ends: row.goal_date, value: row.goal_value };
	const steps =
		row.shape === 'profiled' ? fromRows(milestones, goal, row.cumulative) : { milestones, goal };
	return {
		id: row.target,
		...{ version: row.version, revision: row.revision },
		...{ indicator: row.indicator, area: row.area, breakdown: row.breakdown },
		state: row.state as TargetState,
		baseline: {
			period: periodOf(row),
			...{ value: row.baseline_value, lower: row.baseline_lower, upper: row.baseline_upper },
			...{ version: row.definition_version, source: row.baseline_source }
		},
		shape: row.shape as Shape,
		...steps,
		tolerance: { kind: row.tolerance_kind as 'absolute' | 'relative', amount: row.tolerance },
		...{ cumulative: row.cumulative, rationale: row.rationale, benchmark: row.benchmark },
		...{ proposedBy: row.proposer, approvedBy: row.approver, provisional: row.provisional },
		...{ proposedById: row.proposed_by, approvedFor: row.approved_for },
		...{ returnedNote: row.returned_note, endedReason: row.ended_reason, authors },
		proposedAt: row.proposed_at.toISOString(),
		submittedAt: iso(row.submitted_at),
		approvedAt: iso(row.approved_at),
		endedAt: iso(row.ended_at),
		confirmed:
			row.confirmed_until === null
				? null
				: { until: row.confirmed_until, version: row.confirmed_version ?? row.definition_version }
	};
}

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;

const periodOf = (row: Row): Period => ({
	id: row.baseline_period,
	kind: row.kind as Period['kind'],
	...{ starts: row.starts, ends: row.ends, label: row.label }
});

/** What a person writes; everything else follows from the acts. */
export type Written = Pick<
	TargetRecord,
	'baseline' | 'shape' | 'milestones' | 'goal' | 'tolerance' | 'cumulative' | 'benchmark'
> & { rationale: string };

/** The target of an indicator, area and group, made if there is none; its id. */
export async function ensure(
	trx: Trx,
	{ indicator, area, breakdown }: Pick<Target, 'indicator' | 'area' | 'breakdown'>
): Promise<string> {
	const group = breakdown === 'all' ? [] : [breakdown];
	const id = [indicator.toLowerCase(), area.toLowerCase(), ...group].join('-');
	await trx
		.insertInto('targets')
		.values({ id, indicator, area, breakdown })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	return id;
}

/** Locks a target's row until the transaction ends, so that two acts follow one another. */
export async function lock(trx: Trx, id: string): Promise<boolean> {
	const row = await trx
		.selectFrom('targets')
		.select('id')
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
	return row !== undefined;
}

export async function addVersion(
	trx: Trx,
	of: Key & { by: string },
	written: Written,
	now: Date
): Promise<void> {
	const { target, version, by } = of;
	await trx
		.insertInto('target_versions')
		.values({
			...{ target, version, state: 'draft', proposed_by: by, proposed_at: now },
			...columnsOf(written),
			...{ provisional: null, confirmed_until: null, confirmed_version: null, confirmed_by: null },
			...{ approved_by: null, approved_for: null, returned_note: null, ended_reason: null }
		})
		.execute();
	await writeMilestones(trx, of, written);
	await addAuthor(trx, of, by);
}

/** Writes over a draft; whoever wrote is an author from then on. */
export async function rewrite(
	trx: Trx,
	of: Key & { by: string; revision: number },
	written: Written
): Promise<void> {
	await change(trx, of, { ...columnsOf(written), state: 'draft', revision: of.revision + 1 });
	await trx
		.deleteFrom('target_milestones')
		.where('target', '=', of.target)
		.where('version', '=', of.version)
		.execute();
	await writeMilestones(trx, of, written);
	await addAuthor(trx, of, of.by);
}

export interface Change {
	state?: TargetState;
	revision?: number;
	submitted_at?: Date;
	approved_by?: string;
	approved_at?: Date;
	approved_for?: string | null;
	returned_note?: string | null;
	provisional?: string | null;
	confirmed_until?: string;
	confirmed_version?: number;
	confirmed_by?: string;
	ended_at?: Date;
	ended_reason?: string;
}

/** Changes what the acts decide about one version. */
export async function change(trx: Trx, { target, version }: Key, given: Change): Promise<void> {
	await trx
		.updateTable('target_versions')
		.set(given)
		.where('target', '=', target)
		.where('version', '=', version)
		.execute();
}

const columnsOf = ({ baseline, shape, goal, tolerance, cumulative, ...words }: Written) => ({
	...{ benchmark: words.benchmark, rationale: words.rationale },
	definition_version: baseline?.version ?? 0,
	baseline_period: baseline?.period.id ?? '',
	baseline_value: baseline?.value ?? NaN,
	...{ baseline_lower: baseline?.lower ?? null, baseline_upper: baseline?.upper ?? null },
	baseline_source: baseline?.source ?? null,
	...{ shape, cumulative, goal_date: goal.ends, goal_value: goal.value },
	...{ tolerance: tolerance.amount, tolerance_kind: tolerance.kind }
});

async function writeMilestones(trx: Trx, of: Key, { shape, ...line }: Written): Promise<void> {
	const steps: Milestone[] =
		shape === 'profiled'
			? toRows([...line.milestones, line.goal], line.cumulative)
			: [...line.milestones];
	const rows = steps.map(({ ends, value }) => ({
		...{ target: of.target, version: of.version, ends, value }
	}));
	await insertAll(trx, 'target_milestones', rows);
}

async function addAuthor(trx: Trx, { target, version }: Key, by: string): Promise<void> {
	await trx
		.insertInto('target_authors')
		.values({ target, version, user_id: by })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}
