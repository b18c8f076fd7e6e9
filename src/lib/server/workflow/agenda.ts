import { kindTitles } from '../../domain/catalogue/change.ts';
import { dayInWalsall } from '../../domain/day.ts';
import { date } from '../../domain/format.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { may, type Person } from '../../domain/permission.ts';
import type { Item } from '../../domain/reminder/letter.ts';
import { daysInWords, dueStage, waitingStage } from '../../domain/reminder/stage.ts';
import type { Step, SubmissionState } from '../../domain/submission.ts';
import * as rules from '../db/collection-rules.ts';
import * as collections from '../db/collections.ts';
import type { Db } from '../db/client.ts';
import * as indicators from '../db/indicators.ts';
import * as people from '../db/people.ts';
import type { Recipient } from '../db/people.ts';
import * as proposals from '../db/proposals.ts';
import * as submissions from '../db/submissions.ts';
import type { Submission } from '../db/submissions.ts';
import { mayTake } from './submission-steps.ts';

// What each person has to do today: what the letters are made of.

export interface Agenda {
	person: Recipient;
	items: Item[];
}

type Work = Awaited<ReturnType<typeof workOf>>;

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
				...waitingItems(person, work, today),
				...proposalItems(person, work, today)
			]
		}))
		.filter(({ items }) => items.length > 0);
}

/** One after the other: inside a transaction there is one connection. */
async function workOf(db: Db, now: Date) {
	const calendar = await collections.all(db, now.toISOString());
	const open = await submissions.inState(db, [
		...(['draft', 'returned', 'submitted', 'quality-assured', 'approved', 'scheduled'] as const)
	]);
	const catalogue = new Map((await indicators.all(db)).map((one) => [one.code, one]));
	const proposed = await proposals.all(db, { states: ['submitted'] });
	return { calendar, open, catalogue, proposed, rules: await rules.all(db) };
}

const named = ({ code, title }: Pick<Indicator, 'code' | 'title'>) => `${code} ${title}`;
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
		if (there && there.state !== 'draft' && there.state !== 'returned') return [];
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
function returnedItems(person: Person, { open, catalogue }: Work): Item[] {
	return open.flatMap((one): Item[] => {
		const indicator = catalogue.get(one.indicator);
		if (one.state !== 'returned' || !indicator) return [];
		const { code, themes } = indicator;
		const wrote = one.authors.some(({ id }) => id === person.id);
		const may_ = may(person, 'enter value', { indicator: code, themes });
		if (!may_ || !(wrote || answersFor(person, indicator))) return [];
		return [
			{
				about: `returned ${one.id} ${one.revision}`,
				...{ stage: 'returned', kind: 'returned', path: pathOf(one) },
				text: `${named(indicator)}, ${one.period}: read the note and send it again`
			}
		];
	});
}

/** The decision that a return waits for. */
const NEXT: Readonly<Partial<Record<SubmissionState, Step>>> = {
	submitted: 'assure',
	'quality-assured': 'approve',
	approved: 'publish'
};

const since = ({ state, submittedAt, assuredAt, approvedAt }: Submission): Date | null =>
	state === 'approved' ? approvedAt : state === 'quality-assured' ? assuredAt : submittedAt;

function waitingItems(
	person: Person,
	{ open, catalogue, rules: known }: Work,
	today: string
): Item[] {
	return open.flatMap((one): Item[] => {
		const indicator = catalogue.get(one.indicator);
		const skips = known.get(one.indicator)?.skipsAssurance ?? false;
		const next = one.state === 'submitted' && skips ? 'approve' : NEXT[one.state];
		const from = since(one);
		if (!indicator || !next || !from) return [];
		const stage = waitingStage(dayInWalsall(from), today);
		const isTheirs = mayTake(person, next, { submission: one, made: { indicator } });
		if (stage === undefined || !isTheirs) return [];
		return [
			{
				about: `waiting ${one.id} ${one.state} ${one.revision}`,
				...{ stage, kind: 'waiting', path: `/approvals/${one.id}` },
				text: `${named(indicator)}, ${one.period}: ${one.state} since ${date(dayInWalsall(from))}`
			}
		];
	});
}

function proposalItems(person: Person, { proposed, catalogue }: Work, today: string): Item[] {
	return proposed.flatMap((one): Item[] => {
		const from = dayInWalsall(new Date(one.proposedAt));
		const stage = waitingStage(from, today);
		const code = one.indicator ?? one.content.code ?? '';
		const subject = {
			...(one.indicator !== null && { indicator: one.indicator }),
			...{ themes: catalogue.get(code)?.themes ?? [], authors: [one.proposedBy] }
		};
		if (stage === undefined || !may(person, 'approve catalogue change', subject)) return [];
		return [
			{
				about: `proposal ${one.id}`,
				...{ stage, kind: 'waiting', path: `/catalogue/proposals/${one.id}` },
				text: `${code}, ${kindTitles[one.kind].toLowerCase()}: proposed on ${date(from)}`
			}
		];
	});
}
