import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { dayInWalsall } from '$lib/domain/day.ts';
import type { Person } from '$lib/domain/permission.ts';
import * as audit from '$lib/server/db/audit.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as duties from '$lib/server/db/duties.ts';
import * as sessions from '$lib/server/db/sessions.ts';
import * as list from '$lib/server/db/user-list.ts';
import * as users from '$lib/server/db/users.ts';
import { attempt, text } from '$lib/server/web/attempt.ts';
import { permit } from '$lib/server/web/permit.ts';
import * as workflow from '$lib/server/workflow/users.ts';
import { doneIn } from '../../done.ts';
import { offer } from '../offer.ts';
import { rolesIn } from '../roles.ts';
import type { Actions, PageServerLoad } from './$types';
import { DONE, shape } from './shape.ts';

const NEWEST = 100;

export const load: PageServerLoad = async (event) => {
	permit(event, 'manage users');
	const { params, locals, url } = event;
	const { db } = locals;
	const now = new Date();
	const [[user], roles, open, held, history] = await Promise.all([
		list.list(db, params.id),
		users.rolesOf(db, params.id),
		sessions.of(db, params.id, now),
		duties.inForce(db, dayInWalsall(now), params.id),
		audit.ofPerson(db, params.id, NEWEST)
	]);
	if (!user) error(404, 'There is no such account.');
	const done = doneIn(url, DONE);
	return { ...shape(user, { roles, open, held, history }), done };
};

interface Change {
	user: string;
	reason: string;
}
type Act = (db: Db, actor: Person, change: Change, now: Date) => Promise<void>;

export const actions: Actions = {
	roles: async (event) => {
		const actor = permit(event, 'manage users');
		const form = await event.request.formData();
		const change = { user: idOf(event), roles: rolesIn(form), reason: text(form, 'reason') };
		const refused = await attempt({ reason: change.reason }, () =>
			workflow.setRoles(event.locals.db, actor, change, new Date())
		);
		if (refused) return refused;
		redirect(303, `/users/${change.user}?roles-set`);
	},
	link: async (event) => {
		const actor = permit(event, 'manage users');
		return attempt({ reason: '' }, async () =>
			offer(event, await workflow.offerLink(event.locals.db, actor, idOf(event), new Date()))
		);
	},
	disable: (event) => perform(event, workflow.disable, 'disabled'),
	enable: (event) => perform(event, workflow.enable, 'enabled'),
	factor: (event) => perform(event, workflow.resetSecondFactor, 'factor-reset'),
	sessions: (event) => perform(event, workflow.endSessions, 'sessions-ended')
};

async function perform(event: RequestEvent, act: Act, done: string) {
	const actor = permit(event, 'manage users');
	const reason = text(await event.request.formData(), 'reason');
	const user = idOf(event);
	const refused = await attempt({ reason }, () =>
		act(event.locals.db, actor, { user, reason }, new Date())
	);
	if (refused) return refused;
	redirect(303, `/users/${user}?${done}`);
}

const idOf = ({ params }: RequestEvent): string => params['id'] ?? '';
