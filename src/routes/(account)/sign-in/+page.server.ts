import { redirect } from '@sveltejs/kit';
import { localPath } from '$lib/domain/local-path.ts';
import { directorySettings } from '$lib/server/auth/auth.ts';
import { signIn } from '$lib/server/auth/sign-in.ts';
import { attempt, text } from '$lib/server/web/attempt.ts';
import type { Actions, PageServerLoad } from './$types';

const NOT_FROM_DIRECTORY =
	'The directory did not let you in here. Your account may be disabled, or none of your groups gives a role: ask an administrator.';

export const load: PageServerLoad = ({ locals, url }) => {
	const to = localPath(url.searchParams.get('to'));
	if (locals.user) redirect(303, to);
	return {
		to,
		directory: directorySettings()?.name,
		refused: url.searchParams.has('error') ? NOT_FROM_DIRECTORY : undefined,
		done: url.searchParams.has('set') ? 'Your password is set. Sign in with it.' : undefined
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const email = text(form, 'email');
		const password = String(form.get('password') ?? '');
		const to = localPath(text(form, 'to'));
		const came = await attempt({ email, to }, () => signIn(event, { email, password }, new Date()));
		if (came === 'in') redirect(303, to);
		if (came !== 'second factor') return came;
		redirect(303, `/sign-in/second-factor?to=${encodeURIComponent(to)}`);
	}
};
