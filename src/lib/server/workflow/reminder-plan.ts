import { randomUUID } from 'node:crypto';
import { dayInWalsall } from '../../domain/day.ts';
import type { Person } from '../../domain/permission.ts';
import type { Item } from '../../domain/reminder/letter.ts';
import type { Trx } from '../db/client.ts';
import * as reminders from '../db/reminders.ts';
import type { LetterRow, Told } from '../db/reminders.ts';
import { type Agenda, agendas } from './agenda.ts';

// Which letters there are to be today, written down before any is sent.

/** A process that claimed a letter longer ago than this will not come back. */
const CUT_OFF_MS = 15 * 60_000;

/** Brings every letter up to date that has not gone; gives those to be sent, and what there is to tell. */
export async function prepare(
	trx: Trx,
	now: Date
): Promise<{ waiting: LetterRow[]; people: Agenda[] }> {
	await reminders.lock(trx);
	await reminders.giveUp(trx, new Date(now.getTime() - CUT_OFF_MS));
	const day = dayInWalsall(now);
	const people = await agendas(trx, now);
	const open = await reminders.openLetters(trx, day);
	const told = await reminders.told(
		trx,
		people.flatMap(({ items }) => items.map(({ about }) => about))
	);
	const planned = people.flatMap((agenda) => plan(agenda, { open, told, day }) ?? []);
	const wanted = new Set(planned.flatMap(({ carried }) => carried));
	const fresh = planned.filter(({ isNew }) => isNew);
	await reminders.addLetters(
		trx,
		fresh.map(({ letter, user }) => ({ id: letter, user, day })),
		now
	);
	await reminders.addReminders(
		trx,
		planned.flatMap(({ reminders: rows }) => rows)
	);
	for (const { carried, letter } of planned) {
		for (const before of carried) await reminders.carryOver(trx, before, letter);
	}
	const old = open.filter((one) => one.day < day && !wanted.has(one.id)).map(({ id }) => id);
	await reminders.end(trx, old, 'not needed');
	const waiting = (await reminders.openLetters(trx, day)).filter((one) => !isDone(one));
	return { waiting, people };
}

interface Planned {
	letter: string;
	user: string;
	isNew: boolean;
	reminders: Told[];
	/** Earlier letters that were not sent. */
	carried: string[];
}

interface Standing {
	open: readonly LetterRow[];
	told: readonly Told[];
	day: string;
}

/** What is added to today's letter of a person; undefined where it has gone, or there is nothing. */
function plan({ person, items }: Agenda, { open, told, day }: Standing): Planned | undefined {
	const own = open.filter(({ user }) => user === person.id);
	const today = own.find((one) => one.day === day);
	if (today && isDone(today)) return undefined;
	const carried = own.filter((one) => one.day < day).map(({ id }) => id);
	const fresh = items.filter((item) => !told.some((one) => isOf(one, person, item)));
	if (fresh.length === 0 && carried.length === 0) return undefined;
	const letter = today?.id ?? randomUUID();
	const rows = fresh.map(({ about, stage }) => ({ user: person.id, about, stage, letter }));
	return { letter, user: person.id, isNew: !today, reminders: rows, carried };
}

/** It has gone, or will not go: the next is tomorrow's. */
export const isDone = ({ state }: LetterRow): boolean => state !== 'waiting' && state !== 'failed';

export const isOf = (one: Told, { id }: Person, { about, stage }: Item): boolean =>
	one.user === id && one.about === about && one.stage === stage;
