import { redirect } from '@sveltejs/kit';
import { localPath } from '$lib/domain/local-path.ts';
import { confirm } from '$lib/server/auth/sign-in.ts';
import { attempt, text } from '$lib/server/web/attempt.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const to = localPath(url.searchParams.get('to'));
	if (locals.user) redirect(303, to);
	return { to, isBackup: url.searchParams.has('backup') };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const to = localPath(text(form, 'to'));
		const given = { code: text(form, 'code'), isBackup: text(form, 'kind') === 'backup' };
		const refused = await attempt({ to }, () => confirm(event, given, new Date()));
		if (refused) return refused;
		redirect(303, to);
	}
};
