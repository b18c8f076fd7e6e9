import type { AuditAction } from '../../domain/audit/actions.ts';
import { date } from '../../domain/format.ts';
import { may, type Act, type Person, refusal } from '../../domain/permission.ts';
import type { Problem } from '../../domain/target/check.ts';
import { stateAfter, type TargetAct } from '../../domain/target/state.ts';
import { record } from '../audit.ts';
import { type Db, transaction, type Trx } from '../db/client.ts';
import * as editions from '../db/editions.ts';
import * as indicators from '../db/indicators.ts';
import { addEdition } from '../db/replacing.ts';
import * as targets from '../db/targets.ts';
import type { TargetRecord } from '../db/targets.ts';
import { judgeTargetsOf } from './target-judging.ts';

// What every act on a target has in common: may this person, is the step open, has anybody written in
// the meantime; then one transaction with its audit record.

export type Outcome =
	| { kind: 'done'; id: string; version: number }
	| { kind: 'refused'; message: string }
	| { kind: 'problems'; problems: Problem[] }
	/** Somebody else wrote in the meantime: nothing was changed. */
	| { kind: 'conflict'; message: string; theirs: TargetRecord };

/** Which version is acted on, and the writing of it that the person has seen. */
export interface Seen {
	id: string;
	version: number;
	revision: number;
}

type Work = (trx: Trx, before: TargetRecord, now: Date) => Promise<Outcome>;
interface Wanted extends Seen {
	act: TargetAct;
	needs: Act;
	now: Date;
}

/** Permission, an open step and the newest writing; then the work, all in one transaction. */
export function act(db: Db, person: Person, wanted: Wanted, work: Work): Promise<Outcome> {
	return transaction(db, async (trx) => {
		await targets.lock(trx, wanted.id);
		const all = await targets.versions(trx, { id: wanted.id });
		const before = all.find(({ version }) => version === wanted.version);
		const indicator = before && (await indicators.byCode(trx, before.indicator));
		if (!before || !indicator) return refused('There is no such version of a target.');
		const { authors } = before;
		const subject = { indicator: indicator.code, themes: indicator.themes, authors };
		const isOwn = authors.includes(person.id) && wanted.needs === 'approve target';
		if (isOwn)
			return refused('You wrote a part of this target, so somebody else must decide on it.');
		if (!may(person, wanted.needs, subject)) return notAllowed(wanted.needs);
		if (before.revision !== wanted.revision) {
			return conflict(before, 'Somebody changed this target since you opened it');
		}
		const standing = { state: before.state, hasEnded: before.endedAt !== null };
		if (!stateAfter(standing, wanted.act)) {
			return conflict(before, 'This step is no longer open: somebody else was quicker');
		}
		// Acts on one indicator follow one another: each judges what the others left.
		await indicators.lock(trx, indicator.code);
		return work(trx, before, await editions.inOrder(trx, wanted.now));
	});
}

export const keyOf = ({ id, version }: TargetRecord) => ({ target: id, version });
export const done = ({ id, version }: TargetRecord): Outcome => ({ kind: 'done', id, version });
export const refused = (message: string): Outcome => ({ kind: 'refused', message });
export const notAllowed = (needs: Act): Outcome => refused(refusal(needs));

export function conflict(theirs: TargetRecord, what: string): Outcome {
	return {
		kind: 'conflict',
		theirs,
		message: `${what}. Nothing was changed. Look at both, then choose.`
	};
}

export const needed = (message: string): Outcome => ({
	kind: 'problems',
	problems: [{ kind: 'refused', field: 'goal', code: 'words needed', message }]
});

/** A step of a version; every writing counts. */
export const step = (trx: Trx, before: TargetRecord, given: targets.Change): Promise<void> =>
	targets.change(trx, keyOf(before), { ...given, revision: before.revision + 1 });

export const end = (trx: Trx, before: TargetRecord, now: Date, why: string): Promise<void> =>
	step(trx, before, { ended_at: now, ended_reason: why });

/** What a person wrote, for the audit. */
export function contentOf(target: TargetRecord): targets.Written {
	const { baseline, shape, milestones, goal, tolerance, cumulative, benchmark, rationale } = target;
	return {
		...{ baseline, shape, milestones, goal, tolerance, cumulative, benchmark },
		rationale: rationale ?? ''
	};
}

interface Noted extends Pick<Seen, 'id' | 'version'> {
	action: AuditAction;
	before?: unknown;
	after?: unknown;
	reason?: string;
}

export function note(trx: Trx, person: Person, now: Date, noted: Noted): Promise<void> {
	const { id, version, action, before, after, reason } = noted;
	const subject = ['target', `${id} version ${version}`] as const;
	return record(trx, person, now, { action, subject: [...subject], before, after, reason });
}

/** Judged anew and published: an edition of its own keeps what stood before. */
export async function publishChange(
	trx: Trx,
	{ id, version, indicator }: TargetRecord,
	now: Date,
	what: 'agreed' | 'confirmed' | 'withdrawn'
): Promise<void> {
	await addEdition(
		trx,
		{
			id: `target-${id}-${version}-${what}-${now.getTime()}`.toLowerCase(),
			label: `Target ${what} for ${indicator}, ${date(now)}`,
			note: `Version ${version} of the target was ${what}. No figure changed.`,
			kind: 'target'
		},
		now
	);
	await judgeTargetsOf(trx, indicator, now);
}
