import { error, fail, redirect } from '@sveltejs/kit';
import { actionStates } from '$lib/domain/action.ts';
import * as promises from '$lib/server/db/actions.ts';
import { text } from '$lib/server/web/form.ts';
import { signedInPerson } from '$lib/server/web/permit.ts';
import { mayWrite, report } from '$lib/server/workflow/actions.ts';
import { known } from '../known.ts';
import { line } from '../list.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const [{ all, names }, said] = await Promise.all([
		known(locals),
		promises.reports(locals.db, params.id)
	]);
	const action = all.find(({ id }) => id === params.id);
	if (!action) error(404, `There is no action ${params.id}. The list of actions has them all.`);
	const indicator = names.catalogue.find(({ code }) => code === action.indicator);
	return {
		action: line(action, names),
		reports: said.filter(({ saidAt }) => saidAt <= names.now),
		states: actionStates,
		mayReport: mayWrite(locals.user, indicator) && !locals.isEarlierEdition
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedInPerson(event);
		const form = await event.request.formData();
		const given = { state: text(form, 'state'), outcome: text(form, 'outcome') };
		const done = await report(
			event.locals.db,
			person,
			{ id: event.params.id, ...given },
			new Date()
		);
		if (!done.ok) return fail(400, { why: done.why, given });
		redirect(303, `/actions/${event.params.id}`);
	}
};
