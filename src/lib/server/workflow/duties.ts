import { randomUUID } from 'node:crypto';
import { dayInWalsall } from '../../domain/day.ts';
import { may, type Duty, type Person, type Role } from '../../domain/permission.ts';
import { record } from '../audit.ts';
import { transaction, type Db, type Trx } from '../db/client.ts';
import * as duties from '../db/duties.ts';
import * as indicators from '../db/indicators.ts';
import * as themes from '../db/themes.ts';
import * as users from '../db/users.ts';
import { must } from './must.ts';
import { Refused } from './refused.ts';

// Who answers for what. A duty needs its role: without it the duty would let nobody do anything.

interface Wanted {
	readonly user: string;
	readonly duty: Duty;
	readonly of: { readonly indicator: string } | { readonly theme: string };
	/** First day, today or later. */
	readonly from: string;
}

const roleFor = (duty: string): Role =>
	duty === 'approver' || duty === 'deputy approver' ? 'approver' : 'officer';

/** Gives a person a duty for an indicator or for every indicator of a theme. */
export async function assign(db: Db, actor: Person, wanted: Wanted, now: Date): Promise<void> {
	must(actor, 'assign duties');
	const { user, duty, of, from } = wanted;
	if (from < dayInWalsall(now)) throw new Refused('Choose today or a later day.', 'from');
	await transaction(db, async (trx) => {
		await duties.lock(trx);
		await able(trx, user, [duty]);
		if (!(await isKnown(trx, of)))
			throw new Refused('Choose an indicator or a theme that there is.', 'of');
		const about = 'theme' in of ? { theme: of.theme, indicator: null } : { ...of, theme: null };
		const id = randomUUID();
		if (!(await duties.add(trx, { id, user, duty, ...about, from }))) {
			throw new Refused('This person has this duty already.');
		}
		const after = { duty, ...of, from };
		await record(trx, actor, now, { action: 'assign duty', subject: ['user', user], after });
	});
}

/** Ends a duty today. */
export async function end(
	db: Db,
	actor: Person,
	{ user, duty, reason }: { user: string; duty: string; reason: string },
	now: Date
): Promise<void> {
	must(actor, 'assign duties');
	await transaction(db, async (trx) => {
		await duties.lock(trx);
		const held = (await duties.open(trx, user)).find(({ id }) => id === duty);
		if (!held) throw new Refused('This duty has ended already.');
		await duties.end(trx, duty, dayInWalsall(now));
		const subject = ['user', user] as const;
		await record(trx, actor, now, { action: 'end duty', subject, before: told(held), reason });
	});
}

async function isKnown(trx: Trx, of: Wanted['of']): Promise<boolean> {
	if ('indicator' in of) return (await indicators.byCode(trx, of.indicator)) !== undefined;
	return (await themes.all(trx)).some(({ code }) => code === of.theme);
}

interface HandOver {
	readonly from: string;
	readonly to: string;
	readonly note: string;
}

/** Hands every duty of a person to another, from today, in one step; returns how many. */
export async function handOver(
	db: Db,
	actor: Person,
	{ from, to, note }: HandOver,
	now: Date
): Promise<number> {
	must(actor, 'hand over duties');
	if (from !== actor.id) must(actor, 'assign duties');
	if (from === to) throw new Refused('Choose somebody else to hand over to.', 'to');
	if (note === '') throw new Refused('Write a note: what the other person must know.', 'note');
	const today = dayInWalsall(now);
	return transaction(db, async (trx) => {
		await duties.lock(trx);
		const held = await duties.open(trx, from);
		if (held.length === 0) throw new Refused('This person has no duties to hand over.', 'from');
		const names = held.map(({ duty }) => duty);
		const receiver = await able(trx, to, names);
		for (const { id, duty, indicator, theme } of held) {
			await duties.end(trx, id, today);
			const taken = { duty: duty as Duty, indicator, theme, from: today };
			await duties.add(trx, { id: randomUUID(), user: to, ...taken });
		}
		await record(trx, actor, now, {
			action: 'hand over duties',
			subject: ['user', from],
			before: held.map(told),
			after: { to, name: receiver.name },
			reason: note
		});
		await record(trx, actor, now, {
			action: 'take over duties',
			subject: ['user', to],
			after: held.map(told),
			reason: note
		});
		return held.length;
	});
}

interface Days {
	readonly user: string;
	readonly starts: string;
	readonly ends: string;
}

/** Notes days away: one's own, or another's by who assigns duties. */
export async function addAbsence(db: Db, actor: Person, days: Days, now: Date): Promise<void> {
	mayNote(actor, days.user);
	if (days.ends < days.starts) throw new Refused('The last day is before the first.', 'ends');
	if (days.ends < dayInWalsall(now)) throw new Refused('These days are over.', 'ends');
	await transaction(db, async (trx) => {
		const { user, ...after } = days;
		if (!(await users.find(trx, { id: user }))) throw new Refused('Choose a person.', 'user');
		await duties.addAbsence(trx, { id: randomUUID(), ...days });
		await record(trx, actor, now, { action: 'note absence', subject: ['user', user], after });
	});
}

/** Takes days away back. */
export async function removeAbsence(db: Db, actor: Person, id: string, now: Date): Promise<void> {
	await transaction(db, async (trx) => {
		const removed = await duties.removeAbsence(trx, id);
		if (!removed) throw new Refused('These days are no longer noted.');
		const { user_id: user, ...before } = removed;
		mayNote(actor, user);
		await record(trx, actor, now, { action: 'remove absence', subject: ['user', user], before });
	});
}

const told = ({
	duty,
	indicator,
	theme
}: {
	duty: string;
	indicator: string | null;
	theme: string | null;
}) => (indicator === null ? { duty, theme } : { duty, indicator });

function mayNote(actor: Person, user: string): void {
	if (user !== actor.id || !may(actor, 'read drafts')) must(actor, 'assign duties');
}

async function able(trx: Trx, user: string, wanted: readonly string[]): Promise<users.Account> {
	const account = await users.find(trx, { id: user });
	if (!account || account.disabledAt) throw new Refused('This person cannot sign in.');
	const roles = (await users.rolesOf(trx, user)).map(({ role }) => role);
	const missing = wanted.map(roleFor).find((role) => !roles.includes(role));
	if (!missing) return account;
	throw new Refused(`${account.name} needs the ${missing} role first. Ask an administrator.`);
}
