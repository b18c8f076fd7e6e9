import type { AuditAction } from '../../domain/audit/actions.ts';
import { dayInWalsall } from '../../domain/day.ts';
import { type Influence, isInfluence } from '../../domain/influence.ts';
import { type Act, may, type Person, refusal } from '../../domain/permission.ts';
import { record } from '../audit.ts';
import * as answerable from '../db/answerable.ts';
import { type Db, transaction, type Trx } from '../db/client.ts';
import * as influences from '../db/influences.ts';
import * as indicators from '../db/indicators.ts';
import { setSetting } from '../db/loading.ts';
import { forget } from '../publication.ts';

// Who answers for an indicator, and how far the council can move it. Each change has its reason and
// stands in the audit; what was in force before is kept with its dates.

export type Outcome = { ok: true } | { ok: false; why: string };

export interface Asked {
	indicator: string;
	reason: string;
}

/** Control, influence or context; an empty word says that it is not set again. */
export async function setInfluence(
	db: Db,
	person: Person,
	asked: Asked & { influence: string },
	now: Date
): Promise<Outcome> {
	const { indicator, influence } = asked;
	if (influence !== '' && !isInfluence(influence))
		return { ok: false, why: 'Choose control, influence or context.' };
	return changed(db, { person, act: 'set influence', asked, now }, async (trx) => {
		const before = (await influences.inForce(trx, now.toISOString())).get(indicator);
		const after: Influence | null = isInfluence(influence) ? influence : null;
		if ((before ?? null) === after) return 'This is what is set already.';
		await influences.set(
			trx,
			{ indicator, influence: after, by: person.id, reason: asked.reason },
			now
		);
		return { action: 'influence set', before: before ?? 'not set', after: after ?? 'not set' };
	});
}

/** Names the owner, or one more contributor. */
export async function name(
	db: Db,
	person: Person,
	asked: Asked & answerable.Post & { part: string },
	now: Date
): Promise<Outcome> {
	const given = postOf(asked);
	if (typeof given === 'string') return { ok: false, why: given };
	return changed(db, { person, act: 'edit framework', asked, now }, async (trx) => {
		const on = dayInWalsall(now);
		const own = (await answerable.onDay(trx, on)).get(asked.indicator);
		const held =
			given.part === 'owner' ? (own?.owner ? [own.owner] : []) : (own?.contributors ?? []);
		if (held.some((one) => one.directorate === given.directorate && one.post === given.post))
			return 'This post is named already.';
		await answerable.begin(trx, given, on);
		return { action: `${given.part} named`, before: own ?? null, after: given };
	});
}

/** Ends the part of the owner or of a contributor. */
export async function end(
	db: Db,
	person: Person,
	asked: Asked & answerable.Post & { part: string },
	now: Date
): Promise<Outcome> {
	const given = postOf(asked);
	if (typeof given === 'string') return { ok: false, why: given };
	return changed(db, { person, act: 'edit framework', asked, now }, async (trx) => {
		const ended = await answerable.end(trx, given, dayInWalsall(now));
		if (!ended) return 'This post is not named.';
		return { action: `${given.part} ended`, before: given, after: null };
	});
}

function postOf(asked: Asked & answerable.Post & { part: string }): answerable.NewPost | string {
	const { indicator, part } = asked;
	const [directorate, post] = [asked.directorate.trim(), asked.post.trim()];
	if (part !== 'owner' && part !== 'contributor') return 'Choose owner or contributor.';
	if (directorate === '' || post === '') return 'Give the directorate and the post.';
	if (directorate.length > 100 || post.length > 100) return 'Use at most 100 characters.';
	return { indicator, part, directorate, post };
}

interface Doing {
	person: Person;
	act: Act;
	asked: Asked;
	now: Date;
}

type Done = { action: AuditAction; before: unknown; after: unknown } | string;

/** The frame of every change: permission, reason, indicator, the change, its record. */
async function changed(
	db: Db,
	{ person, act, asked, now }: Doing,
	work: (trx: Trx) => Promise<Done>
): Promise<Outcome> {
	const { indicator } = asked;
	const reason = asked.reason.trim();
	if (!may(person, act, { indicator })) return { ok: false, why: refusal(act) };
	if (reason === '') return { ok: false, why: 'Say why: the reason is kept with the change.' };
	const outcome = await transaction(db, async (trx): Promise<Outcome> => {
		await indicators.lock(trx, indicator);
		if (!(await indicators.byCode(trx, indicator)))
			return { ok: false, why: `There is no indicator ${indicator}.` };
		const done = await work(trx);
		if (typeof done === 'string') return { ok: false, why: done };
		const { action, before, after } = done;
		await record(trx, person, now, {
			action,
			subject: ['indicator', indicator],
			before,
			after,
			reason
		});
		await setSetting(trx, 'answerable', indicator, now);
		return { ok: true };
	});
	if (outcome.ok) forget(db);
	return outcome;
}
