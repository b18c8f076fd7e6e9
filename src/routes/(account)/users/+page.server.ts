import { isStanding, stands } from '$lib/domain/account.ts';
import { mailSettings } from '$lib/server/auth/auth.ts';
import * as users from '$lib/server/db/user-list.ts';
import { permit } from '$lib/server/web/permit.ts';
import type { PageServerLoad } from './$types';
import { filters, line } from './shape.ts';

export const load: PageServerLoad = async (event) => {
	permit(event, 'manage users');
	const asked = event.url.searchParams.get('show');
	const show = isStanding(asked) ? asked : 'all';
	const now = new Date();
	const all = await users.list(event.locals.db);
	return {
		show,
		filters: filters(all, show, now),
		users: all.filter((user) => stands(user, show, now)).map(line),
		canSend: mailSettings() !== undefined
	};
};
