import { stampOf } from '../../domain/edition.ts';
import { WALSALL } from '../../domain/area.ts';
import { isWithoutCounts } from '../../domain/entry/cell.ts';
import { figureOf } from '../../domain/entry/figure.ts';
import { UNPLACED } from '../../domain/entry/sheet.ts';
import { dateTime } from '../../domain/format.ts';
import { ILLUSTRATIVE } from '../../domain/illustrative.ts';
import type { Person } from '../../domain/permission.ts';
import { refusedWords, step } from '../../domain/submission.ts';
import { type Actor, record } from '../audit.ts';
import { type Db, transaction, transactionIf, type Trx } from '../db/client.ts';
import * as commentaries from '../db/commentaries.ts';
import * as publishing from '../db/publishing.ts';
import { addEdition } from '../db/replacing.ts';
import type { NewObservation } from '../db/schema.ts';
import * as written from '../db/submission-cells.ts';
import * as submissions from '../db/submissions.ts';
import type { Submission } from '../db/submissions.ts';
import { isDemonstration } from '../demo/mark.ts';
import { forget } from '../publication.ts';
import { must } from './must.ts';
import { publish as judgeHeld } from './publish.ts';
import { Refused } from './refused.ts';
import { type Return, returnOf } from './return-sheet.ts';

// Publishing approved returns, several together: the figures, the words and the judgements change in one
// transaction with one edition, or nothing does. Earlier figures stay in their own time.

export interface Wanted {
	/** Returns and the state of each that the person has seen. */
	returns: readonly { id: string; revision: number }[];
	/** Name of the round; figures without one come between rounds, named by their day. */
	label?: string;
}

/** Publishes approved returns now; gives the edition's id. */
export async function publish(db: Db, person: Person, wanted: Wanted, now: Date): Promise<string> {
	must(person, 'publish');
	const ids = wanted.returns.map(({ id }) => id);
	if (ids.length === 0) throw new Refused('Choose at least one return to publish.');
	return transaction(db, async (trx) => {
		const found = await submissions.lock(trx, ids);
		const isStale = wanted.returns.some(
			({ id, revision }) => found.find((one) => one.id === id)?.revision !== revision
		);
		if (isStale) throw new Refused(refusedWords['not from here']);
		return release(trx, { actor: person, found, label: wanted.label ?? '' }, now);
	}).finally(() => forget(db));
}

/** Publishes what was scheduled for a time that has come; gives the ids of the returns. */
export async function publishDue(db: Db, now: Date): Promise<string[]> {
	const waiting = await submissions.inState(db, ['scheduled']);
	const due = waiting.filter((one) => isDue(one, now)).map(({ id }) => id);
	if (due.length === 0) return [];
	return transaction(db, async (trx) => {
		// Another process may have been quicker.
		const found = (await submissions.lock(trx, due)).filter(
			(one) => one.state === 'scheduled' && isDue(one, now)
		);
		if (found.length > 0) await release(trx, { actor: null, found, label: '' }, now);
		return found.map(({ id }) => id);
	}).finally(() => forget(db));
}

const isDue = ({ publishAt }: Submission, now: Date): boolean =>
	publishAt === null || publishAt <= now;

interface Release {
	actor: Actor;
	found: readonly Submission[];
	label: string;
}

async function release(trx: Trx, { actor, found, label }: Release, now: Date): Promise<string> {
	for (const one of found) refuseEarly(one, now);
	const edition = `returns-${stampOf(now)}`;
	await addEdition(trx, editionOf(edition, found, { label, now }), now);
	const invented = await isDemonstration(trx);
	for (const one of found) {
		const figures = await bringIn(trx, one, invented, now);
		await publishWords(trx, one, now);
		await submissions.change(trx, one.id, { state: 'published', published_at: now, edition });
		await record(trx, actor, now, {
			action: one.kind === 'correction' ? 'correction published' : 'return published',
			subject: ['return', one.id],
			before: { state: one.state },
			after: { state: 'published', edition, figures, publicNote: one.publicNote },
			reason: one.reason ?? undefined
		});
	}
	const codes = [...new Set(found.map(({ indicator }) => indicator))];
	await judgeHeld(trx, now, codes);
	return edition;
}

/** Puts the return's figures in the place of those now held; gives how many are new. */
async function bringIn(trx: Trx, one: Submission, invented: boolean, now: Date): Promise<number> {
	const made = await returnOf(trx, one, now);
	if (!made) throw new Error(`${one.id} has no indicator or period`);
	const rows = await rowsOf(trx, one, { made, invented });
	return publishing.replaceChanged(trx, rows, now);
}

/** Only a correction says why to readers: nothing else may change what they have read. */
export async function mustNotRevise(trx: Trx, one: Submission, made: Return): Promise<void> {
	if (one.kind === 'correction') return;
	const rows = await rowsOf(trx, one, { made, invented: false });
	if (await publishing.changesPublished(trx, rows)) throw new Refused(UNEXPLAINED);
}

const UNEXPLAINED =
	'This would change published figures. Withdraw it and start a correction, with its reason and a note to readers.';

/** Looks at what would be held if the return were published now; none of it stays. */
export async function rehearse<Found>(
	db: Db,
	one: Submission,
	now: Date,
	look: (trx: Trx) => Promise<Found>
): Promise<Found> {
	const isKept = () => false;
	return transactionIf(db, isKept, async (trx) => {
		await addEdition(trx, editionOf(`rehearsal-${one.id}`, [one], { label: '', now }), now);
		await bringIn(trx, one, await isDemonstration(trx), now);
		await judgeHeld(trx, now, [one.indicator]);
		return look(trx);
	});
}

function refuseEarly(one: Submission, now: Date): void {
	const outcome = step(one.state, 'publish', {
		...{ skipsAssurance: false, errors: 0, unanswered: 0, isOwn: false, hasNote: false },
		...{ isReleased: isDue(one, now), isClosed: false }
	});
	if ('refused' in outcome) throw new Refused(`${one.indicator}: ${refusedWords[outcome.refused]}`);
}

function editionOf(
	id: string,
	found: readonly Submission[],
	{ label, now }: { label: string; now: Date }
) {
	const corrections = found.filter(({ kind }) => kind === 'correction');
	const isCorrection = corrections.length === found.length;
	const codes = [...new Set(found.map(({ indicator }) => indicator))].join(', ');
	const notes = corrections.map(({ indicator, publicNote }) => `${indicator}: ${publicNote}`);
	return {
		...{ id, kind: kindOf(isCorrection, label) },
		label: label.trim() || `${isCorrection ? 'Correction' : 'Figures'} of ${dateTime(now)}`,
		note: notes.length > 0 ? notes.join(' ') : `New figures: ${codes}.`
	};
}

/** Who names an edition publishes a round: what is not in it has no new data. */
function kindOf(isCorrection: boolean, label: string): 'correction' | 'report' | 'addition' {
	if (isCorrection) return 'correction';
	return label.trim() === '' ? 'addition' : 'report';
}

async function rowsOf(
	trx: Trx,
	{ id, definitionVersion }: Submission,
	{ made: { indicator, period, sheet }, invented }: { made: Return; invented: boolean }
): Promise<NewObservation[]> {
	const cells = await written.cells(trx, id);
	return cells
		.filter(({ area, state }) => area !== UNPLACED && state !== null)
		.map((cell) => {
			const figure = figureOf(cell, sheet.rule, indicator.intervalMethod);
			const isShare =
				sheet.rule.form === 'share' && cell.state === 'known' && !isWithoutCounts(cell);
			return {
				...{ indicator: indicator.code, version: definitionVersion, period: period.id },
				...{ area: cell.area, breakdown: cell.breakdown, state: cell.state ?? 'not collected' },
				numerator: isShare ? cell.numerator : null,
				denominator: isShare ? cell.denominator : null,
				value: figure?.value ?? null,
				lower: figure ? (figure.lower ?? cell.lower) : null,
				upper: figure ? (figure.upper ?? cell.upper) : null,
				...{ provisional: cell.provisional, estimated: cell.estimated, revised: false },
				small_base: figure?.smallBase ?? false,
				note: [cell.note, cell.jumpReason].filter(Boolean).join(' ') || null,
				source_id: invented ? ILLUSTRATIVE : indicator.sourceId,
				held_from: new Date(0)
			};
		});
}

async function publishWords(trx: Trx, one: Submission, now: Date): Promise<void> {
	const said = await written.words(trx, one.id);
	if (!said || said.what.trim() === '') return;
	const { indicator, period } = one;
	await commentaries.replace(
		trx,
		{
			...{ indicator, period, area: WALSALL, what: said.what, cause: null },
			...{ soWhat: said.soWhat || null, nowWhat: said.nowWhat || null },
			...{ author: said.by.id, authorName: said.by.name }
		},
		now
	);
}
