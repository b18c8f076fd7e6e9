import { dayInWalsall } from '../../domain/day.ts';
import { date } from '../../domain/format.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { may, type Person } from '../../domain/permission.ts';
import type { Item } from '../../domain/reminder/letter.ts';
import { daysInWords, dueStage } from '../../domain/reminder/stage.ts';
import { isHandedIn } from '../../domain/submission.ts';
import type { Db } from '../db/client.ts';
import * as people from '../db/people.ts';
import type { Recipient } from '../db/people.ts';
import { decisionItems } from './agenda-decisions.ts';
import { named, type Work, workOf } from './agenda-work.ts';

// What each person has to do today: what the letters are made of.

export interface Agenda {
	person: Recipient;
	items: Item[];
}

/** Everybody who wants letters and has something to be reminded of. */
export async function agendas(db: Db, now: Date): Promise<Agenda[]> {
	const today = dayInWalsall(now);
	const everybody = await people.recipients(db, today);
	const work = await workOf(db, now);
	return everybody
		.map((person) => ({
			person,
			items: [
				...dueItems(person, work, today),
				...returnedItems(person, work),
				...decisionItems(person, work, today)
			]
		}))
		.filter(({ items }) => items.length > 0);
}

const pathOf = ({ indicator, period }: { indicator: string; period: string }) =>
	`/returns/${period}/${indicator.toLowerCase()}`;

/** Owners and deputies answer for a return; contributors help. */
function answersFor(person: Person, { code, themes }: Indicator): boolean {
	const duties = person.duties.filter(({ duty }) => duty === 'owner' || duty === 'deputy');
	return may({ ...person, duties }, 'enter value', { indicator: code, themes });
}

function dueItems(person: Person, { calendar, open, catalogue }: Work, today: string): Item[] {
	return calendar.flatMap((entry): Item[] => {
		const stage = dueStage(entry.dueOn, today);
		const indicator = catalogue.get(entry.indicator);
		if (stage === undefined || !indicator || entry.hasCome) return [];
		const there = open.find(
			(one) => one.indicator === entry.indicator && one.period === entry.period
		);
		// What has been handed in waits for others.
		if (there && isHandedIn(there.state)) return [];
		if (!answersFor(person, indicator)) return [];
		const isLate = entry.dueOn < today;
		const when = `${isLate ? 'was due' : 'due'} on ${date(entry.dueOn)}, ${daysInWords(entry.dueOn, today)}`;
		return [
			{
				about: `return ${entry.indicator} ${entry.period} due ${entry.dueOn}`,
				...{ stage, kind: isLate ? 'overdue' : 'due', path: pathOf(entry) },
				text: `${named(indicator)}, ${entry.label}: ${when}`
			}
		];
	});
}

/** Sent back to whoever wrote it and whoever answers for it. The note stays on the page. */
function returnedItems(person: Person, { open, catalogue, labels }: Work): Item[] {
	return open.flatMap((one): Item[] => {
		const indicator = catalogue.get(one.indicator);
		if (one.state !== 'returned' || !indicator) return [];
		const { code, themes } = indicator;
		const wrote = one.authors.some(({ id }) => id === person.id);
		const mayEnter = may(person, 'enter value', { indicator: code, themes });
		if (!mayEnter || !(wrote || answersFor(person, indicator))) return [];
		return [
			{
				about: `returned ${one.id} ${one.revision}`,
				...{ stage: 'returned', kind: 'returned', path: pathOf(one) },
				text: `${named(indicator)}, ${labels.get(one.period)?.label ?? one.period}: read the note and send it again`
			}
		];
	});
}
