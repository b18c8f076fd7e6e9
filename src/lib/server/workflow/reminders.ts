import { randomUUID } from 'node:crypto';
import { dayInWalsall } from '../../domain/day.ts';
import type { Person } from '../../domain/permission.ts';
import { type Item, letterOf, type Written } from '../../domain/reminder/letter.ts';
import { record } from '../audit.ts';
import { type Db, transaction, type Trx } from '../db/client.ts';
import type { Recipient } from '../db/people.ts';
import * as reminders from '../db/reminders.ts';
import type { LetterRow, Told } from '../db/reminders.ts';
import { type Agenda, agendas } from './agenda.ts';

// Reminders by e-mail: what each person is to be told is written down first, in one transaction; then
// each letter is claimed, sent, and marked. Two processes, a second run or a restart send nothing twice.

export interface Post {
	/** Where links lead, e.g. https://cohesion.example.org */
	readonly origin: string;
	readonly send: (letter: Written & { to: string }) => Promise<void>;
}

export interface Reminded {
	sent: number;
	failed: number;
}

/** A process that claimed a letter longer ago than this will not come back. */
const CUT_OFF_MS = 15 * 60_000;

/** Writes today's letters, and sends those and what was not sent before. */
export async function remind(db: Db, post: Post, now: Date): Promise<Reminded> {
	const day = dayInWalsall(now);
	const waiting = await transaction(db, (trx) => prepare(trx, now));
	const people = await agendas(db, now);
	const abouts = people.flatMap(({ items }) => items.map(({ about }) => about));
	const told = await reminders.told(db, abouts);
	const count: Reminded = { sent: 0, failed: 0 };
	for (const letter of waiting.filter((one) => one.day === day)) {
		const agenda = people.find(({ person }) => person.id === letter.user);
		const own = told.filter((one) => one.letter === letter.id);
		const items = agenda?.items.filter(({ about }) => own.some((one) => one.about === about)) ?? [];
		if (!agenda || items.length === 0) await reminders.end(db, [letter.id], 'not needed');
		else if (await reminders.claim(db, letter.id, now))
			count[await deliver(db, { letter, person: agenda.person, items, post }, now)]++;
	}
	return count;
}

/** The letters that a run would send now; nothing is written. */
export async function rehearse(
	db: Db,
	origin: string,
	now: Date
): Promise<(Written & { to: string })[]> {
	const people = await agendas(db, now);
	const open = await reminders.openLetters(db, dayInWalsall(now));
	const told = await reminders.told(
		db,
		people.flatMap(({ items }) => items.map(({ about }) => about))
	);
	return people.flatMap(({ person, items }) => {
		const own = open.filter(({ user }) => user === person.id);
		if (own.some(isDone)) return [];
		const due = items.filter((item) => {
			const before = told.find((one) => isOf(one, person, item));
			return !before || own.some(({ id }) => id === before.letter);
		});
		return due.length === 0 ? [] : [{ to: person.email, ...letterOf(person.name, due, origin) }];
	});
}

/** Turns a person's own letters off or on again. */
export async function choose(db: Db, person: Person, isOff: boolean, now: Date): Promise<void> {
	await transaction(db, async (trx) => {
		if ((await reminders.isOff(trx, person.id)) === isOff) return;
		await reminders.choose(trx, person.id, isOff, now);
		await record(trx, person, now, {
			action: isOff ? 'letters turned off' : 'letters turned on',
			subject: ['user', person.id]
		});
	});
}

/** Brings every letter up to date that has not gone; gives those to be sent. */
async function prepare(trx: Trx, now: Date): Promise<LetterRow[]> {
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
	return (await reminders.openLetters(trx, day)).filter((one) => !isDone(one));
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
const isDone = ({ state }: LetterRow): boolean => state !== 'waiting' && state !== 'failed';

const isOf = (one: Told, { id }: Person, { about, stage }: Item): boolean =>
	one.user === id && one.about === about && one.stage === stage;

interface Delivery {
	letter: LetterRow;
	person: Recipient;
	items: readonly Item[];
	post: Post;
}

async function deliver(
	db: Db,
	{ letter, person, items, post }: Delivery,
	now: Date
): Promise<'sent' | 'failed'> {
	try {
		await post.send({ to: person.email, ...letterOf(person.name, items, post.origin) });
	} catch (fault) {
		await reminders.failed(db, letter.id, faultOf(fault));
		return 'failed';
	}
	await reminders.sent(db, letter.id, now);
	return 'sent';
}

/** Codes alone: the sentence of a mail server repeats addresses. */
function faultOf(fault: unknown): string {
	const { code, responseCode } = fault as { code?: unknown; responseCode?: unknown };
	return [code, responseCode].filter(Boolean).map(String).join(' ') || 'not taken';
}
