import { mailSettings } from '$lib/server/auth/auth.ts';
import { attempt, text } from '$lib/server/web/attempt.ts';
import { permit } from '$lib/server/web/permit.ts';
import { invite } from '$lib/server/workflow/users.ts';
import { offer } from '../offer.ts';
import { roleChoices, rolesIn } from '../roles.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	permit(event, 'manage users');
	return { choices: roleChoices(), canSend: mailSettings() !== undefined };
};

export const actions: Actions = {
	default: async (event) => {
		const actor = permit(event, 'manage users');
		const form = await event.request.formData();
		const roles = rolesIn(form);
		const given = { name: text(form, 'name'), email: text(form, 'email') };
		return attempt({ ...given, choices: roleChoices(roles) }, async () =>
			offer(event, await invite(event.locals.db, actor, { ...given, roles }, new Date()))
		);
	}
};
