import { date } from '../../domain/format.ts';
import type { Person } from '../../domain/permission.ts';
import { isSound } from '../../domain/target/check.ts';
import type { Provisional } from '../../domain/target/provisional.ts';
import type { Db } from '../db/client.ts';
import * as targets from '../db/targets.ts';
import { forget } from '../publication.ts';
import {
	act,
	contentOf,
	done,
	end,
	needed,
	note,
	type Outcome,
	publishChange,
	type Seen,
	step
} from './target-act.ts';
import { changesSince, problemsOf } from './target-draft.ts';

// Deciding on a target. What is agreed or confirmed is published at once: it makes an edition, so that
// an earlier one shows what stood before.

/** Sends a proposal back with a note that says why. */
export async function sendBack(
	db: Db,
	person: Person,
	{ note: why, ...seen }: Seen & { note: string },
	asked: Date
): Promise<Outcome> {
	if (why.trim() === '') return needed('Say why you send it back. The writer reads your note.');
	return act(
		db,
		person,
		{ ...seen, act: 'return', needs: 'approve target', now: asked },
		async (trx, before, now) => {
			await step(trx, before, { state: 'returned', returned_note: why.trim() });
			await note(trx, person, now, { ...seen, action: 'target sent back', reason: why.trim() });
			return done(before);
		}
	);
}

export interface Approval extends Seen {
	/** The body in whose name it is approved, e.g. a meeting and its date. */
	approvedFor: string;
	/** The line holds across the changes of source or definition that it crosses. */
	confirms: boolean;
}

/** Puts a version in force; what was in force ends at the same instant. */
export async function approve(
	db: Db,
	person: Person,
	{ approvedFor, confirms, ...seen }: Approval,
	asked: Date
): Promise<Outcome> {
	if (approvedFor.trim() === '')
		return needed('Say for which body you approve it, and when it met.');
	return act(
		db,
		person,
		{ ...seen, act: 'approve', needs: 'approve target', now: asked },
		async (trx, before, now) => {
			const problems = await problemsOf(trx, before);
			if (!isSound(problems)) return { kind: 'problems', problems };
			const crossed = await changesSince(trx, before);
			const earlier = (await targets.inForce(trx, now.toISOString())).find(
				({ id }) => id === seen.id
			);
			if (earlier) await end(trx, earlier, now, `Replaced by version ${seen.version}`);
			await step(trx, before, {
				...{ state: 'approved', approved_at: now, approved_by: person.id },
				...{ approved_for: approvedFor.trim(), returned_note: null },
				...(crossed.found && !confirms
					? { provisional: reasonOf(crossed.found) }
					: confirmation(person, now, crossed.definition))
			});
			await note(trx, person, now, {
				...{ ...seen, action: 'target approved', before: earlier && contentOf(earlier) },
				...{ after: contentOf(before), reason: approvedFor.trim() }
			});
			await publishChange(trx, before, now, 'agreed');
			return done(before);
		}
	).finally(() => forget(db));
}

/** Says that the line in force still holds after a change of source or definition. */
export async function confirm(
	db: Db,
	person: Person,
	{ reason, ...seen }: Seen & { reason: string },
	asked: Date
): Promise<Outcome> {
	if (reason.trim() === '') return needed('Say why the line still holds.');
	return act(
		db,
		person,
		{ ...seen, act: 'confirm', needs: 'approve target', now: asked },
		async (trx, before, now) => {
			const { definition } = await changesSince(trx, before);
			await step(trx, before, { provisional: null, ...confirmation(person, now, definition) });
			await note(trx, person, now, { ...seen, action: 'target confirmed', reason: reason.trim() });
			await publishChange(trx, before, now, 'confirmed');
			return done(before);
		}
	).finally(() => forget(db));
}

const confirmation = (person: Person, now: Date, definition: number): targets.Change => ({
	confirmed_until: now.toISOString().slice(0, 10),
	...{ confirmed_version: definition, confirmed_by: person.id }
});

function reasonOf({ reason, since }: Provisional): string {
	return reason === 'change of source' && since
		? `The source changed on ${date(since)}, after the baseline`
		: 'The definition changed after the baseline';
}
