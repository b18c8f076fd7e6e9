import { redirect } from '@sveltejs/kit';
import { isSetUpLink } from '$lib/server/auth/links.ts';
import { limit, LIMITS } from '$lib/server/auth/limit.ts';
import { signIn } from '$lib/server/auth/sign-in.ts';
import { attempt, text } from '$lib/server/web/attempt.ts';
import { newPassword } from '$lib/server/web/new-password.ts';
import { setUp } from '$lib/server/workflow/passwords.ts';
import { checked } from '$lib/server/workflow/users.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const token = url.searchParams.get('link') ?? '';
	return { isGood: await isSetUpLink(locals.db, token, new Date()) };
};

export const actions: Actions = {
	default: async (event) => {
		const { locals, request, url } = event;
		const form = await request.formData();
		const given = { name: text(form, 'name'), email: text(form, 'email') };
		const now = new Date();
		const refused = await attempt(given, async () => {
			await limit(locals.db, ['set-up', event.getClientAddress()], LIMITS.account, now);
			const person = checked(given);
			const password = newPassword(form);
			const token = url.searchParams.get('link') ?? '';
			await setUp(locals.db, { ...person, password, token }, now);
			await signIn(event, { email: person.email, password }, now);
		});
		if (refused) return refused;
		redirect(303, '/account?welcome');
	}
};
