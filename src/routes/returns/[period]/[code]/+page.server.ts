import { error, fail, redirect } from '@sveltejs/kit';
import { dayInWalsall } from '$lib/domain/day.ts';
import { nameIn } from '$lib/domain/entry/sheet.ts';
import { normaliseCode } from '$lib/domain/indicator.ts';
import { may } from '$lib/domain/permission.ts';
import { isClosed, isOpen, UNSENT } from '$lib/domain/submission.ts';
import * as collections from '$lib/server/db/collections.ts';
import * as imports from '$lib/server/db/imports.ts';
import * as written from '$lib/server/db/submission-cells.ts';
import * as submissions from '$lib/server/db/submissions.ts';
import { attempt, text } from '$lib/server/web/attempt.ts';
import { permit, permitDraft } from '$lib/server/web/permit.ts';
import { judgingOf } from '$lib/server/workflow/return-judging.ts';
import { returnOf } from '$lib/server/workflow/return-sheet.ts';
import { take, type Taken } from '$lib/server/workflow/submission-steps.ts';
import * as workflow from '$lib/server/workflow/submissions.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { count, sentIn } from './asked.ts';
import {
	canCorrect,
	canWrite,
	originOf,
	seenCells,
	seenWords,
	standing,
	statusOf
} from './shape.ts';

// The one page of forms with client code: values are worked out and saved while somebody types.
export const csr = true;

export const load: PageServerLoad = async (event) => {
	const { person, made, now } = await opened(event);
	const { db } = event.locals;
	const { indicator, period, sheet } = made;
	const of = { indicator: indicator.code, themes: indicator.themes };
	const [versions, calendar] = await Promise.all([
		submissions.ofPeriod(db, indicator.code, period.id),
		collections.ofIndicator(db, now.toISOString(), indicator.code)
	]);
	const current = versions.find(({ state }) => isOpen(state)) ?? versions[0];
	const id = current?.id ?? '';
	const [judging, cells, words, replies, file] = await Promise.all([
		judgingOf(db, made, now),
		written.cells(db, id),
		written.words(db, id),
		written.replies(db, id),
		imports.behind(db, id)
	]);
	const due = calendar.find((one) => one.period === period.id);
	const today = dayInWalsall(now);
	const hasClosed = isClosed(current ?? UNSENT, due?.locksOn ?? null, today);
	const asked = event.url.searchParams;
	return {
		...{ code: indicator.code, title: indicator.title, definition: indicator.definition },
		...{ numerator: indicator.numerator, denominator: indicator.denominator },
		...{
			period: { id: period.id, label: period.label },
			dueOn: due?.dueOn ?? null,
			closedOn: hasClosed ? due?.locksOn : null,
			endsOn: period.ends > today ? period.ends : null,
			sheet,
			judging
		},
		cells: seenCells(made, cells),
		words: seenWords(words),
		replies,
		me: person.id,
		standing: current
			? { ...standing(current, person, made), origin: file ? originOf(file, person) : null }
			: null,
		...statusOf(current, made),
		mayEnter: may(person, 'enter value', of) && canWrite(current, made),
		mayCorrect: may(person, 'correct value', of) && canCorrect(current, made),
		hasChecked: asked.has('checked'),
		done: asked.has('saved') ? 'Draft saved' : undefined
	};
};

export const actions: Actions = {
	save: async (event) => (await saved(event)) ?? redirect(303, '?saved'),
	check: async (event) => (await saved(event)) ?? redirect(303, '?checked'),
	submit: async (event) => {
		const { person, made, now } = await opened(event);
		const failed = await saved(event);
		if (failed) return failed;
		const { db } = event.locals;
		const open = await openReturn(event);
		const asked = { id: open?.id ?? '', revision: open?.revision ?? -1, step: 'submit' as const };
		return (
			(await attempt({ rows: undefined }, () => take(db, person, asked, now))) ??
			redirect(303, `/returns?submitted=${made.indicator.code}`)
		);
	},
	step: async (event) => {
		const { person, now } = await opened(event);
		const form = await event.request.formData();
		const asked = {
			...{ id: text(form, 'id'), revision: count(form, 'revision') },
			...{ step: text(form, 'step') as Taken, note: text(form, 'note') }
		};
		const known = ['reopen', 'withdraw', 'return', 'assure'].includes(asked.step);
		if (!known) error(400, 'This step cannot be taken here.');
		return (
			(await attempt({ rows: undefined }, () => take(event.locals.db, person, asked, now))) ??
			redirect(303, event.url.pathname)
		);
	},
	correct: async (event) => {
		const { person, made, now } = await opened(event);
		const form = await event.request.formData();
		const given = {
			...{ indicator: made.indicator.code, period: made.period.id },
			...{ reason: text(form, 'reason'), publicNote: text(form, 'publicNote') }
		};
		const begun = await attempt({ rows: undefined, ...given }, () =>
			workflow.correct(event.locals.db, person, given, now)
		);
		return typeof begun === 'string' ? redirect(303, event.url.pathname) : begun;
	}
};

/** What was typed is not lost with the session: it comes back in the form that sends it again. */
async function handBack({ locals, request }: RequestEvent): Promise<void> {
	if (locals.user || request.method !== 'POST') return;
	const form = await request.clone().formData();
	const sent = [...form].map(([name, value]): [string, string] => [name, String(value)]);
	if (form.has('row')) error(401, { message: SIGNED_OUT, sent });
}

const SIGNED_OUT = 'Your session has ended. Nothing that you typed is lost: it is on this page.';

async function opened(event: RequestEvent) {
	await handBack(event);
	permit(event, 'read drafts');
	const now = new Date();
	const { code, period } = event.params;
	const made = await returnOf(event.locals.db, { indicator: normaliseCode(code), period }, now);
	if (!made) error(404, 'There is no return of this indicator and period.');
	return { person: permitDraft(event, made.indicator), made, now };
}

async function openReturn({ locals: { db }, params }: RequestEvent) {
	const all = await submissions.ofPeriod(db, normaliseCode(params.code), params.period);
	return all.find(({ state }) => isOpen(state));
}

/** Saves everything that the form holds; undefined when all of it was. */
async function saved(event: RequestEvent) {
	const { person, made, now } = await opened(event);
	const { db } = event.locals;
	const form = await event.request.clone().formData();
	const sent = sentIn(form, (area, group) => nameIn(made.sheet, area, group));
	const filled = { rows: sent.rows, ...(sent.words && { words: sent.words }) };
	const which = { indicator: made.indicator.code, period: made.period.id };
	const outcome = await attempt(filled, async () => {
		const id = await workflow.start(db, person, which, now);
		const result = await workflow.save(db, person, { id, ...sent }, now);
		for (const reply of sent.replies) await workflow.answer(db, person, { id, reply }, now);
		return result;
	});
	if (!('conflicts' in outcome)) return outcome;
	const { conflicts, wordsConflict } = outcome;
	if (conflicts.length > 0 || wordsConflict) {
		const message = 'Somebody else changed this return in the meantime. Yours was not saved there.';
		const theirs = wordsConflict ? outcome.words : undefined;
		return fail(409, { message, conflicts, theirWords: theirs, form: filled });
	}
	if (sent.wrong.length === 0) return undefined;
	return fail(400, { message: sent.wrong.join(' '), form: filled });
}
