import { redirect } from '@sveltejs/kit';
import { forgive, limit, LIMITS } from '$lib/server/auth/limit.ts';
import { mailSettings } from '$lib/server/auth/auth.ts';
import * as reminders from '$lib/server/db/reminders.ts';
import * as sessions from '$lib/server/db/sessions.ts';
import * as users from '$lib/server/db/users.ts';
import { attempt, text } from '$lib/server/web/attempt.ts';
import { newPassword } from '$lib/server/web/new-password.ts';
import { signedInPerson } from '$lib/server/web/permit.ts';
import { endOwnSessions, rename } from '$lib/server/workflow/own-account.ts';
import * as passwords from '$lib/server/workflow/passwords.ts';
import { choose } from '$lib/server/workflow/reminders.ts';
import { doneIn } from '../done.ts';
import type { Actions, PageServerLoad } from './$types';
import { DONE, shape } from './shape.ts';

export const load: PageServerLoad = async (event) => {
	const person = signedInPerson(event);
	const { db, session } = event.locals;
	const [account, open, areOff] = await Promise.all([
		users.find(db, { id: person.id }),
		sessions.of(db, person.id, new Date()),
		reminders.isOff(db, person.id)
	]);
	const letters = { areOff, areSent: mailSettings() !== undefined };
	const done = doneIn(event.url, DONE);
	return { ...shape(person, { account, open, session }), letters, done };
};

export const actions: Actions = {
	name: async (event) => {
		const person = signedInPerson(event);
		const name = text(await event.request.formData(), 'name');
		const refused = await attempt({ name }, () =>
			rename(event.locals.db, person, name, new Date())
		);
		if (refused) return refused;
		redirect(303, '/account?named');
	},
	password: async (event) => {
		const person = signedInPerson(event);
		const { db, session } = event.locals;
		const form = await event.request.formData();
		const refused = await attempt({ name: undefined }, async () => {
			await limit(db, ['own', person.id], LIMITS.account, new Date());
			const wanted = newPassword(form);
			const current = String(form.get('current') ?? '');
			await passwords.change(db, person.id, { current, wanted, session }, new Date());
			await forgive(db, ['own', person.id]);
		});
		if (refused) return refused;
		redirect(303, '/account?changed');
	},
	letters: async (event) => {
		const person = signedInPerson(event);
		const isOff = text(await event.request.formData(), 'off') === 'yes';
		await choose(event.locals.db, person, isOff, new Date());
		redirect(303, `/account?${isOff ? 'off' : 'on'}`);
	},
	end: async (event) => {
		const person = signedInPerson(event);
		const { db, session } = event.locals;
		const only = text(await event.request.formData(), 'session');
		const which = only ? { only } : { keep: session };
		await endOwnSessions(db, person, which, new Date());
		redirect(303, only && only === session ? '/sign-in' : '/account?ended');
	}
};
