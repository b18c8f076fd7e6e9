import { may, type Person } from '../../domain/permission.ts';
import { isSound } from '../../domain/target/check.ts';
import { type Db, transaction } from '../db/client.ts';
import * as indicators from '../db/indicators.ts';
import * as targets from '../db/targets.ts';
import { forget } from '../publication.ts';
import {
	act,
	conflict,
	contentOf,
	done,
	end,
	keyOf,
	needed,
	note,
	notAllowed,
	type Outcome,
	publishChange,
	refused,
	type Seen,
	step
} from './target-act.ts';
import { type Entered, problemsOf, written } from './target-draft.ts';

export type { Outcome, Seen } from './target-act.ts';
export { approve, confirm, sendBack, type Approval } from './target-decisions.ts';

// Writing a target: a draft, its changes, handing it in, taking it back. Deciding on it is next door.

/** A new draft: the target's first version, or the one that is to replace what is in force. */
export async function propose(
	db: Db,
	person: Person,
	entered: Entered,
	now: Date
): Promise<Outcome> {
	const indicator = await indicators.byCode(db, entered.indicator);
	if (!indicator) return refused(`There is no indicator "${entered.indicator}".`);
	const { code, themes } = indicator;
	if (!may(person, 'propose target', { indicator: code, themes }))
		return notAllowed('propose target');
	const made = await written(db, indicator, entered);
	if (!isSound(made.problems)) return { kind: 'problems', problems: made.problems };
	return transaction(db, async (trx): Promise<Outcome> => {
		const id = await targets.ensure(trx, entered);
		await targets.lock(trx, id);
		const all = await targets.versions(trx, { id });
		const open = all.find(({ state }) => ['draft', 'submitted', 'returned'].includes(state));
		if (open) return conflict(open, 'A proposal for this target is already being written');
		const version = (all[0]?.version ?? 0) + 1;
		await targets.addVersion(trx, { target: id, version, by: person.id }, made.written, now);
		await note(trx, person, now, { action: 'target proposed', id, version, after: made.written });
		return { kind: 'done', id, version };
	});
}

/**
 * Writes over a draft, or over a version that was sent back. What the target is about stays: a form
 * that names another measure, place or group cannot bring a foreign baseline into it.
 */
export async function edit(
	db: Db,
	person: Person,
	{ entered, ...seen }: Seen & { entered: Entered },
	asked: Date
): Promise<Outcome> {
	return act(
		db,
		person,
		{ ...seen, act: 'edit', needs: 'propose target', now: asked },
		async (trx, before, now) => {
			const { indicator: code, area, breakdown } = before;
			const indicator = await indicators.byCode(trx, code);
			if (!indicator) return refused(`There is no indicator "${code}".`);
			const made = await written(trx, indicator, {
				...{ ...entered, indicator: code, area, breakdown }
			});
			if (!isSound(made.problems)) return { kind: 'problems', problems: made.problems };
			await targets.rewrite(
				trx,
				{ ...keyOf(before), by: person.id, revision: before.revision },
				made.written
			);
			const [from, to] = [contentOf(before), made.written];
			await note(trx, person, now, { ...seen, action: 'target edited', before: from, after: to });
			return done(before);
		}
	);
}

/** Hands a draft to its approver; refused while anything is wrong with it. */
export async function submit(db: Db, person: Person, seen: Seen, asked: Date): Promise<Outcome> {
	return act(
		db,
		person,
		{ ...seen, act: 'submit', needs: 'propose target', now: asked },
		async (trx, before, now) => {
			const problems = await problemsOf(trx, before);
			if (!isSound(problems)) return { kind: 'problems', problems };
			await step(trx, before, { state: 'submitted', submitted_at: now });
			await note(trx, person, now, { ...seen, action: 'target submitted' });
			return done(before);
		}
	);
}

/** Takes a proposal back, or ends the version in force. */
export async function withdraw(
	db: Db,
	person: Person,
	{ reason, ...seen }: Seen & { reason: string },
	asked: Date
): Promise<Outcome> {
	if (reason.trim() === '') return needed('Say why it is withdrawn. Readers see your reason.');
	return act(
		db,
		person,
		{ ...seen, act: 'withdraw', needs: 'withdraw target', now: asked },
		async (trx, before, now) => {
			const isInForce = before.state === 'approved';
			if (isInForce) await end(trx, before, now, `Withdrawn: ${reason.trim()}`);
			else await step(trx, before, { state: 'withdrawn' });
			await note(trx, person, now, { ...seen, action: 'target withdrawn', reason: reason.trim() });
			if (isInForce) await publishChange(trx, before, now, 'withdrawn');
			return done(before);
		}
	).finally(() => forget(db));
}
