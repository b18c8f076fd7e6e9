import { dayInWalsall } from '../../domain/day.ts';
import type { Person } from '../../domain/permission.ts';
import { type Item, letterOf, type Written } from '../../domain/reminder/letter.ts';
import { record } from '../audit.ts';
import { type Db, transaction } from '../db/client.ts';
import type { Recipient } from '../db/people.ts';
import * as reminders from '../db/reminders.ts';
import type { LetterRow } from '../db/reminders.ts';
import { agendas } from './agenda.ts';
import { isDone, isOf, prepare } from './reminder-plan.ts';

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

/** Writes today's letters, and sends those and what was not sent before. */
export async function remind(db: Db, post: Post, now: Date): Promise<Reminded> {
	const day = dayInWalsall(now);
	const { waiting, people } = await transaction(db, (trx) => prepare(trx, now));
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
