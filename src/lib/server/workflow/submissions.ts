import { emptyCell, EVERYONE, type EntryCell } from '../../domain/entry/cell.ts';
import { type Sheet, UNPLACED, type Words } from '../../domain/entry/sheet.ts';
import type { Person } from '../../domain/permission.ts';
import { isEditable, isOpen, refusedWords } from '../../domain/submission.ts';
import { record } from '../audit.ts';
import { type Db, transaction, type Trx } from '../db/client.ts';
import * as publishing from '../db/publishing.ts';
import * as written from '../db/submission-cells.ts';
import * as submissions from '../db/submissions.ts';
import type { Submission } from '../db/submissions.ts';
import { masked } from './masked-counts.ts';
import { must } from './must.ts';
import { Refused } from './refused.ts';
import { type Return, returnOf } from './return-sheet.ts';

// Filling in a return: starting it, and saving its cells, words and answers. Steps towards publication
// are next door (submission-steps.ts).

interface Which {
	indicator: string;
	period: string;
}

/** Starts the return of an indicator and period, or goes on with the one that is open; gives its id. */
export async function start(db: Db, person: Person, which: Which, now: Date): Promise<string> {
	return begin(db, person, { ...which, kind: 'return' }, now);
}

export interface Correction extends Which {
	/** Why, for colleagues; and what readers are told. */
	reason: string;
	publicNote: string;
}

/** Starts a correction of figures that are published, from the figures as they stand. */
export async function correct(
	db: Db,
	person: Person,
	given: Correction,
	now: Date
): Promise<string> {
	const [reason, publicNote] = [given.reason.trim(), given.publicNote.trim()];
	if (reason === '') throw new Refused('Say why the figures have to change.', 'reason');
	if (publicNote === '') throw new Refused('Write the note that readers will see.', 'publicNote');
	return begin(db, person, { ...given, reason, publicNote, kind: 'correction' }, now);
}

type Begun = Which & { kind: 'return' | 'correction'; reason?: string; publicNote?: string };

async function begin(db: Db, person: Person, given: Begun, now: Date): Promise<string> {
	const made = await returnOf(db, given, now);
	if (!made) throw new Refused('There is no such indicator or period.');
	const { code: indicator, themes, version } = made.indicator;
	const isCorrection = given.kind === 'correction';
	must(person, isCorrection ? 'correct value' : 'enter value', { indicator, themes });
	if (!isCorrection && !made.rule.isCollected) throw new Refused(UNCOLLECTED);
	return transaction(db, async (trx) => {
		await submissions.lockStart(trx, indicator, given.period);
		const all = await submissions.ofPeriod(trx, indicator, given.period);
		const open = all.find(({ state }) => isOpen(state));
		if (open && isCorrection) throw new Refused('Another return of this period is still open.');
		if (open) return open.id;
		const isPublished = made.isPublished || all.some(({ state }) => state === 'published');
		if (isPublished !== isCorrection) throw new Refused(isPublished ? PUBLISHED : UNPUBLISHED);
		const id = `${indicator}-${given.period}-${all.length + 1}`.toLowerCase();
		const { kind, reason, publicNote, period } = given;
		await submissions.add(
			trx,
			{
				...{ id, indicator, period, kind, definitionVersion: version, by: person.id },
				...(reason !== undefined && { reason }),
				...(publicNote !== undefined && { publicNote })
			},
			now
		);
		if (isCorrection) await copy(trx, { id, by: person.id, made }, now);
		await record(trx, person, now, {
			action: isCorrection ? 'correction started' : 'return started',
			subject: ['return', id],
			after: { indicator, period, publicNote },
			reason
		});
		return id;
	});
}

const UNCOLLECTED = 'This indicator is not collected. The performance lead can change that.';
const PUBLISHED = 'These figures are published: start a correction, with its reason.';
const UNPUBLISHED = 'Nothing is published for this period yet: there is nothing to correct.';

async function copy(
	trx: Trx,
	{ id, by, made }: { id: string; by: string; made: Return },
	now: Date
): Promise<void> {
	const areas = made.sheet.places.map(({ code }) => code);
	const { indicator, period, sheet } = made;
	const groups = [EVERYONE, ...sheet.groups.map((group) => group.id)];
	const of = { indicator: indicator.code, period: period.id, form: sheet.rule.form, by };
	await publishing.copyHeld(trx, { submission: id, ...of, areas, groups }, now);
	const earlier = (await submissions.ofPeriod(trx, indicator.code, period.id)).find(
		({ state }) => state === 'published'
	);
	if (!earlier) return;
	// The row of people without a postcode is published nowhere else.
	const cells = await written.cells(trx, earlier.id);
	const unplaced = cells.filter(({ area }) => area === UNPLACED && areas.includes(area));
	for (const cell of unplaced) {
		await written.put(trx, { submission: id, by }, plainCell(cell), now);
	}
}

export interface SentCell extends EntryCell {
	/** The writing that the sender has seen; 0 = the cell was empty. */
	revision: number;
}

export interface Conflict {
	area: string;
	breakdown: string;
	mine: EntryCell;
	theirs: written.CellRecord;
}

export interface Saved {
	cells: written.CellRecord[];
	/** Cells that somebody else wrote in the meantime: not saved. */
	conflicts: Conflict[];
	words: written.WordsRecord | undefined;
	/** The words of somebody else that the sender has not seen: theirs stay. */
	wordsConflict: boolean;
}

export interface Sent {
	id: string;
	cells: readonly SentCell[];
	words?: Words & { revision: number };
}

/** Saves cells and words of a draft; what somebody else wrote in the meantime is never overwritten. */
export async function save(db: Db, person: Person, sent: Sent, now: Date): Promise<Saved> {
	return transaction(db, async (trx) => {
		const { submission, made } = await draft(trx, person, sent.id, now);
		const before = await written.cells(trx, sent.id);
		const conflicts: Conflict[] = [];
		for (const { revision, ...cell } of sent.cells) {
			known(made.sheet, cell);
			const there = before.find((one) => isSameKey(one, cell));
			if (there && isSame(there, cell)) continue;
			if (!there && isSame(emptyCell(cell.area, cell.breakdown), cell)) continue;
			if ((there?.revision ?? 0) !== revision && there) {
				const { area, breakdown } = cell;
				conflicts.push({ area, breakdown, mine: cell, theirs: there });
				continue;
			}
			await written.put(trx, { submission: sent.id, by: person.id }, cell, now);
			await record(trx, person, now, {
				...{ action: 'cell entered', subject: ['return', submission.id] as const },
				before: there && { ...rowName(cell), ...masked(plainCell(there), made.hides) },
				after: { ...rowName(cell), ...masked(cell, made.hides) }
			});
		}
		const wordsConflict = sent.words ? await saveWords(trx, person, sent, now) : false;
		return {
			...{ cells: await written.cells(trx, sent.id), conflicts, wordsConflict },
			words: await written.words(trx, sent.id)
		};
	});
}

async function saveWords(trx: Trx, person: Person, sent: Sent, now: Date): Promise<boolean> {
	if (!sent.words) return false;
	const { revision, ...said } = sent.words;
	const there = await written.words(trx, sent.id);
	const isSaid =
		(there?.what ?? '') === said.what &&
		(there?.soWhat ?? '') === said.soWhat &&
		(there?.nowWhat ?? '') === said.nowWhat;
	if (isSaid) return false;
	if ((there?.revision ?? 0) !== revision) return true;
	await written.putWords(trx, { submission: sent.id, by: person.id }, said, now);
	await record(trx, person, now, {
		...{ action: 'commentary written', subject: ['return', sent.id] as const },
		after: said
	});
	return false;
}

/** Answers a warning; the approver reads it. */
export async function answer(
	db: Db,
	person: Person,
	{ id, reply }: { id: string; reply: Parameters<typeof written.putReply>[2] },
	now: Date
): Promise<void> {
	await transaction(db, async (trx) => {
		await draft(trx, person, id, now);
		await written.putReply(trx, { submission: id, by: person.id }, reply, now);
		await record(trx, person, now, {
			...{ action: 'warning answered', subject: ['return', id] as const },
			after: reply
		});
	});
}

/** The draft with its lock, for who may write it. */
async function draft(
	trx: Trx,
	person: Person,
	id: string,
	now: Date
): Promise<{ submission: Submission; made: Return }> {
	const [submission] = await submissions.lock(trx, [id]);
	const made = submission && (await returnOf(trx, submission, now));
	if (!submission || !made) throw new Refused('There is no such return.');
	const { code: indicator, themes } = made.indicator;
	must(person, submission.kind === 'correction' ? 'correct value' : 'enter value', {
		indicator,
		themes
	});
	if (!isEditable(submission.state)) throw new Refused(refusedWords['not from here']);
	return { submission, made };
}

function known({ places, groups }: Sheet, { area, breakdown }: EntryCell): void {
	const isKnown = breakdown === EVERYONE || groups.some(({ id }) => id === breakdown);
	if (isKnown && places.some(({ code }) => code === area)) return;
	throw new Refused('This return has no such row. Reload the page.');
}

const rowName = ({ area, breakdown }: EntryCell) =>
	breakdown === EVERYONE ? { area } : { area, breakdown };

const isSameKey = (a: EntryCell, b: EntryCell): boolean =>
	a.area === b.area && a.breakdown === b.breakdown;

/** A cell without who wrote it and when. */
const plainCell = (cell: EntryCell): EntryCell => ({
	...{ area: cell.area, breakdown: cell.breakdown, state: cell.state },
	...{ numerator: cell.numerator, denominator: cell.denominator, value: cell.value },
	...{ provisional: cell.provisional, estimated: cell.estimated },
	...{ note: cell.note, jumpReason: cell.jumpReason }
});

const isSame = (a: EntryCell, b: EntryCell): boolean =>
	JSON.stringify(Object.values(plainCell(a))) === JSON.stringify(Object.values(plainCell(b)));
