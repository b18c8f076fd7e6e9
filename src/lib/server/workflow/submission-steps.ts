import type { AuditAction } from '../../domain/audit/actions.ts';
import {
	noWords,
	problemsOf,
	type Reply,
	rowsOf,
	type Sheet,
	unanswered
} from '../../domain/entry/sheet.ts';
import { dayInWalsall } from '../../domain/day.ts';
import { emptyCell, type EntryCell } from '../../domain/entry/cell.ts';
import { keyOf } from '../../domain/entry/row.ts';
import type { Problem } from '../../domain/entry/check.ts';
import { may, type Person, type Subject } from '../../domain/permission.ts';
import { type Facts, isClosed, refusedWords, type Step, step } from '../../domain/submission.ts';
import { record } from '../audit.ts';
import { type Db, transaction, type Trx } from '../db/client.ts';
import * as collections from '../db/collections.ts';
import * as written from '../db/submission-cells.ts';
import * as submissions from '../db/submissions.ts';
import type { Submission } from '../db/submissions.ts';
import { must } from './must.ts';
import { mustNotRevise } from './publication.ts';
import { Refused } from './refused.ts';
import { type Return, returnOf } from './return-sheet.ts';

// A return's steps towards publication, one at a time: permission, facts, the table of steps, then the
// change with its audit record, all in one transaction.

export type Taken = Exclude<Step, 'publish'>;

export interface Asked {
	id: string;
	/** The state of the return that the person has seen. */
	revision: number;
	step: Taken;
	note?: string;
	/** Embargo: not before this instant. */
	publishAt?: Date;
}

export async function take(db: Db, person: Person, asked: Asked, now: Date): Promise<void> {
	await transaction(db, async (trx) => {
		const [before] = await submissions.lock(trx, [asked.id]);
		const made = before && (await returnOf(trx, before, now));
		if (!before || !made) throw new Refused('There is no such return.');
		permit(person, asked.step, { submission: before, made });
		if (before.revision !== asked.revision) throw new Refused(refusedWords['not from here']);
		const note = asked.note?.trim() ?? '';
		const hasNote = note !== '';
		const facts = await factsOf(trx, { submission: before, made, person, hasNote, now });
		if (asked.step === 'submit') await mustNotRevise(trx, before, made);
		const outcome = step(before.state, asked.step, facts);
		if ('refused' in outcome) throw new Refused(refusedWords[outcome.refused]);
		if (asked.step === 'schedule' && !(asked.publishAt && asked.publishAt > now)) {
			throw new Refused('Choose a release time that is still to come.', 'publishAt');
		}
		await submissions.change(trx, before.id, {
			state: outcome.state,
			...changed(asked, { person, now, note })
		});
		await record(trx, person, now, {
			action: recorded[asked.step],
			subject: ['return', before.id],
			before: { state: before.state, publishAt: before.publishAt ?? undefined },
			after: { state: outcome.state, publishAt: asked.publishAt },
			reason: note || undefined
		});
	});
}

const recorded: Readonly<Record<Taken, AuditAction>> = {
	submit: 'return submitted',
	assure: 'return checked',
	approve: 'return approved',
	schedule: 'return scheduled',
	return: 'return sent back',
	reopen: 'return reopened',
	withdraw: 'return withdrawn'
};

function changed(
	{ step: asked, publishAt }: Asked,
	{ person, now, note }: { person: Person; now: Date; note: string }
): submissions.Change {
	switch (asked) {
		case 'submit':
			return { submitted_by: person.id, submitted_at: now, returned_note: null };
		case 'assure':
			return { assured_by: person.id, assured_at: now };
		case 'approve':
			return { approved_by: person.id, approved_at: now };
		case 'schedule':
			return { publish_at: publishAt ?? null };
		case 'return':
			return { returned_note: note, ...undecided };
		case 'reopen':
			return undecided;
		case 'withdraw':
			return {};
		default:
			return asked satisfies never;
	}
}

/** What had been decided no longer holds for the version that follows. */
const undecided = {
	...{ assured_by: null, assured_at: null, approved_by: null, approved_at: null },
	publish_at: null
} as const;

interface About {
	submission: Pick<Submission, 'kind' | 'state' | 'authors'>;
	made: Pick<Return, 'indicator'>;
}

/** Refuses who may not take the step. */
export function permit(person: Person, asked: Step, about: About): void {
	const { submission, made } = about;
	const subject: Subject = {
		...{ indicator: made.indicator.code, themes: made.indicator.themes },
		authors: submission.authors.map(({ id }) => id)
	};
	const write = submission.kind === 'correction' ? 'correct value' : 'enter value';
	const isOwn = subject.authors?.includes(person.id);
	switch (asked) {
		case 'submit':
		case 'reopen':
			return must(person, write, subject);
		case 'withdraw':
			if (may(person, 'publish')) return;
			return must(person, write, subject);
		case 'assure':
			if (isOwn) throw new Refused(refusedWords.own);
			if (may(person, 'approve value', subject)) return;
			return must(person, write, subject);
		case 'approve':
			if (isOwn) throw new Refused(refusedWords.own);
			return must(person, 'approve value', subject);
		case 'return':
			if (may(person, 'publish') || (!isOwn && may(person, write, subject))) return;
			return must(person, 'approve value', subject);
		case 'schedule':
		case 'publish':
			return must(person, 'publish');
		default:
			asked satisfies never;
	}
}

/** Whether the person may take the step, for showing its button. */
export function mayTake(person: Person, asked: Step, about: About): boolean {
	try {
		permit(person, asked, about);
		return true;
	} catch (fault) {
		if (fault instanceof Refused) return false;
		throw fault;
	}
}

/** Everything entered in a return, an empty cell for each place where nothing is yet. */
function filledCells(made: Return, cells: readonly EntryCell[]): EntryCell[] {
	const there = new Map(cells.map((cell) => [keyOf(cell), cell]));
	return rowsOf(made.sheet).map(
		(row) => there.get(keyOf(row)) ?? emptyCell(row.area, row.breakdown)
	);
}

/** A file brings the places and groups that it has: it is asked for no others. */
function sheetOf({ sheet }: Return, isFile: boolean, cells: readonly EntryCell[]): Sheet {
	if (!isFile) return sheet;
	const hasAll = sheet.places.every(({ code }) => cells.some(({ area }) => area === code));
	const groups = sheet.groups.filter(({ id }) => cells.some(({ breakdown }) => breakdown === id));
	return { ...sheet, groups, isAdditive: sheet.isAdditive && hasAll };
}

export interface Checked {
	cells: EntryCell[];
	problems: Problem[];
	replies: Reply[];
	/** Warnings that nobody has answered. */
	open: Problem[];
}

/** The checks of a return as it is stored. */
export async function checked(
	db: Db,
	{ id, isFile }: Pick<Submission, 'id' | 'isFile'>,
	made: Return
): Promise<Checked> {
	const stored = await written.cells(db, id);
	const cells = isFile ? stored : filledCells(made, stored);
	const said = (await written.words(db, id)) ?? noWords;
	const replies = await written.replies(db, id);
	const problems = problemsOf(sheetOf(made, isFile, cells), cells, said);
	return { cells, problems, replies, open: unanswered(problems, replies) };
}

interface Known {
	submission: Submission;
	made: Return;
	person: Person;
	hasNote: boolean;
	now: Date;
}

async function factsOf(trx: Trx, known: Known): Promise<Facts> {
	const { submission, made, person, hasNote, now } = known;
	const { problems, open } = await checked(trx, submission, made);
	const closes = await collections.closingDay(trx, submission);
	return {
		skipsAssurance: made.rule.skipsAssurance,
		errors: problems.filter(({ kind }) => kind === 'error').length,
		unanswered: open.length,
		isOwn: submission.authors.some(({ id }) => id === person.id),
		hasNote,
		isReleased: false,
		isClosed: isClosed(submission, closes, dayInWalsall(now))
	};
}
