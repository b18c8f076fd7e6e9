import { redirect } from '@sveltejs/kit';
import { limit, LIMITS } from '$lib/server/auth/limit.ts';
import { attempt } from '$lib/server/web/attempt.ts';
import { newPassword } from '$lib/server/web/new-password.ts';
import { accountOfLink, setByLink } from '$lib/server/workflow/passwords.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await accountOfLink(locals.db, params.token, new Date());
	if (!found) return { isGood: false as const };
	const { name, email } = found.account;
	return { isGood: true as const, name, email, isFirst: found.link.kind === 'invite' };
};

export const actions: Actions = {
	default: async ({ locals, params, request, getClientAddress }) => {
		const form = await request.formData();
		const now = new Date();
		const refused = await attempt({}, async () => {
			await limit(locals.db, ['password link', getClientAddress()], LIMITS.place, now);
			await setByLink(locals.db, params.token, newPassword(form), now);
		});
		if (refused) return refused;
		redirect(303, '/sign-in?set');
	}
};
