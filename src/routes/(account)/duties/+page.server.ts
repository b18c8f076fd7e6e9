import { redirect } from '@sveltejs/kit';
import { dayInWalsall } from '$lib/domain/day.ts';
import * as duties from '$lib/server/db/duties.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as themes from '$lib/server/db/themes.ts';
import * as users from '$lib/server/db/user-list.ts';
import { attempt, text } from '$lib/server/web/attempt.ts';
import { permit } from '$lib/server/web/permit.ts';
import * as workflow from '$lib/server/workflow/duties.ts';
import { doneIn } from '../done.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { absenceIn, dutyIn, endIn, handOverIn } from './asked.ts';
import { DONE, shape } from './shape.ts';

export const load: PageServerLoad = async (event) => {
	const person = permit(event, 'read drafts');
	const { db } = event.locals;
	const { searchParams } = event.url;
	const day = dayInWalsall(new Date());
	const [catalogue, topics, held, away, people] = await Promise.all([
		indicators.all(db),
		themes.all(db),
		duties.inForce(db, day),
		duties.absences(db, day),
		users.list(db)
	]);
	const done = doneIn(event.url, DONE);
	const chosen = searchParams.get('person');
	return { ...shape({ catalogue, topics, held, away, people }, { person, day, chosen }), done };
};

export const actions: Actions = {
	assign: async (event) => {
		const { actor, db, form, now } = await asked(event);
		const wanted = dutyIn(form, dayInWalsall(now));
		return (
			(await attempt({ asked: given(form) }, () => workflow.assign(db, actor, wanted(), now))) ??
			redirect(303, '/duties?assigned#people')
		);
	},
	end: async (event) => {
		const { actor, db, form, now } = await asked(event);
		return (
			(await attempt({}, () => workflow.end(db, actor, endIn(form), now))) ??
			redirect(303, '/duties?ended#people')
		);
	},
	handover: async (event) => {
		const { actor, db, form, now } = await asked(event);
		const wanted = handOverIn(form);
		const moved = await attempt(wanted, () => workflow.handOver(db, actor, wanted, now));
		return typeof moved === 'number' ? redirect(303, '/duties?handed#people') : moved;
	},
	away: async (event) => {
		const { actor, db, form, now } = await asked(event);
		return (
			(await attempt({ asked: given(form) }, () =>
				workflow.addAbsence(db, actor, absenceIn(form), now)
			)) ?? redirect(303, '/duties?away#absences')
		);
	},
	back: async (event) => {
		const { actor, db, form, now } = await asked(event);
		const id = text(form, 'absence');
		return (
			(await attempt({}, () => workflow.removeAbsence(db, actor, id, now))) ??
			redirect(303, '/duties?back#absences')
		);
	}
};

/** What had been chosen, to bring the form back as it was. */
const given = (form: FormData) =>
	Object.fromEntries(
		['user', 'duty', 'of', 'from', 'starts', 'ends'].map((name) => [name, text(form, name)])
	);

async function asked(event: RequestEvent) {
	const actor = permit(event, 'read drafts');
	const form = await event.request.formData();
	return { actor, db: event.locals.db, form, now: new Date() };
}
