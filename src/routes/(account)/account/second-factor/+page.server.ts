import { redirect } from '@sveltejs/kit';
import * as secondFactor from '$lib/server/auth/second-factor.ts';
import * as users from '$lib/server/db/users.ts';
import { attempt, text } from '$lib/server/web/attempt.ts';
import { signedInPerson } from '$lib/server/web/permit.ts';
import type { Actions, PageServerLoad } from './$types';
import { enrolment } from './enrolment.ts';

export const load: PageServerLoad = async (event) => {
	const { id } = signedInPerson(event);
	const account = await users.find(event.locals.db, { id });
	return {
		isOn: account?.hasSecondFactor ?? false,
		hasPassword: account?.password !== null,
		done: event.url.searchParams.has('off') ? 'Your second factor is taken away.' : undefined
	};
};

export const actions: Actions = {
	begin: async (event) => {
		const person = signedInPerson(event);
		const password = await passwordOf(event.request);
		return attempt({}, async () => ({
			enrolment: enrolment(await secondFactor.begin(event, person, password))
		}));
	},
	confirm: async (event) => {
		const person = signedInPerson(event);
		const form = await event.request.formData();
		const again = { enrolment: enrolment(text(form, 'address')) };
		return attempt(again, async () => ({
			codes: await secondFactor.confirmNew(event, person, text(form, 'code'))
		}));
	},
	codes: async (event) => {
		const person = signedInPerson(event);
		const password = await passwordOf(event.request);
		return attempt({}, async () => ({
			codes: await secondFactor.renewCodes(event, person, password)
		}));
	},
	end: async (event) => {
		const person = signedInPerson(event);
		const password = await passwordOf(event.request);
		const refused = await attempt({}, () => secondFactor.end(event, person, password));
		if (refused) return refused;
		redirect(303, '/account/second-factor?off');
	}
};

const passwordOf = async (request: Request): Promise<string> =>
	String((await request.formData()).get('password') ?? '');
