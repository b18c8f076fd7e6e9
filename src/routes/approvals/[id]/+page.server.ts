import { error, redirect } from '@sveltejs/kit';
import { dayInWalsall } from '$lib/domain/day.ts';
import * as periods from '$lib/server/db/periods.ts';
import * as written from '$lib/server/db/submission-cells.ts';
import * as submissions from '$lib/server/db/submissions.ts';
import type { Submission } from '$lib/server/db/submissions.ts';
import { attempt, text } from '$lib/server/web/attempt.ts';
import { permit, permitDraft } from '$lib/server/web/permit.ts';
import { preview } from '$lib/server/workflow/preview.ts';
import * as publication from '$lib/server/workflow/publication.ts';
import { returnOf } from '$lib/server/workflow/return-sheet.ts';
import { checked, take } from '$lib/server/workflow/submission-steps.ts';
import { isOpen, type SubmissionState } from '$lib/domain/submission.ts';
import type { Shapes } from '$lib/map/shapes.ts';
import { shapesOf } from '../../geo/shapes.ts';
import { standing } from '../../returns/[period]/[code]/shape.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { askedIn } from './asked.ts';
import { shape } from './shape.ts';

export const load: PageServerLoad = async (event) => {
	permit(event, 'read drafts');
	const { db } = event.locals;
	const now = new Date();
	const submission = await submissions.byId(db, event.params.id);
	const made = submission && (await returnOf(db, submission, now));
	if (!submission || !made) error(404, 'There is no such return.');
	const person = permitDraft(event, made.indicator);
	const [check, seen, times, words, shapes] = await Promise.all([
		checked(db, submission, made),
		// What is already published or withdrawn changes nothing any more.
		isOpen(submission.state) ? preview(db, { submission, made }, now) : null,
		periods.all(db),
		written.words(db, submission.id),
		made.vintage ? shapesOf(db, made.vintage) : undefined
	]);
	return {
		...{ code: made.indicator.code, title: made.indicator.title },
		period: { id: made.period.id, label: made.period.label },
		endsOn: made.period.ends > dayInWalsall(now) ? made.period.ends : null,
		standing: standing(submission, person, made),
		mayPublish: isToPublish(submission, now) && person.roles.includes('performance lead'),
		isOwn: submission.authors.some(({ id }) => id === person.id),
		publishAt: submission.publishAt?.toISOString() ?? null,
		words: words ? { what: words.what, soWhat: words.soWhat, nowWhat: words.nowWhat } : null,
		check: { problems: check.problems, replies: check.replies, open: check.open.length },
		change: seen && shape({ made, check, seen, times }),
		shapes: shapes && shapesFor(shapes),
		done: event.url.searchParams.has('done') ? (doneWords[submission.state] ?? 'Done') : undefined
	};
};

const shapesFor = ({ href, codes, outlines, centres, label }: Shapes) => ({
	...{ href, codes, outlines, centres, label }
});

/** Approved, and not under an embargo that still holds: until then publication would be refused. */
const isToPublish = ({ state, publishAt }: Submission, now: Date): boolean =>
	state === 'approved' || (state === 'scheduled' && publishAt !== null && publishAt <= now);

const doneWords: Partial<Record<SubmissionState, string>> = {
	'quality-assured': 'You have checked it. It waits for approval',
	approved: 'Approved. The performance lead publishes it',
	scheduled: 'It is published by itself at that time',
	returned: 'Sent back with your note'
};

export const actions: Actions = {
	decide: async (event) => {
		const { person, db, form } = await opened(event);
		const given = askedIn(form, event.params.id);
		const { step } = given;
		const work =
			step === 'publish'
				? () => publication.publish(db, person, { returns: [given] }, new Date())
				: () => take(db, person, { ...given, step }, new Date());
		const filled = { note: text(form, 'note') };
		const done = await attempt(filled, async () => void (await work()));
		return done ?? redirect(303, step === 'publish' ? '/approvals?published' : '?done');
	}
};

async function opened(event: RequestEvent) {
	const person = permit(event, 'read drafts');
	return { person, db: event.locals.db, form: await event.request.formData() };
}
